/** What a delivery sends along in `included`: what hangs on the event's object, as it is when the delivery leaves. */
import type {EventPayload} from '../protocol/event.ts';
import type {IncludedAllowlist} from '../protocol/webhook.ts';
import {findAccount} from '../storage/account.ts';
import type {Reader} from '../storage/database.ts';
import {findDocument, listDocuments} from '../storage/document.ts';
import {findInquiry} from '../storage/inquiry.ts';
import {readInquiryRelated} from '../storage/inquiry-related.ts';
import {listSessions} from '../storage/inquiry-session.ts';
import {presentAccount} from '../storage/resources/account.ts';
import {presentDocument, presentVerification} from '../storage/resources/finding.ts';
import {presentInquiry} from '../storage/resources/inquiry.ts';
import {presentInquirySession} from '../storage/resources/inquiry-session.ts';
import type {Row} from '../storage/schema.ts';
import {findVerification, listVerifications} from '../storage/verification.ts';

type Resources = NonNullable<EventPayload['included']>;

/** Names of relations that a webhook wants along with this event; undefined = none. */
export function wantedRelations(
  event: {name: string},
  allowed: IncludedAllowlist | null,
): readonly string[] | undefined {
  switch (allowed?.state) {
    case 'include_all':
      return ['*'];
    case 'custom': {
      const [type] = event.name.split('.');
      return allowed['event-types'].find((one) => one['event-type'] === type)?.relationships;
    }
    default:
      return undefined;
  }
}

/** Pictures have no address here: their links would outlive what they show; ask the API for fresh ones. */
export async function relatedResources(
  reader: Reader,
  event: Row<'event'>,
  {relations, now}: {relations: readonly string[]; now: Date},
): Promise<Resources> {
  const wants = (name: string) => relations.includes('*') || relations.includes(name);
  const {env_id: envId, object_id: id} = event;
  const [type] = event.object_type.split('/');
  if (type === 'inquiry') {
    const inquiry = await findInquiry(reader, envId, id);
    return inquiry ? aroundInquiry(reader, inquiry, {wants, now}) : [];
  }
  if (type === 'verification') {
    const verification = await findVerification(reader, {envId, id});
    return verification ? aroundVerification(reader, verification, wants) : [];
  }
  return [];
}

async function aroundInquiry(
  reader: Reader,
  {env_id: envId, id: inquiryId, account_id: accountId}: Row<'inquiry'>,
  {wants, now}: {wants: (name: string) => boolean; now: Date},
): Promise<Resources> {
  const account = accountId !== null && wants('account') ? await findAccount(reader, envId, accountId) : undefined;
  const verifications = wants('verifications') ? await listVerifications(reader, {envId, inquiryId}) : [];
  const documents = wants('documents') ? await listDocuments(reader, {envId, inquiryId}) : [];
  const sessions = wants('sessions') ? await listSessions(reader, envId, {inquiryId}, {size: 100}) : {items: []};
  return [
    ...(account ? [presentAccount(account)] : []),
    ...verifications.map((row) => presentVerification(row)),
    ...documents.map((row) => presentDocument(row)),
    ...sessions.items.map((row) => presentInquirySession(row, now)),
  ] as Resources;
}

async function aroundVerification(
  reader: Reader,
  {env_id: envId, inquiry_id: inquiryId, document_id: documentId}: Row<'verification'>,
  wants: (name: string) => boolean,
): Promise<Resources> {
  const inquiry = inquiryId !== null && wants('inquiry') ? await findInquiry(reader, envId, inquiryId) : undefined;
  const document =
    documentId !== null && wants('document') ? await findDocument(reader, {envId, id: documentId}) : undefined;
  const related = inquiry && (await readInquiryRelated(reader, envId, [inquiry])).get(inquiry.id);
  return [
    ...(inquiry ? [presentInquiry(inquiry, related)] : []),
    ...(document ? [presentDocument(document)] : []),
  ] as Resources;
}
