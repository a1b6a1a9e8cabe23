/** A specimen before the camera of a document step, as a person would hold it: say what it is, send its sides, submit them. */
import type {DocumentSpecimen} from '../domain/specimens.ts';
import {CountersignError} from '../protocol/errors.ts';
import type {Context} from './context.ts';
import {openEvidence} from './open-evidence.ts';
import {putEvidence} from './put-evidence.ts';
import {submitStep} from './submit-step.ts';
import {write} from './write.ts';
import type {Scope} from './write.ts';

export interface ShownDocument {
  inquiryId: string;
  step: string;
  specimen: DocumentSpecimen;
}

/** @throws CountersignError `unavailable` where none are drawn */
export async function showDocument(
  ctx: Context,
  scope: Scope,
  {inquiryId, step, specimen: {drawing, type}}: ShownDocument,
): Promise<void> {
  const pictures = (await ctx.specimens?.(drawing)) ?? [];
  if (pictures.length === 0) throw new CountersignError('unavailable', {details: 'No specimens are drawn here.'});
  await write(ctx, scope, async (w) => {
    // nothing stays of pictures about which something was asked
    await submitStep(w, {inquiryId, step, submit: {action: 'rechoose'}});
    await submitStep(w, {inquiryId, step, submit: {action: 'choose', type}});
  });
  const evidence: {side: 'front' | 'back'; id: string}[] = [];
  for (const {side, jpeg} of pictures) {
    const {id} = await write(ctx, scope, (w) =>
      openEvidence(w, {
        inquiryId,
        step,
        side,
        capture: 'camera_manual',
        contentType: 'image/jpeg',
        size: jpeg.byteLength,
      }),
    );
    await putEvidence(ctx, scope, {inquiryId, evidenceId: id, offset: 0, bytes: once(jpeg)});
    evidence.push({side, id});
  }
  await write(ctx, scope, (w) => submitStep(w, {inquiryId, step, submit: {action: 'submit', evidence}}));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
