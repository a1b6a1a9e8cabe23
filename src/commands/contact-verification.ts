/** The verification of a number or address through its life: made with its first code, submitted when it came back, dropped for another. */
import type {FlowEffect} from '../domain/steps/step.ts';
import {isContactKind} from '../protocol/contact.ts';
import type {ContactKind, ContactResult} from '../protocol/contact.ts';
import {newId} from '../protocol/ids.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import {contactResult} from '../storage/resources/contact.ts';
import {presentVerification} from '../storage/resources/finding.ts';
import type {Row} from '../storage/schema.ts';
import {findVerification, insertVerification, listVerifications, updateVerification} from '../storage/verification.ts';
import type {VerificationRow} from '../storage/verification.ts';
import {sendCode} from './confirmation-code.ts';
import {keepOrder} from './write.ts';
import type {Write} from './write.ts';

/** To what a verification belongs; nothing of it for one that an API client made. */
export interface ContactPlace {
  inquiry?: Pick<Row<'inquiry'>, 'id' | 'template_id' | 'template_version_id' | 'account_id' | 'step'>;
  accountId?: string | null;
}

export async function createContact(
  w: Write,
  {inquiry, accountId}: ContactPlace,
  contact: {kind: ContactKind; id?: string; value: string; countryCode?: string | undefined},
): Promise<VerificationRow> {
  const earlier = inquiry ? await listVerifications(w.tx, {envId: w.envId, inquiryId: inquiry.id}) : [];
  const id = contact.id ?? newId('verification', w.now.getTime());
  if (!inquiry) await w.ctx.keyring.ensure(w.tx, w.envId, id, w.now);
  const row = await insertVerification(w.tx, {
    env_id: w.envId,
    id,
    kind: contact.kind,
    inquiry_id: inquiry?.id ?? null,
    account_id: inquiry?.account_id ?? accountId ?? null,
    template_version_id: inquiry?.template_version_id ?? null,
    step: inquiry?.step ?? null,
    // counts runs, so that the last one is the one that decides; the person's attempts are counted by the flow
    attempt: earlier.filter(({step}) => step === inquiry?.step).length + 1,
    status: 'initiated',
    country_code: contact.countryCode ?? null,
    result: JSON.stringify({value: contact.value} satisfies ContactResult),
    checks: JSON.stringify([]),
    version: 1,
    created_at: w.now,
    updated_at: w.now,
  });
  await emitContact(w, 'verification.created', row, inquiry);
  return row;
}

/** Puts it before its checks. @throws Error where somebody else changed it while it was held */
export async function submitContact(
  w: Write,
  row: VerificationRow,
  {confirmed, inquiry}: {confirmed: boolean} & Pick<ContactPlace, 'inquiry'>,
): Promise<VerificationRow> {
  const result = {...row.result, ...(confirmed ? {confirmedAt: w.now.toISOString()} : {unsent: true})};
  const submitted = await changeContact(w, row, {
    status: 'submitted',
    submitted_at: w.now,
    result: JSON.stringify(result),
  });
  await emitContact(w, 'verification.submitted', submitted, inquiry);
  await w.enqueue('run-verification', {envId: w.envId, verificationId: row.id});
  return submitted;
}

export async function changeContact(
  w: Write,
  row: VerificationRow,
  changes: Parameters<typeof updateVerification>[2],
): Promise<VerificationRow> {
  const changed = await updateVerification(w.tx, row, {...changes, updated_at: w.now});
  if (!changed) throw new Error(`Verification ${row.id} changed while it was held.`);
  return changed;
}

/** An inquiry's events are sealed with its key; those of a verification without one, with its own. */
export function subjectOfContact(row: Pick<VerificationRow, 'id' | 'inquiry_id'>): string {
  return row.inquiry_id ?? row.id;
}

export async function emitContact(
  w: Write,
  name: string,
  row: VerificationRow,
  inquiry?: Pick<Row<'inquiry'>, 'template_id'>,
): Promise<void> {
  const data = presentVerification(row, inquiry && {templateId: inquiry.template_id});
  await w.emit({name, objectType: data.type, objectId: row.id, subjectId: subjectOfContact(row), data});
}

/** What an effect of the flow does to codes and verifications. */
export async function applyContactEffect(
  w: Write,
  inquiry: Row<'inquiry'>,
  {graph, effect}: {graph: Pick<TemplateGraph, 'requester'>; effect: FlowEffect},
): Promise<void> {
  const letter = {subjectId: inquiry.id, requester: graph.requester, language: inquiry.language};
  switch (effect.type) {
    case 'send-code': {
      const {kind, to, verificationId} = effect;
      await createContact(w, {inquiry}, {kind, id: verificationId, value: to});
      return sendCode(w, {...letter, verificationId, kind, to});
    }
    case 'resend-code': {
      const {id, kind, result} = await held(w, effect.verificationId);
      const to = contactResult({result}).value;
      if (!isContactKind(kind) || to === undefined) throw new Error(`${id} has no number or address.`);
      return sendCode(w, {...letter, verificationId: id, kind, to});
    }
    case 'verify-contact': {
      const {kind, to, verificationId, confirmed} = effect;
      const row =
        to === undefined
          ? await held(w, verificationId)
          : await createContact(w, {inquiry}, {kind, id: verificationId, value: to});
      await submitContact(w, row, {confirmed, inquiry});
      return;
    }
    case 'drop-contact': {
      const row = await held(w, effect.verificationId);
      const dropped = await changeContact(w, row, {status: 'canceled', completed_at: w.now});
      return emitContact(w, 'verification.canceled', dropped, inquiry);
    }
  }
}

async function held(w: Write, id: string): Promise<VerificationRow> {
  const row = await findVerification(w.tx, {envId: w.envId, id});
  if (!row) throw new Error(`The verification ${id} of an inquiry is missing.`);
  keepOrder(w, row.updated_at);
  return row;
}
