/**
 * Whether a living person took part, judged over a whole session and from the pictures alone: nothing the browser measured counts.
 *
 * Combined fail-closed: one signal that says no is a no; one in its grey band, or one that could not be measured, is no yes, and the check
 * then says `inconclusive`, which sends the inquiry to a person. Every sub-score stands in the check's metadata. Signs of the
 * camera are recorded as risk and change nothing: a camera with an odd name is no proof, and a forged name costs nothing.
 */
import type {Check, CheckRequirement} from '../../protocol/check.ts';
import type {FaceFrame, LivenessRecord, MeasuredFace, SelfiePose} from '../../protocol/selfie.ts';
import {repeatedFrames} from './frozen.ts';
import {isStraight} from './judge-step.ts';
import {livenessLimits as limits} from './limits.ts';
import {planarityResidual} from './planarity.ts';

export const livenessCheckName = 'selfie_liveness_detection';

/** Sub-scores of a session; what could not be measured is absent. */
export interface LivenessScores {
  /** Shortest and longest time between showing a step and its frames, in milliseconds. */
  fastestMs: number;
  slowestMs: number;
  /** The smallest turn of all that were asked for, from straight ahead, in degrees. */
  turn?: number;
  /** The smallest residual of all turns (`planarityResidual`). */
  depth?: number;
  /** The lowest cosine of a frontal or decisive frame with the mean of the first frontal ones. */
  identity?: number;
  /** Median of the passive net over the frontal frames, and how many those are. */
  passive?: number;
  passiveFrames: number;
  /** Pairs of frames that are the same picture. */
  repeated: number;
  /** Frames with no face or more than one. */
  without: number;
  several: number;
}

type Signal = 'pass' | 'grey' | 'fail';

/** The check of a session. `frames` are measured by the server, in any order, with embeddings and passive scores. */
export function judgeLiveness(
  record: LivenessRecord,
  frames: readonly FaceFrame[],
  {requirement = 'required'}: {requirement?: CheckRequirement} = {},
): Check {
  const check = (status: Check['status'], reasons: string[], metadata: Check['metadata']): Check => ({
    name: livenessCheckName,
    status,
    requirement,
    reasons,
    metadata,
  });
  if (record.mode === 'upload') return check('not_applicable', ['not_captured_live'], {mode: record.mode});
  const scores = measureSession(record, frames);
  const signals = signalsOf(record, scores);
  const told = {
    mode: record.mode,
    ...(scores.depth !== undefined && {value: scores.depth, threshold: limits.depth}),
    order: record.slots.map(({pose}) => pose),
    scores: {...scores},
    signals,
    ...(record.camera && {risk: {...record.camera}}),
  };
  if (record.mode === 'still') return check('not_applicable', ['liveness_not_asked'], told);
  const failing = names(signals, 'fail');
  if (failing.length > 0)
    return check(
      'failed',
      failing.map((name) => failureReasons[name]),
      told,
    );
  if (record.mode === 'alternative') return check('not_applicable', ['depth_not_measured'], told);
  const grey = names(signals, 'grey');
  return grey.length > 0
    ? check('not_applicable', ['inconclusive', ...grey.map((name) => `${name}_unclear`)], told)
    : check('passed', [], told);
}

const signalNames = ['faces', 'timing', 'poses', 'frames', 'depth', 'identity', 'passive'] as const;
type SignalName = (typeof signalNames)[number];

const failureReasons: Record<SignalName, string> = {
  faces: 'several_faces',
  timing: 'wrong_timing',
  poses: 'pose_not_shown',
  frames: 'repeated_frames',
  depth: 'flat_surface',
  identity: 'person_changed',
  passive: 'low_liveness_confidence',
};

function names(signals: Partial<Record<SignalName, Signal>>, of: Signal): SignalName[] {
  return signalNames.filter((name) => signals[name] === of);
}

function signalsOf(record: LivenessRecord, scores: LivenessScores): Partial<Record<SignalName, Signal>> {
  const {passiveFrames} = scores;
  const turning = record.mode === 'poses';
  const timely = scores.fastestMs >= limits.reactionMs && scores.slowestMs <= limits.answerMs;
  const passive = band(scores.passive, limits.passive, limits.passiveAttack);
  return {
    faces: scores.several > 0 ? 'fail' : scores.without > 0 ? 'grey' : 'pass',
    timing: timely ? 'pass' : 'fail',
    ...(turning && {poses: scores.turn !== undefined && scores.turn >= limits.turn ? 'pass' : 'fail'}),
    frames: scores.repeated > 0 ? 'fail' : 'pass',
    ...(turning && {depth: band(scores.depth, limits.depth, limits.flat)}),
    identity: band(scores.identity, limits.samePerson, limits.otherPerson),
    passive: passive === 'pass' && passiveFrames < limits.passiveFrames ? 'grey' : passive,
  };
}

