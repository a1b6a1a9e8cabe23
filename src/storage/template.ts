import type {Insertable, Updateable} from 'kysely';
import type {Page, PageRequest} from '../protocol/pagination.ts';
import type {Reader, Tx} from './database.ts';
import {fetchPage} from './page.ts';
import {Remembered} from './remembered.ts';
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

/** A template with the version its new inquiries run. */
export type RunnableTemplate = Row<'inquiry_template_version'> & {template_status: 'active' | 'inactive'};

type TemplateName = {templateId: string} | {templateVersionId: string};

/** Versions do not change once published; which one a template runs, and whether it does, may. */
const runnableTemplates = new Remembered<RunnableTemplate>(200);

/** `findRunnableTemplate`, remembered from one transaction to the next; the statement that writes checks that it still stands so. */
export function useRunnableTemplate(tx: Tx, envId: string, name: TemplateName): Promise<RunnableTemplate | undefined> {
  return runnableTemplates.use(tx, `${envId}/${Object.values(name).join()}`, {
    read: () => findRunnableTemplate(tx, envId, name),
    holds: (known, value) => {
      const published = 'templateId' in name ? ` and published_version_id = ${value(known.id)}` : '';
      return `exists (select from inquiry_template where env_id = ${value(envId)} and id = ${value(known.template_id)}
        and status = ${value(known.template_status)}${published})`;
    },
  });
}

/** A template named by either id; versions only when published. */
export function findRunnableTemplate(
  reader: Reader,
  envId: string,
  name: TemplateName,
): Promise<RunnableTemplate | undefined> {
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
  return (
    query
      .where('version.id', '=', name.templateVersionId)
      // a draft that was put away was never checked as a whole
      .where('version.published_at', 'is not', null)
      .executeTakeFirst()
  );
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

export function insertTemplate(tx: Tx, row: Insertable<Tables['inquiry_template']>): Promise<Row<'inquiry_template'>> {
  return tx.insertInto('inquiry_template').values(row).returningAll().executeTakeFirstOrThrow();
}

export function insertTemplateVersion(
  tx: Tx,
  row: Insertable<Tables['inquiry_template_version']>,
): Promise<Row<'inquiry_template_version'>> {
  return tx.insertInto('inquiry_template_version').values(row).returningAll().executeTakeFirstOrThrow();
}

/** The template, held until the transaction ends, so that its versions are numbered and published one after the other. */
export function lockTemplate(tx: Tx, envId: string, id: string): Promise<Row<'inquiry_template'> | undefined> {
  return tx
    .selectFrom('inquiry_template')
    .selectAll()
    .where('env_id', '=', envId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export function updateTemplateRow(
  tx: Tx,
  template: Pick<Row<'inquiry_template'>, 'env_id' | 'id'>,
  changes: Pick<Updateable<Tables['inquiry_template']>, 'status' | 'published_version_id' | 'updated_at'>,
): Promise<Row<'inquiry_template'>> {
  return tx
    .updateTable('inquiry_template')
    .set(changes)
    .where('env_id', '=', template.env_id)
    .where('id', '=', template.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** With the next number of its template, which the caller holds. */
export async function insertNextVersion(
  tx: Tx,
  row: Omit<Insertable<Tables['inquiry_template_version']>, 'number'>,
): Promise<Row<'inquiry_template_version'>> {
  const {last} = await tx
    .selectFrom('inquiry_template_version')
    .select((query) => query.fn.max('number').as('last'))
    .where('env_id', '=', row.env_id)
    .where('template_id', '=', row.template_id)
    .executeTakeFirstOrThrow();
  return tx
    .insertInto('inquiry_template_version')
    .values({...row, number: (last ?? 0) + 1})
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The one with the highest number that was not put away. */
export function findNewestVersion(
  reader: Reader,
  envId: string,
  templateId: string,
): Promise<Row<'inquiry_template_version'> | undefined> {
  return reader
    .selectFrom('inquiry_template_version')
    .selectAll()
    .where('env_id', '=', envId)
    .where('template_id', '=', templateId)
    .where('status', '!=', 'archived')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function setVersion(
  tx: Tx,
  version: Pick<Row<'inquiry_template_version'>, 'env_id' | 'id'>,
  changes: Pick<
    Updateable<Tables['inquiry_template_version']>,
    'status' | 'graph' | 'published_at' | 'revision' | 'updated_at'
  >,
): Promise<Row<'inquiry_template_version'>> {
  return tx
    .updateTable('inquiry_template_version')
    .set(changes)
    .where('env_id', '=', version.env_id)
    .where('id', '=', version.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Those that were published before this one; inquiries that run one of them go on with it. */
export async function archiveOtherVersions(
  tx: Tx,
  version: Pick<Row<'inquiry_template_version'>, 'env_id' | 'id' | 'template_id'>,
): Promise<void> {
  await tx
    .updateTable('inquiry_template_version')
    .set({status: 'archived'})
    .where('env_id', '=', version.env_id)
    .where('template_id', '=', version.template_id)
    .where('status', '=', 'published')
    .where('id', '!=', version.id)
    .execute();
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
