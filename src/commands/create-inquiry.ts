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
  templateId?: string;
  templateVersionId?: string;
  /** One of the two, or none. */
  accountId?: string;
  referenceId?: string;
  /** False: a reference id without an account stays a claim. True: an account is made even without one. */
  autoCreateAccount?: boolean;
  autoCreateAccountTypeId?: string;
  autoCreateSession?: boolean;
  /** With `autoCreateSession`: whose session it is, if they are here already. */
  client?: SessionClient;
  autoCreateOneTimeLink?: boolean;
  fields?: Record<string, unknown>;
  tags?: readonly string[];
  note?: string;
  redirectUri?: string;
  themeSetId?: string;
  initialStepName?: string;
  language?: string;
  /** Who made it, as reviewers read it, e.g. an email address; default says how it came. */
  creator?: string;
  /** Seconds other than the template's. */
  expiry?: Partial<InquiryExpiry>;
}

export interface CreatedInquiry {
  inquiry: Row<'inquiry'>;
  /** For `presentInquiry`. */
  related: InquiryRelated;
  graph: TemplateGraph;
  session?: OpenedSession;
  oneTimeLink?: OneTimeLink;
}

/** @throws CountersignError `not_found`, `inactive_template`, `invalid_attribute`, `invalid_field`, each with its pointer */
export async function createInquiry(w: Write, input: CreateInquiry): Promise<CreatedInquiry> {
  const version = await chooseTemplate(w, input);
  const {graph} = version;
  const fields = firstFields(graph, input.fields);
  checkWhere(graph, input);
  const {account, claim} = await chooseAccount(w, input);
  const expiry = inquiryExpiry(graph, input.expiry ?? null);

  const inquiry = insertInquiry(w.tx, {
    env_id: w.envId,
    id: newId('inquiry', w.now.getTime()),
    template_id: version.template_id,
    template_version_id: version.id,
    account_id: account?.id ?? null,
    claimed_reference_id: claim,
    creator: input.creator ?? (input.namedBy === 'server' ? 'API' : 'Browser'),
    status: 'created',
    step: input.initialStepName ?? graph.start,
    step_state: {},
    fields,
    tags: [...(input.tags ?? [])],
    note: input.note ?? null,
    redirect_uri: input.redirectUri ?? null,
    theme_set_id: input.themeSetId ?? null,
    initial_step_name: input.initialStepName ?? null,
    language: input.language ?? null,
    expiry: input.expiry ?? null,
    version: 1,
    created_at: w.now,
    updated_at: w.now,
    expires_at: new Date(w.now.getTime() + expiry.afterCreateSeconds * 1000),
  });
  w.ctx.keyring.make(w.tx, w.envId, inquiry.id, w.now);
  const related: InquiryRelated = {referenceId: account?.reference_id ?? null};
  await w.emit({
    name: 'inquiry.created',
    objectType: 'inquiry',
    objectId: inquiry.id,
    subjectId: inquiry.id,
    data: presentInquiry(inquiry, related),
  });
  await w.audit('inquiry.create', 'inquiry', inquiry.id);

  const session = input.autoCreateSession
    ? await openSession(w, inquiry, {graph, isFirst: true, ...(input.client && {client: input.client})})
    : undefined;
  const oneTimeLink = input.autoCreateOneTimeLink
    ? await makeOneTimeLink(w, inquiry, expiry.oneTimeLinkSeconds)
    : undefined;
  return {
    inquiry,
    graph,
    related: {...related, ...(session && {sessionIds: [session.session.id]})},
    ...(session && {session}),
    ...(oneTimeLink && {oneTimeLink}),
  };
}

async function chooseTemplate(
  w: Write,
  {templateId, templateVersionId}: CreateInquiry,
): Promise<Row<'inquiry_template_version'>> {
  const pointer = `/data/attributes/inquiry-template-${templateVersionId === undefined ? 'id' : 'version-id'}`;
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