/** At least `pass` passes, below `fail` fails, between them and unmeasured is grey. */
function band(value: number | undefined, pass: number, fail: number): Signal {
  if (value === undefined) return 'grey';
  return value >= pass ? 'pass' : value < fail ? 'fail' : 'grey';
}

export function measureSession(record: LivenessRecord, frames: readonly FaceFrame[]): LivenessScores {
  const byId = new Map(frames.map((frame) => [frame.id, frame]));
  const slots = record.slots.map(({pose, frames: ids}) => ({
    pose,
    faces: ids.flatMap((id) => byId.get(id)?.face ?? []),
    shown: byId.get(ids.at(-1) ?? '')?.face,
  }));
  const times = record.slots.map(({revealedAt, acceptedAt}) => acceptedAt - revealedAt);
  const frontal = slots.flatMap(({pose, faces}) => (pose === 'center' ? faces.filter(isStraight) : []));
  const reference = slots.find(({pose, shown}) => pose === 'center' && shown)?.shown;
  const turns = slots.flatMap(({pose, shown}) =>
    isTurn(pose) && shown && reference ? [{pose, shown, reference}] : [],
  );
  const asked = slots.filter(({pose}) => isTurn(pose)).length;
  const passives = frontal.flatMap(({passive}) => passive ?? []);
  // a turn whose frame is lost was not shown
  const turn = turns.length < asked ? 0 : lowest(turns.map(turnOf));
  const depth =
    turns.length < asked ? undefined : lowest(turns.map(({shown, reference: from}) => planarityResidual(from, shown)));
  // against whoever began: a mean over the whole session would be half of each person where two took turns
  const first = slots.find(({pose, faces}) => pose === 'center' && faces.some(isStraight));
  const identity = lowestCosine(first?.faces.filter(isStraight) ?? [], [
    ...frontal,
    ...slots.flatMap(({shown}) => shown ?? []),
  ]);
  const passive = median(passives);
  return {
    fastestMs: times.length > 0 ? Math.min(...times) : 0,
    slowestMs: times.length > 0 ? Math.max(...times) : 0,
    ...(turn !== undefined && {turn}),
    ...(depth !== undefined && {depth}),
    ...(identity !== undefined && {identity}),
    ...(passive !== undefined && {passive}),
    passiveFrames: passives.length,
    repeated: repeatedFrames(frames).length,
    without: record.slots.flatMap(({frames: ids}) => ids).filter((id) => !byId.get(id)?.face).length,
    several: frames.filter(({faces}) => faces > 1).length,
  };
}

function isTurn(pose: SelfiePose): boolean {
  return pose === 'left' || pose === 'right';
}

/** How far it turned to the side that was asked, from how straight the person looks when they look straight. */
function turnOf({pose, shown, reference}: {pose: SelfiePose; shown: MeasuredFace; reference: MeasuredFace}): number {
  const turned = shown.pose.yaw - reference.pose.yaw;
  return pose === 'left' ? turned : -turned;
}

/** The smallest; undefined where one could not be measured, or there is none. */
function lowest(values: readonly (number | undefined)[]): number | undefined {
  let least: number | undefined;
  for (const value of values) {
    if (value === undefined) return undefined;
    least = Math.min(least ?? value, value);
  }
  return least;
}

function lowestCosine(begun: readonly MeasuredFace[], others: readonly MeasuredFace[]): number | undefined {
  const mean = meanOf(begun.flatMap(({embedding}) => embedding ?? []));
  if (!mean || others.length === 0) return undefined;
  return lowest(others.map(({embedding}) => (embedding ? cosine(mean, embedding) : undefined)));
}

function meanOf(embeddings: readonly Float32Array[]): Float32Array | undefined {
  const [first] = embeddings;
  if (!first) return undefined;
  const sum = new Float32Array(first.length);
  for (const embedding of embeddings) for (const [i, value] of embedding.entries()) sum[i] = (sum[i] ?? 0) + value;
  return sum;
}

function cosine(a: Float32Array, b: Float32Array): number {
  let [dot, aa, bb] = [0, 0, 0];
  for (const [i, x] of a.entries()) {
    const y = b[i] ?? 0;
    dot += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa === 0 || bb === 0 ? 0 : dot / Math.sqrt(aa * bb);
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
