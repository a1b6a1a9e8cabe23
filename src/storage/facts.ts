/** What the conditions of a template can ask of one inquiry, as the rows say it now. */
import type {FactSources} from '../domain/facts.ts';
import type {Reader} from './database.ts';
import {findAccount} from './account.ts';
import type {Row} from './schema.ts';
import {listVerifications} from './verification.ts';

/** `inquiry` may hold fields that are not written yet. */
export async function readFactSources(reader: Reader, inquiry: Row<'inquiry'>): Promise<FactSources> {
  const {env_id: envId, id: inquiryId, fields, tags, language, creator} = inquiry;
  const verifications = await listVerifications(reader, {envId, inquiryId});
  return {
    fields,
    verifications: verifications.map(({step, kind, status, attempt, country_code: countryCode, checks}) => {
      return {step, kind, status, attempt, countryCode, checks};
    }),
    inquiry: {tags, language, creator},
    account: inquiry.account_id === null ? undefined : await accountFacts(reader, envId, inquiry.account_id),
    session: await newestDevice(reader, envId, inquiryId),
  };
}

async function accountFacts(reader: Reader, envId: string, id: string): Promise<FactSources['account']> {
  const account = await findAccount(reader, envId, id);
  if (!account) return undefined;
  const counts = await reader
    .selectFrom('inquiry')
    .select(['status', (is) => is.fn.countAll<string>().as('count')])
    .where('env_id', '=', envId)
    .where('account_id', '=', id)
    .where('status', 'in', ['approved', 'declined'])
    .groupBy('status')
    .execute();
  const countOf = (status: string): number => Number(counts.find((row) => row.status === status)?.count ?? 0);
  return {
    status: account.status,
    tags: account.tags,
    createdAt: account.created_at,
    approved: countOf('approved'),
    declined: countOf('declined'),
  };
}

async function newestDevice(reader: Reader, envId: string, inquiryId: string): Promise<Record<string, unknown>> {
  const session = await reader
    .selectFrom('inquiry_session')
    .select('device')
    .where('env_id', '=', envId)
    .where('inquiry_id', '=', inquiryId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return session?.device ?? {};
}
