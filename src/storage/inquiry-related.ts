/** What hangs on inquiries but stands in other rows, for many inquiries at once. */
import {mainPath, stepAt} from '../domain/flow.ts';
import {isAutomatic} from '../domain/template.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import type {Reader} from './database.ts';
import type {InquiryRelated} from './resources/inquiry.ts';
import type {Row} from './schema.ts';

/** By inquiry id; every given inquiry is in the answer. All rows are of one environment. */
export async function readInquiryRelated(
  reader: Reader,
  envId: string,
  inquiries: readonly Row<'inquiry'>[],
): Promise<Map<string, InquiryRelated>> {
  if (inquiries.length === 0) return new Map();
  const ids = inquiries.map(({id}) => id);
  // One after the other: the embedded database has one connection, and inside a transaction there is but one anyway.
  const accounts = await accountReferences(reader, envId, inquiries);
  const sessions = await idsOf(reader, 'inquiry_session', envId, ids);
  const verifications = await kindsOf<Row<'verification'>['kind']>(reader, 'verification', envId, ids);
  const documents = await kindsOf<Row<'document'>['kind']>(reader, 'document', envId, ids);
  const previous = await previousSteps(reader, envId, inquiries);
  return new Map(
    inquiries.map((row) => [
      row.id,
      {
        referenceId: row.account_id === null ? null : (accounts.get(row.account_id) ?? null),
        previousStepName: previous.get(row.id) ?? null,
        sessionIds: sessions.get(row.id) ?? [],
        verifications: verifications.get(row.id) ?? [],
        documents: documents.get(row.id) ?? [],
      },
    ]),
  );
}

async function accountReferences(
  reader: Reader,
  envId: string,
  inquiries: readonly Row<'inquiry'>[],
): Promise<Map<string, string | null>> {
  const ids = [...new Set(inquiries.flatMap(({account_id: id}) => (id === null ? [] : [id])))];
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom('account')
    .select(['id', 'reference_id'])
    .where('env_id', '=', envId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.reference_id]));
}

async function idsOf(
  reader: Reader,
  table: 'inquiry_session',
  envId: string,
  inquiryIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await reader
    .selectFrom(table)
    .select(['id', 'inquiry_id'])
    .where('env_id', '=', envId)
    .where('inquiry_id', 'in', inquiryIds)
    .orderBy('id')
    .execute();
  const byInquiry = new Map<string, string[]>();
  for (const row of rows) if (row.inquiry_id !== null) append(byInquiry, row.inquiry_id, row.id);
  return byInquiry;
}

interface Finding<K> {
  id: string;
  kind: K;
}

async function kindsOf<K extends Row<'verification' | 'document'>['kind']>(
  reader: Reader,
  table: 'verification' | 'document',
  envId: string,
  inquiryIds: readonly string[],
): Promise<Map<string, Finding<K>[]>> {
  const rows = (await reader
    .selectFrom(table)
    .select(['id', 'kind', 'inquiry_id'])
    .where('env_id', '=', envId)
    .where('inquiry_id', 'in', inquiryIds)
    .orderBy('id')
    .execute()) as (Finding<K> & {inquiry_id: string | null})[];
  const byInquiry = new Map<string, Finding<K>[]>();
  for (const {id, kind, inquiry_id: inquiryId} of rows)
    if (inquiryId !== null) append(byInquiry, inquiryId, {id, kind});
  return byInquiry;
}

/** The step before the current one on the template's main path, without those that nobody sees. */
async function previousSteps(
  reader: Reader,
  envId: string,
  inquiries: readonly Row<'inquiry'>[],
): Promise<Map<string, string>> {
  const versionIds = [...new Set(inquiries.map(({template_version_id: id}) => id))];
  const versions = await reader
    .selectFrom('inquiry_template_version')
    .select(['id', 'graph'])
    .where('env_id', '=', envId)
    .where('id', 'in', versionIds)
    .execute();
  const paths = new Map(versions.map(({id, graph}) => [id, seenPath(graph)]));
  const previous = new Map<string, string>();
  for (const {id, template_version_id: versionId, step} of inquiries) {
    const path = paths.get(versionId) ?? [];
    const before = path[path.indexOf(step) - 1];
    if (before !== undefined) previous.set(id, before);
  }
  return previous;
}

function seenPath(graph: TemplateGraph): string[] {
  return mainPath(graph).filter((name) => !isAutomatic(stepAt(graph, name)));
}

function append<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
