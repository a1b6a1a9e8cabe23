/** What hangs on government-ID verifications and documents: their template and the pictures of their pages. */
import type {Reader} from './database.ts';
import type {GovernmentIdRelated, PageFile} from './resources/government-id.ts';
import type {Row} from './schema.ts';

/** `document` is the one whose pages show; absent or redacted = no pictures. */
export async function readGovernmentIdRelated(
  reader: Reader,
  envId: string,
  of: {inquiryId: string | null; document?: Row<'document'> | undefined},
): Promise<GovernmentIdRelated> {
  const template = of.inquiryId === null ? undefined : await templateOf(reader, envId, of.inquiryId);
  const pages = of.document && of.document.redacted_at === null ? await pagesOf(reader, of.document) : [];
  return {
    templateId: template?.template_id ?? null,
    templateVersionId: template?.template_version_id ?? null,
    pages,
  };
}

async function templateOf(reader: Reader, envId: string, inquiryId: string) {
  return reader
    .selectFrom('inquiry')
    .select(['template_id', 'template_version_id'])
    .where('env_id', '=', envId)
    .where('id', '=', inquiryId)
    .executeTakeFirst();
}

/** Pages whose display picture can still be read, each with its original where that can. */
async function pagesOf(reader: Reader, document: Row<'document'>): Promise<PageFile[]> {
  const displays = document.pages.flatMap(({displayFileId, card}) => [
    ...(displayFileId === undefined ? [] : [displayFileId]),
    ...(card ? [card.fileId] : []),
  ]);
  if (displays.length === 0) return [];
  const evidence = await reader
    .selectFrom('evidence')
    .select(['id', 'file_id'])
    .where('env_id', '=', document.env_id)
    .where(
      'id',
      'in',
      document.pages.map(({evidenceId}) => evidenceId),
    )
    .execute();
  const originals = new Map(evidence.map((row) => [row.id, row.file_id]));
  const files = await reader
    .selectFrom('file')
    .select(['id', 'size'])
    .where('env_id', '=', document.env_id)
    .where('id', 'in', [...displays, ...originals.values()])
    .where('state', '=', 'ready')
    .execute();
  const sizes = new Map(files.map((row) => [row.id, row.size]));
  return document.pages.flatMap(({side, evidenceId, capture, displayFileId, card}) => {
    const displaySize = displayFileId === undefined ? undefined : sizes.get(displayFileId);
    if (displayFileId === undefined || displaySize === undefined) return [];
    const original = originals.get(evidenceId);
    return [
      {
        side,
        displayFileId,
        displaySize,
        capture,
        ...(card && sizes.has(card.fileId) && {cardFileId: card.fileId}),
        ...(original !== undefined &&
          sizes.has(original) && {originalFileId: original, originalSize: sizes.get(original) ?? 0}),
      },
    ];
  });
}
