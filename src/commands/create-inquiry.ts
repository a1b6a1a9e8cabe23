import {allowsRedirect, emptyFields, inquiryExpiry, writeFields} from '../domain/template.ts';
import type {InquiryExpiry, TypedFields} from '../domain/template.ts';
import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import {findAccount, findAccountByReference} from '../storage/account.ts';
import {insertInquiry} from '../storage/inquiry.ts';
import {accountTypeId} from '../storage/resources/account.ts';
import {presentInquiry} from '../storage/resources/inquiry.ts';
import type {InquiryRelated} from '../storage/resources/inquiry.ts';
import type {Row} from '../storage/schema.ts';
import {useRunnableTemplate} from '../storage/template.ts';
import {refuseEnded} from './change-account.ts';
import {openSession} from './create-inquiry-session.ts';
import type {OpenedSession, SessionClient} from './create-inquiry-session.ts';
import {findOrCreateAccount, insertNewAccount} from './find-or-create-account.ts';
import {makeOneTimeLink} from './generate-one-time-link.ts';
import type {OneTimeLink} from './generate-one-time-link.ts';
import {invalidField} from './invalid-field.ts';
import type {Write} from './write.ts';

export interface CreateInquiry {
  /** A browser's reference id stays a claim until the inquiry is approved, and it names no account. */
  namedBy: 'server' | 'browser';
  /** One of the two. */
  templateId?: string | undefined;
  templateVersionId?: string | undefined;
  /** One of the two, or none. */
  accountId?: string | undefined;
  referenceId?: string | undefined;
  /** False: a reference id without an account stays a claim. True: an account is made even without one. */
  autoCreateAccount?: boolean | undefined;
  autoCreateAccountTypeId?: string | undefined;
  autoCreateSession?: boolean | undefined;
  /** With `autoCreateSession`: whose session it is, if they are here already. */
  client?: SessionClient;
  autoCreateOneTimeLink?: boolean | undefined;
  fields?: Record<string, unknown> | undefined;
  tags?: readonly string[] | undefined;
  note?: string | undefined;
  redirectUri?: string | undefined;
  themeSetId?: string | undefined;
  initialStepName?: string | undefined;
  language?: string | undefined;
  /** Who made it, as reviewers read it, e.g. an email address; default says how it came. */
  creator?: string | undefined;
  /** Seconds other than the template's. */
  expiry?: Partial<InquiryExpiry> | undefined;
}

export interface CreatedInquiry {
  inquiry: Row<'inquiry'>;
  /** For `presentInquiry`. */
  related: InquiryRelated;
  graph: TemplateGraph;
  session: OpenedSession | undefined;
  oneTimeLink: OneTimeLink | undefined;
}

/** @throws CountersignError `not_found`, `inactive_template`, `invalid_attribute`, `invalid_field`, each with its pointer */
export async function createInquiry(w: Write, input: CreateInquiry): Promise<CreatedInquiry> {
  const version = await chooseTemplate(w, input);
  const {graph} = version;
  const fields = firstFields(graph, input.fields);
  checkWhere(graph, input);
  const {account, claim} = await chooseAccount(w, input);
  const expiry = inquiryExpiry(graph, input.expiry ?? null);

  const inquiry = firstRow(w, input, {version, account, claim, fields, expiry});
  insertInquiry(w.tx, inquiry);
  w.ctx.keyring.make(w.tx, w.envId, inquiry.id, w.now);
  const referenceId = account?.reference_id ?? null;
  await w.emit({
    name: 'inquiry.created',
    objectType: 'inquiry',
    objectId: inquiry.id,
    subjectId: inquiry.id,
    data: presentInquiry(inquiry, {referenceId}),
  });
  await w.audit('inquiry.create', 'inquiry', inquiry.id);

  const session = input.autoCreateSession
    ? await openSession(w, inquiry, {graph, isFirst: true, client: input.client})
    : undefined;
  const oneTimeLink = input.autoCreateOneTimeLink
    ? await makeOneTimeLink(w, inquiry, expiry.oneTimeLinkSeconds)
    : undefined;
  const related = {referenceId, sessionIds: session ? [session.session.id] : []};
  return {inquiry, graph, related, session, oneTimeLink};
}

interface Choice {
  version: Row<'inquiry_template_version'>;
  account: Row<'account'> | undefined;
  claim: string | null;
  fields: TypedFields;
  expiry: InquiryExpiry;
}

