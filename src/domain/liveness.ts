/**
 * A liveness session: which pose is asked when, and which frames may answer it. What the frames show is measured and judged
 * elsewhere (`verification/liveness/`); here it is only about order and time.
 *
 * Requirements
 * 1. The order is the server's, drawn anew for every session; it holds at least two turns, and never the same pose twice in a row,
 *    so every step makes the head move.
 * 2. A step is revealed when the one before was accepted, with a nonce of its own. Frames count only under that nonce, for that step,
 *    until its deadline, once.
 * 3. A step that ran out of time or tries ends the session; the next one begins with another order and another nonce.
 */
import {z} from 'zod';
import {selfieModes, selfiePoses} from '../protocol/selfie.ts';
import type {LivenessRecord, SelfieMode, SelfiePose} from '../protocol/selfie.ts';

const pose = z.enum(selfiePoses);

const signsSchema = z.object({
  virtualCameraName: z.boolean().optional(),
  frameJitterMs: z.number().optional(),
  negotiable: z.boolean().optional(),
});

export const livenessSchema = z.object({
  id: z.string(),
  mode: z.enum(selfieModes),
  order: z.array(pose),
  /** Index of the pose that is asked now; the length of `order` once every one was shown. */
  step: z.int(),
  /** Of that step alone. */
  nonce: z.string(),
  /** Epoch milliseconds. */
  beganAt: z.number(),
  revealedAt: z.number(),
  /** Answers to this step that did not show the pose. */
  tries: z.int(),
  slots: z.array(
    z.object({pose, revealedAt: z.number(), acceptedAt: z.number(), frames: z.array(z.string()), digest: z.string()}),
  ),
  camera: signsSchema.optional(),
});
export type Liveness = z.infer<typeof livenessSchema>;

/** Time to answer one step, counted from when it was revealed; longer than anyone needs, as some need long. */
export const stepSeconds = 40;
/** Answers to one step that may miss before the session ends. */
export const mostTries = 8;
/** A person cannot read, understand and turn their head faster, in milliseconds; a prepared film can. */
export const leastReactionMs = 250;

/** Every order of a session by poses: the face straight first, then three moves that hold both turns. */
const poseOrders: readonly (readonly SelfiePose[])[] = [
  ['center', 'left', 'right', 'left'],
  ['center', 'left', 'right', 'center'],
  ['center', 'left', 'center', 'right'],
  ['center', 'right', 'left', 'right'],
  ['center', 'right', 'left', 'center'],
  ['center', 'right', 'center', 'left'],
];
/** For those who cannot turn their head: nearer to the camera and eyes shut, in either order. */
const alternativeOrders: readonly (readonly SelfiePose[])[] = [
  ['center', 'closer', 'center', 'eyes_closed'],
  ['center', 'eyes_closed', 'center', 'closer'],
  ['center', 'closer', 'eyes_closed', 'center'],
  ['center', 'eyes_closed', 'closer', 'center'],
];

const orders: Record<SelfieMode, readonly (readonly SelfiePose[])[]> = {
  poses: poseOrders,
  alternative: alternativeOrders,
  still: [['center']],
  upload: [['center']],
};

/** What chance gave: an id, the nonce of the first step, and the draw of the order, at least 0 and below 1. */
export interface FreshLiveness {
  id: string;
  nonce: string;
  draw: number;
}

export function openLiveness(mode: SelfieMode, fresh: FreshLiveness, now: Date): Liveness {
  const all = orders[mode];
  const order = all[Math.min(all.length - 1, Math.floor(fresh.draw * all.length))] ?? ['center'];
  const at = now.getTime();
  return {
    id: fresh.id,
    mode,
    order: [...order],
    step: 0,
    nonce: fresh.nonce,
    beganAt: at,
    revealedAt: at,
    tries: 0,
    slots: [],
  };
}

/** What frames say of themselves. `digest` is over their bytes. */
export interface FramesClaim {
  id: string;
  step: number;
  nonce: string;
  digest: string;
}

export type Admission =
  | {type: 'admitted'; pose: SelfiePose}
  /** The same frames for the same step again: the answer was lost, nothing changes. */
  | {type: 'repeated'}
  /** The time of this step is up, or frames came faster than a person moves. */
  | {type: 'late'}
  | {type: 'early'}
  | {type: 'refused'; reason: 'foreign_session' | 'step_not_revealed' | 'step_taken' | 'stale_nonce'};

/** Whether frames may answer the session's current step. */
export function admitFrames(liveness: Liveness | undefined, claim: FramesClaim, now: Date): Admission {
  if (liveness?.id !== claim.id) return {type: 'refused', reason: 'foreign_session'};
  const taken = liveness.slots[claim.step];
  if (taken) return taken.digest === claim.digest ? {type: 'repeated'} : {type: 'refused', reason: 'step_taken'};
  const asked = liveness.order[liveness.step];
  if (claim.step !== liveness.step || asked === undefined) return {type: 'refused', reason: 'step_not_revealed'};
  if (claim.nonce !== liveness.nonce) return {type: 'refused', reason: 'stale_nonce'};
  const passed = now.getTime() - liveness.revealedAt;
  if (passed > stepSeconds * 1000) return {type: 'late'};
  return passed < leastReactionMs ? {type: 'early'} : {type: 'admitted', pose: asked};
}

/** The step was answered: the next one is revealed under its own nonce. */
export function acceptFrames(
  liveness: Liveness,
  answer: {frames: string[]; digest: string; nextNonce: string},
  now: Date,
): Liveness {
  const asked = liveness.order[liveness.step];
  if (asked === undefined) throw new Error('The session has no step left to answer.');
  const at = now.getTime();
  const slot = {
    pose: asked,
    revealedAt: liveness.revealedAt,
    acceptedAt: at,
    frames: answer.frames,
    digest: answer.digest,
  };
  return {
    ...liveness,
    step: liveness.step + 1,
    nonce: answer.nextNonce,
    revealedAt: at,
    tries: 0,
    slots: [...liveness.slots, slot],
  };
}

/** The frames did not show the pose; undefined once the tries of the step are used up. */
export function missFrames(liveness: Liveness): Liveness | undefined {
  return liveness.tries + 1 < mostTries ? {...liveness, tries: liveness.tries + 1} : undefined;
}

export function isAnswered(liveness: Liveness): boolean {
  return liveness.step >= liveness.order.length;
}

/** The session as the engine judges it; times are milliseconds since its begin. */
export function recordOf(liveness: Liveness): LivenessRecord {
  const {beganAt, camera} = liveness;
  return {
    mode: liveness.mode,
    slots: liveness.slots.map(({pose, revealedAt, acceptedAt, frames}) => ({
      pose,
      revealedAt: revealedAt - beganAt,
      acceptedAt: acceptedAt - beganAt,
      frames,
    })),
    ...(camera && {
      camera: {
        ...(camera.virtualCameraName !== undefined && {virtualCameraName: camera.virtualCameraName}),
        ...(camera.frameJitterMs !== undefined && {frameJitterMs: camera.frameJitterMs}),
        ...(camera.negotiable !== undefined && {negotiable: camera.negotiable}),
      },
    }),
  };
}
