/** What the operators' pages show: a list, a detail, the outbox. Reads only, every one within one environment. */
import {sql} from 'kysely';
import type {Reader} from './database.ts';
import type {InquiryStatus, Row} from './schema.ts';

export interface InquiryListOptions {
  envId: string;
  status?: InquiryStatus;
  /** Id of the last inquiry of the previous page. */
  after?: string;
  limit: number;
}

export type InquiryListRow = Pick<
  Row<'inquiry'>,
  'id' | 'status' | 'claimed_reference_id' | 'fields' | 'created_at' | 'updated_at'
> & {
  template_name: string;
  account_reference_id: string | null;
};

/** Newest first; ids are time-ordered, so the cursor is the id. */
export function listInquiriesForOperator(reader: Reader, options: InquiryListOptions): Promise<InquiryListRow[]> {
  return inquiryRows(reader, options.envId)
    .$if(Boolean(options.status), (query) => query.where('inquiry.status', '=', options.status ?? 'created'))
    .$if(Boolean(options.after), (query) => query.where('inquiry.id', '<', options.after ?? ''))
    .orderBy('inquiry.id', 'desc')
    .limit(options.limit)
    .execute();
}

export async function countInquiriesByStatus(reader: Reader, envId: string): Promise<Record<string, number>> {
  const rows = await reader
    .selectFrom('inquiry')
    .select(['status', sql<number>`count(*)::int`.as('count')])
    .where('env_id', '=', envId)
    .groupBy('status')
    .execute();
  return Object.fromEntries(rows.map((row) => [row.status, row.count]));
}

export function findInquiryForOperator(
  reader: Reader,
  envId: string,
  id: string,
): Promise<(Row<'inquiry'> & InquiryListRow) | undefined> {
  return inquiryRows(reader, envId).selectAll('inquiry').where('inquiry.id', '=', id).executeTakeFirst();
}

export function listVerificationsForOperator(
  reader: Reader,
  envId: string,
  inquiryId: string,
): Promise<Row<'verification'>[]> {
  return reader
    .selectFrom('verification')
    .selectAll()
    .where('env_id', '=', envId)
    .where('inquiry_id', '=', inquiryId)
    .orderBy('attempt', 'desc')
    .orderBy('created_at', 'desc')
    .execute();
}

export function listDocumentsForOperator(reader: Reader, envId: string, inquiryId: string): Promise<Row<'document'>[]> {
  return reader
    .selectFrom('document')
    .selectAll()
    .where('env_id', '=', envId)
    .where('inquiry_id', '=', inquiryId)
    .execute();
}

export function listEventNamesForOperator(
  reader: Reader,
  envId: string,
  subjectId: string,
): Promise<Pick<Row<'event'>, 'id' | 'name' | 'created_at'>[]> {
  return reader
    .selectFrom('event')
    .select(['id', 'name', 'created_at'])
    .where('env_id', '=', envId)
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .execute();
}

export type DeliveryListRow = Row<'webhook_delivery'> & {event_name: string; url: string};

export function listDeliveriesForOperator(reader: Reader, envId: string, limit: number): Promise<DeliveryListRow[]> {
  return reader
    .selectFrom('webhook_delivery as delivery')
    .innerJoin('event', (join) =>
      join.onRef('event.env_id', '=', 'delivery.env_id').onRef('event.id', '=', 'delivery.event_id'),
    )
    .innerJoin('webhook', (join) =>
      join.onRef('webhook.env_id', '=', 'delivery.env_id').onRef('webhook.id', '=', 'delivery.webhook_id'),
    )
    .selectAll('delivery')
    .select(['event.name as event_name', 'webhook.url'])
    .where('delivery.env_id', '=', envId)
    .orderBy('delivery.id', 'desc')
    .limit(limit)
    .execute();
}

export function listMailsForOperator(reader: Reader, envId: string, limit: number): Promise<Row<'outbox_mail'>[]> {
  return reader
    .selectFrom('outbox_mail')
    .selectAll()
    .where('env_id', '=', envId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export function listEnvironmentsOf(
  reader: Reader,
  orgId: string,
): Promise<Pick<Row<'environment'>, 'id' | 'kind' | 'name'>[]> {
  return reader
    .selectFrom('environment')
    .select(['id', 'kind', 'name'])
    .where('org_id', '=', orgId)
    .orderBy('kind', 'desc')
    .execute();
}

function inquiryRows(reader: Reader, envId: string) {
  return reader
    .selectFrom('inquiry')
    .innerJoin('inquiry_template as template', (join) =>
      join.onRef('template.env_id', '=', 'inquiry.env_id').onRef('template.id', '=', 'inquiry.template_id'),
    )
    .leftJoin('account', (join) =>
      join.onRef('account.env_id', '=', 'inquiry.env_id').onRef('account.id', '=', 'inquiry.account_id'),
    )
    .where('inquiry.env_id', '=', envId)
    .select([
      'inquiry.id',
      'inquiry.status',
      'inquiry.claimed_reference_id',
      'inquiry.fields',
      'inquiry.created_at',
      'inquiry.updated_at',
      'template.name as template_name',
      'account.reference_id as account_reference_id',
    ]);
}