function firstRow(w: Write, input: CreateInquiry, {version, account, claim, fields, expiry}: Choice): Row<'inquiry'> {
  return {
    env_id: w.envId,
    id: newId('inquiry', w.now.getTime()),
    template_id: version.template_id,
    template_version_id: version.id,
    account_id: account?.id ?? null,
    claimed_reference_id: claim,
    creator: input.creator ?? (input.namedBy === 'server' ? 'API' : 'Browser'),
    status: 'created',
    step: input.initialStepName ?? version.graph.start,
    step_state: {},
    fields,
    tags: [...(input.tags ?? [])],
    note: input.note ?? null,
    reviewer_comment: null,
    redirect_uri: input.redirectUri ?? null,
    theme_set_id: input.themeSetId ?? null,
    initial_step_name: input.initialStepName ?? null,
    language: input.language ?? null,
    expiry: input.expiry ?? null,
    version: 1,
    created_at: w.now,
    updated_at: w.now,
    expires_at: new Date(w.now.getTime() + expiry.afterCreateSeconds * 1000),
    started_at: null,
    completed_at: null,
    failed_at: null,
    expired_at: null,
    marked_for_review_at: null,
    decisioned_at: null,
    redacted_at: null,
  };
}

const templatePointer = '/data/attributes/inquiry-template-id';
const versionPointer = '/data/attributes/inquiry-template-version-id';

async function chooseTemplate(
  w: Write,
  {templateId, templateVersionId}: CreateInquiry,
): Promise<Row<'inquiry_template_version'>> {
  const pointer = templateVersionId === undefined ? templatePointer : versionPointer;
  if ((templateId === undefined) === (templateVersionId === undefined)) {
    throw new CountersignError('invalid_attribute', {
      pointer,
      details: 'Expected a template id or a template version id, and not both.',
    });
  }
  const name = templateVersionId === undefined ? {templateId: templateId ?? ''} : {templateVersionId};
  const version = await useRunnableTemplate(w.tx, w.envId, name);
  if (!version)
    throw new CountersignError('not_found', {
      pointer,
      details: 'There is no such published template in this environment.',
    });
  if (version.template_status !== 'active') throw new CountersignError('inactive_template', {pointer});
  return version;
}

function firstFields(graph: TemplateGraph, written: Record<string, unknown> | undefined): TypedFields {
  const result = writeFields(graph.fields, emptyFields(graph.fields), written ?? {});
  if (!result.ok) throw invalidField(result.problems);
  return result.fields;
}

function checkWhere(graph: TemplateGraph, {redirectUri, initialStepName, namedBy}: CreateInquiry): void {
  if (redirectUri !== undefined && !allowsRedirect(graph.redirectUris, redirectUri, namedBy)) {
    throw new CountersignError('invalid_attribute', {
      pointer: '/data/attributes/redirect-uri',
      details: 'Expected an address the template allows to return to.',
    });
  }
  if (initialStepName !== undefined && !Object.hasOwn(graph.steps, initialStepName)) {
    throw new CountersignError('invalid_attribute', {
      pointer: '/data/attributes/initial-step-name',
      details: `Expected one of ${Object.keys(graph.steps).join(', ')}.`,
    });
  }
}

/** The account the inquiry belongs to, and the reference id it only claims. */
async function chooseAccount(
  w: Write,
  input: CreateInquiry,
): Promise<{account?: Row<'account'>; claim: string | null}> {
  const {accountId, referenceId, autoCreateAccount} = input;
  if (input.namedBy === 'browser') {
    if (accountId === undefined) return {claim: referenceId ?? null};
    throw new CountersignError('invalid_config', {
      details: 'Only a server can name an account; a browser may give a reference id.',
    });
  }
  if (accountId !== undefined && referenceId !== undefined) {
    throw new CountersignError('invalid_attribute', {
      pointer: '/data/attributes/account-id',
      details: 'Expected an account id or a reference id, and not both.',
    });
  }
  const typePointer = '/meta/auto-create-account-type-id';
  if (input.autoCreateAccountTypeId !== undefined && autoCreateAccount === false) {
    throw new CountersignError('invalid_attribute', {
      pointer: typePointer,
      details: 'Expected none, because auto-create-account is false.',
    });
  }
  if (input.autoCreateAccountTypeId !== undefined && input.autoCreateAccountTypeId !== accountTypeId(w.envId)) {
    throw new CountersignError('not_found', {pointer: typePointer, details: 'There is no such account type.'});
  }
  if (accountId !== undefined) {
    const account = await findAccount(w.tx, w.envId, accountId);
    if (!account)
      throw new CountersignError('not_found', {
        pointer: '/data/attributes/account-id',
        details: 'There is no such account.',
      });
    refuseEnded(account, '/data/attributes/account-id');
    return {account, claim: null};
  }
  if (referenceId !== undefined && autoCreateAccount === false) {
    const account = await findAccountByReference(w.tx, w.envId, referenceId);
    if (account) refuseEnded(account, '/data/attributes/reference-id');
    return account ? {account, claim: null} : {claim: referenceId};
  }
  if (referenceId !== undefined) {
    const {account} = await findOrCreateAccount(w, referenceId);
    refuseEnded(account, '/data/attributes/reference-id');
    return {account, claim: null};
  }
  if (!autoCreateAccount) return {claim: null};
  const account = await insertNewAccount(w, {referenceId: null});
  return account ? {account, claim: null} : {claim: null};
}
