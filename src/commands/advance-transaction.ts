/** Moves a transaction on by the rules of `domain/transaction.ts`: the next verification, or the decision once all have ended. */
import {keptFile, nextMove} from '../domain/transaction.ts';
import type {EvidenceSide} from '../protocol/flow.ts';
import {newId} from '../protocol/ids.ts';
import type {TransactionVerification} from '../protocol/transaction-type.ts';
import {updateTransactionRow} from '../storage/transaction.ts';
import type {TransactionRow} from '../storage/transaction.ts';
import {listTransactionVerifications} from '../storage/verification.ts';
import {askVerification, submitAsked} from './ask-verification.ts';
import {definitionOf, tellTransaction} from './change-transaction.ts';
import {attachFiles} from './give-pictures.ts';
import type {Write} from './write.ts';

/** `row` is held. One that is not `created` any more was decided, by these rules or by somebody. */
export async function advanceTransaction(w: Write, row: TransactionRow): Promise<TransactionRow> {
  if (row.status !== 'created') return row;
  const run = await listTransactionVerifications(w.tx, {envId: w.envId, transactionId: row.id});
  const move = nextMove(await definitionOf(w, row), row.fields, run);
  switch (move.type) {
    case 'wait':
      return row;
    case 'run':
      await runNext(w, row, move.verification);
      return row;
    case 'decide': {
      const completed = await restate(w, row, 'completed');
      return restate(w, completed, move.decision);
    }
  }
}

async function restate(w: Write, row: TransactionRow, status: string): Promise<TransactionRow> {
  const changed = await updateTransactionRow(w.tx, row, {status, updated_at: w.now});
  await tellTransaction(w, 'transaction.status-updated', changed);
  await w.audit(`transaction.${status}`, 'transaction', row.id);
  return changed;
}

/** What each part of `from` shows; the others say something of it. */
const sides: Record<string, EvidenceSide> = {
  front: 'front',
  back: 'back',
  center: 'center',
  left: 'left',
  right: 'right',
  page: 'page',
};

async function runNext(w: Write, row: TransactionRow, asked: TransactionVerification): Promise<void> {
  const values = Object.entries(asked.from).flatMap(([part, key]): [string, unknown][] =>
    key === undefined ? [] : [[part, row.fields[key]?.value]],
  );
  const files = values.flatMap(([part, value]) => {
    const side = sides[part];
    const file = keptFile(value);
    return side && file ? [{side, fileId: file.fileId}] : [];
  });
  const said = new Map(values.filter(([, value]) => typeof value === 'string'));
  const idClass = said.get('id-class');
  const country = said.get('country');
  const verification = await askVerification(w, {
    id: newId('verification', w.now.getTime()),
    kind: asked.kind,
    transactionId: row.id,
    name: asked.name,
    config: asked.config,
    ...(typeof country === 'string' && {countryCode: country}),
    ...(idClass !== undefined && {attributes: {'id-class': idClass}}),
  });
  await submitAsked(w, await attachFiles(w, verification, files));
}
