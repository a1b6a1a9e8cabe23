/** The secret that turns the faces of an environment and a net, and a face kept so in a database that has pgvector. */
import type {Tx} from '../storage/database.ts';
import {putFaceVector} from '../storage/face-vector.ts';
import type {Keyring} from '../storage/keyring.ts';
import {Latest} from '../storage/latest.ts';
import type {Embedding} from '../verification/face/embedding.ts';
import {turnBy, turnedLength, type Turn} from '../verification/face/turn.node.ts';
import type {Context} from './context.ts';

const turns = new WeakMap<Keyring, Latest<Turn>>();
/** A megabyte each. */
const mostTurns = 50;

/** Faces of two environments, or nets, cannot be compared. Lasts as long as the master key, which a database keeps for ever. */
export function turnOf({keyring}: Pick<Context, 'keyring'>, {envId, model}: {envId: string; model: string}): Turn {
  const latest = turns.get(keyring) ?? new Latest<Turn>(mostTurns);
  turns.set(keyring, latest);
  const name = JSON.stringify([envId, model]);
  const turn = latest.get(name) ?? turnBy(keyring.mac('face-turn', name));
  latest.set(name, turn);
  return turn;
}

/** For a database with `faceVectors`, in the transaction that keeps the face. One of a net with longer vectors is left to the scan. */
export async function putTurnedFace(
  ctx: Context,
  tx: Tx,
  {envId, inquiryId, model, embedding}: {envId: string; inquiryId: string; model: string; embedding: Embedding},
): Promise<void> {
  if (embedding.length > turnedLength) return;
  const turned = turnOf(ctx, {envId, model})(embedding);
  await putFaceVector(tx, {env_id: envId, inquiry_id: inquiryId, model, turned});
}
