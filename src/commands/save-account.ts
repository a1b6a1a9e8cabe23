/** The action `save-account` of a template: what an inquiry learned goes to its account, which is made where there is none. */
import {accountFieldKeys} from '../domain/account.ts';
import type {FlowEffect} from '../domain/steps/step.ts';
import {lockAccount} from '../storage/account.ts';
import {updateInquiryRow} from '../storage/inquiry.ts';
import type {Row} from '../storage/schema.ts';
import {changeAccount} from './change-account.ts';
import {insertNewAccount} from './find-or-create-account.ts';
import type {Write} from './write.ts';

type Effect = Extract<FlowEffect, {type: 'save-account'}>;

/**
 * A reference id that a browser claimed names no account before the inquiry is approved, so until then nothing is saved for it.
 * Neither is anything in an account that was redacted or consolidated meanwhile: the inquiry goes on.
 */
export async function saveAccount(w: Write, inquiry: Row<'inquiry'>, effect: Effect): Promise<Row<'inquiry'>> {
  if (inquiry.account_id === null && inquiry.claimed_reference_id !== null) return inquiry;
  const owned = inquiry.account_id === null ? await giveAccount(w, inquiry) : inquiry;
  const account = owned.account_id === null ? undefined : await lockAccount(w.tx, w.envId, owned.account_id);
  if (!account || account.redacted_at || account.archived_at) return owned;
  let changed = await changeAccount(w, account, {fields: valuesOf(inquiry, effect)});
  for (const name of effect.tags) changed = await changeAccount(w, changed, {tags: {type: 'add', name}});
  return owned;
}

async function giveAccount(w: Write, inquiry: Row<'inquiry'>): Promise<Row<'inquiry'>> {
  const account = await insertNewAccount(w, {referenceId: null});
  if (!account) return inquiry;
  return updateInquiryRow(w.tx, inquiry, {account_id: account.id, updated_at: w.now});
}

/** Only what is known: an account loses nothing to an inquiry that did not ask. */
function valuesOf({fields}: Row<'inquiry'>, {fields: chosen = accountFieldKeys}: Effect): Record<string, unknown> {
  return Object.fromEntries(
    chosen.flatMap((key) => {
      const value = Object.hasOwn(fields, key) ? fields[key]?.value : undefined;
      return accountFieldKeys.includes(key) && value !== null && value !== undefined ? [[key, value]] : [];
    }),
  );
}
