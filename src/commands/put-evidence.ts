/**
 * The bytes of a picture, in one piece or in parts.
 *
 * Requirements
 * 1. A part continues exactly where the upload stands; otherwise the sender is told where that is and goes on from there.
 * 2. The picture counts only when every promised byte is there, is of a kind we read (by its content; a sender that said another
 *    kind is refused), and is sealed. Two senders finishing at once make one picture; a finish that was interrupted is made up for.
 * 3. Nothing here holds a transaction while bytes flow.
 */
import {CountersignError} from '../protocol/errors.ts';
import type {EvidenceSlot} from '../protocol/flow.ts';
import {findEvidence, findFilePromise, markEvidenceReady, setFileFacts} from '../storage/evidence.ts';
import type {EvidenceRow} from '../storage/evidence.ts';
import {openPartStore} from '../storage/part-store.ts';
import type {PartStore} from '../storage/part-store.ts';
import {admitFile, contentTypes} from './admit-file.ts';
import type {Context} from './context.ts';
import {write} from './write.ts';
import type {Scope} from './write.ts';

/** A part that is lost on a bad line costs little to send again. */
export const partBytes = 1024 * 1024;

export interface EvidenceName {
  inquiryId: string;
  evidenceId: string;
}

export interface EvidencePart extends EvidenceName {
  /** Where this part starts. */
  offset: number;
  /** Size of the whole as this part says; absent = whatever the slot was opened for. */
  total?: number;
  bytes: AsyncIterable<Uint8Array>;
}

/** Adds a part, and finishes with the last one. @throws CountersignError `range_mismatch`, `payload_too_large`, `unsupported_media_type`, `not_found` */
export async function putEvidence(ctx: Context, scope: Scope, part: EvidencePart): Promise<EvidenceSlot> {
  const upload = await findUpload(ctx, scope.envId, part);
  // the answer to the last part was lost, and the part comes again
  if (upload.evidence.state === 'ready') return slotOf(upload.evidence, upload.total);
  if (part.total !== undefined && part.total !== upload.total) {
    throw new CountersignError('range_mismatch', {
      details: `Expected a whole of ${upload.total} bytes.`,
      pointer: 'Content-Range',
    });
  }
  const offset = await upload.parts.append(upload.key, part.offset, part.bytes, {maxBytes: upload.total});
  return offset < upload.total ? slotOf(upload.evidence, offset) : finish(ctx, scope, upload);
}

/** How far an upload has come, for a sender that lost its connection. */
export async function evidenceProgress(ctx: Context, envId: string, name: EvidenceName): Promise<EvidenceSlot> {
  const {evidence, parts, key, total} = await findUpload(ctx, envId, name);
  return slotOf(evidence, evidence.state === 'ready' ? total : await parts.size(key));
}

/** Seals an upload whose bytes all came but whose last request broke off; does nothing for any other. */
export async function finishEvidence(ctx: Context, scope: Scope, name: EvidenceName): Promise<void> {
  const upload = await findUpload(ctx, scope.envId, name);
  if (upload.evidence.state === 'ready') return;
  if ((await upload.parts.size(upload.key)) === upload.total) await finish(ctx, scope, upload);
}

export function slotOf(evidence: Pick<EvidenceRow, 'id' | 'state'>, offset: number): EvidenceSlot {
  return {id: evidence.id, partBytes, offset, state: evidence.state};
}

interface Upload {
  evidence: EvidenceRow;
  parts: PartStore;
  key: {envId: string; id: string};
  /** Bytes the slot was opened for. */
  total: number;
  /** What its sender said it is. */
  contentType: string;
}

async function findUpload(ctx: Context, envId: string, {inquiryId, evidenceId}: EvidenceName): Promise<Upload> {
  const evidence = await findEvidence(ctx.database.db, {envId, id: evidenceId});
  // another inquiry's picture is as absent as one that never was
  if (!evidence || evidence.inquiry_id !== inquiryId) throw new CountersignError('not_found');
  const promise = await findFilePromise(ctx.database.db, {envId, id: evidence.file_id});
  return {
    evidence,
    parts: openPartStore({dataDir: ctx.settings.COUNTERSIGN_DATA_DIR, keyring: ctx.keyring}),
    key: {envId, id: evidence.id},
    total: promise.size,
    contentType: promise.content_type,
  };
}

async function finish(ctx: Context, scope: Scope, upload: Upload): Promise<EvidenceSlot> {
  const {evidence, parts, key, total, contentType} = upload;
  const bytes = await wholeOf(parts.read(key));
  const admitted = admitFile(bytes, {contentType});
  if (admitted.type === 'refused') {
    // another sender finished meanwhile and cleared the parts away
    if ((await findEvidence(ctx.database.db, key))?.state === 'ready')
      return slotOf({id: evidence.id, state: 'ready'}, total);
    await parts.remove(key);
    throw new CountersignError('unsupported_media_type', admitted.why);
  }
  const file = {envId: scope.envId, id: evidence.file_id};
  const sealed = await ctx.files.write(file, [bytes], {maxBytes: total});
  await write(ctx, scope, async (w) => {
    if (!(await markEvidenceReady(w.tx, key))) return;
    await ctx.files.commit(w.tx, file, sealed, w.now);
    await setFileFacts(w.tx, file, {content_type: contentTypes[admitted.format]});
    await w.audit('evidence.ready', 'evidence', evidence.id);
  });
  await parts.remove(key);
  return slotOf({id: evidence.id, state: 'ready'}, total);
}

async function wholeOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}
