import type {Insertable} from 'kysely';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import type {Row, Tables} from './schema.ts';

export function findTemplate(reader: Reader, envId: string, id: string): Promise<Row<'inquiry_template'> | undefined> {
  return reader
    .selectFrom('inquiry_template')
    .selectAll()
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function findTemplateVersion(
  reader: Reader,
  envId: string,
  id: string,
): Promise<Row<'inquiry_template_version'> | undefined> {
  return reader
    .selectFrom('inquiry_template_version')
    .selectAll()
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** A template with the version its new inquiries run, named by either id; versions only when published. */
export function findRunnableTemplate(
  reader: Reader,
  envId: string,
  name: {templateId: string} | {templateVersionId: string},
): Promise<(Row<'inquiry_template_version'> & {template_status: 'active' | 'inactive'}) | undefined> {
  const query = reader
    .selectFrom('inquiry_template_version as version')
    .innerJoin('inquiry_template as template', (join) =>
      join.onRef('template.env_id', '=', 'version.env_id').onRef('template.id', '=', 'version.template_id'),
    )
    .selectAll('version')
    .select('template.status as template_status')
    .where('version.env_id', '=', envId);
  if ('templateId' in name) {
    return query
      .where('template.id', '=', name.templateId)
      .whereRef('version.id', '=', 'template.published_version_id')
      .executeTakeFirst();
  }
  return query
    .where('version.id', '=', name.templateVersionId)
    .where('version.status', '!=', 'draft')
    .executeTakeFirst();
}

/** Where a template of this id stands, whatever the environment; for browsers, which know the id alone. */
export function findTemplateEnvironments(
  reader: Reader,
  id: string,
): Promise<{env_id: string; kind: 'sandbox' | 'production'}[]> {
  return reader
    .selectFrom('inquiry_template as template')
    .innerJoin('environment', 'environment.id', 'template.env_id')
    .select(['template.env_id', 'environment.kind'])
    .where('template.id', '=', id)
    .execute();
}

export async function insertTemplate(tx: Tx, row: Insertable<Tables['inquiry_template']>): Promise<void> {
  await tx.insertInto('inquiry_template').values(row).execute();
}

export async function insertTemplateVersion(
  tx: Tx,
  row: Insertable<Tables['inquiry_template_version']>,
): Promise<void> {
  await tx.insertInto('inquiry_template_version').values(row).execute();
}

export function listTemplates(
  reader: Reader,
  envId: string,
  page: PageRequest,
): Promise<Page<Row<'inquiry_template'>>> {
  return fetchPage(page, ({where, order, limit}) =>
    reader
      .selectFrom('inquiry_template')
      .selectAll()
      .where('env_id', '=', envId)
      .where(where)
      .orderBy(order)
      .limit(limit)
      .execute(),
  );
}

export function listTemplateVersions(
  reader: Reader,
  envId: string,
  filter: {templateId?: string},
  page: PageRequest,
): Promise<Page<Row<'inquiry_template_version'>>> {
  return fetchPage(page, ({where, order, limit}) => {
    let query = reader.selectFrom('inquiry_template_version').selectAll().where('env_id', '=', envId).where(where);
    if (filter.templateId !== undefined) query = query.where('template_id', '=', filter.templateId);
    return query.orderBy(order).limit(limit).execute();
  });
}
