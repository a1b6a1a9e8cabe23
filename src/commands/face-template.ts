/** Faces as numbers, kept sealed with the key of the inquiry they came from: redacting it unreads them. */
import type {Reader} from '../storage/database.ts';
import {insertFaceTemplate} from '../storage/face-template.ts';
import type {FaceTemplateRow} from '../storage/face-template.ts';
import type {Context} from './context.ts';
import {putTurnedFace} from './turn-face.ts';
import type {Write} from './write.ts';

export interface Face {
  /** Which net made it; numbers of two nets cannot be compared. */
  model: string;
  /** Unit length. */
  embedding: Float32Array;
}

/** Keeps one face for an inquiry; a later one takes its place. */
export async function keepFace(
  w: Write,
  inquiry: {id: string; account_id: string | null},
  {model, embedding}: Face,
): Promise<void> {
  const plain = Buffer.from(embedding.buffer, embedding.byteOffset, embedding.byteLength);
  const place = {envId: w.envId, subjectId: inquiry.id, context: `face:${inquiry.id}`};
  await insertFaceTemplate(w.tx, {
    env_id: w.envId,
    inquiry_id: inquiry.id,
    account_id: inquiry.account_id,
    model,
    sealed: await w.ctx.keyring.seal(w.tx, place, plain),
    created_at: w.now,
  });
  if (w.ctx.database.faceVectors)
    await putTurnedFace(w.ctx, w.tx, {envId: w.envId, inquiryId: inquiry.id, model, embedding});
}

/** @throws CountersignError `gone` once its inquiry was redacted */
export async function openFace(ctx: Context, row: FaceTemplateRow, reader: Reader = ctx.database.db): Promise<Face> {
  const place = {envId: row.env_id, subjectId: row.inquiry_id, context: `face:${row.inquiry_id}`};
  const plain = await ctx.keyring.open(reader, place, row.sealed);
  // copied: the bytes of a Buffer need not begin where a number may
  return {model: row.model, embedding: new Float32Array(new Uint8Array(plain).buffer)};
}
