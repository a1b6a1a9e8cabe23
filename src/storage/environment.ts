import type {Insertable} from 'kysely';
import type {Reader, Tx} from './database.ts';
import type {Row, Tables} from './schema.ts';

export function findEnvironment(reader: Reader, id: string): Promise<Row<'environment'> | undefined> {
  return reader.selectFrom('environment').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Of one organization, or (self-hosted as a rule has one) all; sandbox before production, oldest first. */
export function listEnvironments(reader: Reader, orgId?: string): Promise<Row<'environment'>[]> {
  let query = reader.selectFrom('environment').selectAll();
  if (orgId !== undefined) query = query.where('org_id', '=', orgId);
  return query.orderBy('kind', 'desc').orderBy('created_at').execute();
}

/** In whose name its people are asked. */
export async function nameOfOrganization(reader: Reader, envId: string): Promise<string> {
  const {name} = await reader
    .selectFrom('organization')
    .innerJoin('environment', 'environment.org_id', 'organization.id')
    .select('organization.name')
    .where('environment.id', '=', envId)
    .executeTakeFirstOrThrow();
  return name;
}

export async function insertOrganization(tx: Tx, row: Insertable<Tables['organization']>): Promise<void> {
  await tx.insertInto('organization').values(row).execute();
}

export async function insertEnvironment(tx: Tx, row: Insertable<Tables['environment']>): Promise<void> {
  await tx.insertInto('environment').values(row).execute();
}

/** True for the one caller, ever, that wrote the setting; others wait for it and get false. */
export async function insertSettingOnce(tx: Tx, key: string, value: unknown): Promise<boolean> {
  const inserted = await tx
    .insertInto('setting')
    .values({key, value: JSON.stringify(value)})
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  return inserted !== undefined;
}
