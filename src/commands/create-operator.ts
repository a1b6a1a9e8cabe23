import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import {findEnvironment} from '../storage/environment.ts';
import {findOperator, findOperatorByEmail, insertOperator, insertOperatorLink} from '../storage/operator.ts';
import type {Row} from '../storage/schema.ts';
import {newToken} from './token.ts';
import type {Write} from './write.ts';

/** An operator of the organization the environment belongs to; the known one where the address is known. */
export async function createOperator(
  w: Write,
  input: {email: string; name: string},
): Promise<{operator: Row<'operator'>; created: boolean}> {
  const environment = await findEnvironment(w.tx, w.envId);
  if (!environment) throw new CountersignError('not_found');
  const email = input.email.trim().toLowerCase();
  const known = await findOperatorByEmail(w.tx, environment.org_id, email);
  if (known) return {operator: known, created: false};
  const operator = await insertOperator(w.tx, {
    id: newId('operator', w.now.getTime()),
    org_id: environment.org_id,
    email,
    name: input.name,
    created_at: w.now,
  });
  if (!operator) {
    // made by another process while this one waited, or the address belongs to another organization
    const other = await findOperatorByEmail(w.tx, environment.org_id, email);
    if (other) return {operator: other, created: false};
    throw new CountersignError('conflict', {details: 'Another operator has this address.'});
  }
  await w.audit('operator.create', 'operator', operator.id);
  return {operator, created: true};
}

/** A code that signs an operator in once; `validSeconds` defaults to 15 minutes. @throws CountersignError `not_found` */
export async function createOperatorLink(
  w: Write,
  input: {operatorId: string; validSeconds?: number},
): Promise<{code: string; expiresAt: Date}> {
  const operator = await findOperator(w.tx, input.operatorId);
  const environment = await findEnvironment(w.tx, w.envId);
  if (!operator || operator.org_id !== environment?.org_id) throw new CountersignError('not_found');
  const code = newToken();
  const expiresAt = new Date(w.now.getTime() + (input.validSeconds ?? 15 * 60) * 1000);
  await insertOperatorLink(w.tx, {
    code_hash: code.hash,
    operator_id: operator.id,
    created_at: w.now,
    expires_at: expiresAt,
  });
  await w.audit('operator.create-link', 'operator', operator.id);
  return {code: code.value, expiresAt};
}
