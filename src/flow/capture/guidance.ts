/**
 * From measurements to one hint and to the moment of the shutter. Pure: the state goes in and comes out, time comes with the frame.
 *
 * 1. One hint at a time, the first thing to mend. It changes only when the new one has stood for a moment, and no hint is shown
 *    for less than the time it takes to read it: hints that flicker help nobody.
 * 2. "Ready" is easier to keep than to reach.
 * 3. Lines that were read are said so, and settle what the picture alone leaves open; nothing ever waits for a reading.
 * 4. The shutter fires after `holdMs` of good frames; a single bad frame between good ones (refocus, noise) does not start it over.
 *    Only time counts, so 10 frames a second do as well as 30.
 */
import type {EvidenceSide} from '../../protocol/flow.ts';
import type {DocumentType} from '../../protocol/government-id.ts';
import type {FrameMeasurement} from './measure.ts';

export type Hint =
  'place' | 'closer' | 'farther' | 'dark' | 'bright' | 'glare' | 'blurry' | 'still' | 'ready' | 'readable' | 'decoded';

export interface GuidanceState {
  hint: Hint;
  /** When the shown hint came. */
  hintSince: number;
  candidate: Hint;
  candidateSince: number;
  startedAt: number;
  goodSince: number | undefined;
  lastGood: number | undefined;
  ready: boolean;
  /** How far the shutter's ring is filled, 0 to 1; at 1 it fires. */
  hold: number;
}

export const holdMs = 600;
const settleMs = 250;
const shownMs = 900;
const forgiveMs = 350;
/** A passport whose lines we do not see after this long is taken by its outline: some have no machine-readable zone. */
const patienceMs = 7000;

const limits = {
  dark: 45,
  bright: 238,
  contrast: 35,
  sharpness: 15,
  glare: 0.02,
  motion: 7,
  fill: 0.68,
  readFill: 0.5,
  overfill: 1.22,
};

/** What could be read a moment ago is sharp enough, unless the picture has become much worse since. */
const provenSharp = 0.5;

export interface Expected {
  type: DocumentType | undefined;
  side: EvidenceSide;
}

/** What a side can show us beyond its outline. */
export function lookFor({type, side}: Expected): {mrz: boolean; barcode: boolean} {
  if (side === 'page') return {mrz: false, barcode: false};
  if (side === 'back') return {mrz: type !== 'dl', barcode: type === 'dl' || type === 'id' || type === undefined};
  return {mrz: type !== 'dl', barcode: type === undefined};
}

export function startGuidance(now: number): GuidanceState {
  return {
    hint: 'place',
    hintSince: now,
    candidate: 'place',
    candidateSince: now,
    startedAt: now,
    goodSince: undefined,
    lastGood: undefined,
    ready: false,
    hold: 0,
  };
}

/** `now` in milliseconds of the clock that `startGuidance` had. */
export function advanceGuidance(
  state: GuidanceState,
  frame: FrameMeasurement,
  expected: Expected,
  now: number,
): GuidanceState {
  const verdict = judge(frame, expected, {held: state.ready, patient: now - state.startedAt >= patienceMs});
  const good = verdict === 'ready';
  const forgiven = !good && state.lastGood !== undefined && now - state.lastGood <= forgiveMs;
  const goodSince = good ? (state.goodSince ?? now) : forgiven ? state.goodSince : undefined;
  const lastGood = good ? now : forgiven ? state.lastGood : undefined;
  const hold = goodSince === undefined || lastGood === undefined ? 0 : Math.min(1, (lastGood - goodSince) / holdMs);
  return {
    ...withHint(state, good || forgiven ? goodHint(frame) : verdict, now),
    startedAt: state.startedAt,
    goodSince,
    lastGood,
    ready: goodSince !== undefined,
    hold,
  };
}

function goodHint(frame: FrameMeasurement): Hint {
  return frame.decoded ? 'decoded' : frame.readable ? 'readable' : 'ready';
}

function withHint(state: GuidanceState, verdict: Hint, now: number) {
  const candidateSince = verdict === state.candidate ? state.candidateSince : now;
  const settled = now - candidateSince >= settleMs && now - state.hintSince >= shownMs;
  // Good news may come at once: the shutter is about to fire. That the lines are no longer fresh is no news.
  const best = state.hint === 'readable' || state.hint === 'decoded';
  const goodNews = verdict === 'readable' || verdict === 'decoded' || (verdict === 'ready' && !best);
  const change = verdict !== state.hint && (settled || goodNews);
  return {
    hint: change ? verdict : state.hint,
    hintSince: change ? now : state.hintSince,
    candidate: verdict,
    candidateSince,
  };
}

/** The first thing to mend, in the order in which mending makes sense: light, place, distance, reflection, calm, focus. */
function judge(frame: FrameMeasurement, expected: Expected, {held, patient}: {held: boolean; patient: boolean}): Hint {
  const ease = held ? 0.75 : 1;
  if (frame.mean < limits.dark * ease) return 'dark';
  if (frame.mean > limits.bright / ease || (frame.mean > 225 && frame.contrast < limits.contrast)) return 'bright';
  const read = frame.mrz || frame.barcode || frame.readable === true || frame.decoded === true;
  const framed = frame.sides >= 3 && frame.contrast >= limits.contrast * ease;
  const needsLines = (expected.type === 'pp' || expected.type === 'visa') && !patient;
  const tooFar = frame.fill !== undefined && frame.fill < (read ? limits.readFill : limits.fill) * ease;
  const tooNear = !read && frame.fill !== undefined && frame.fill > limits.overfill / ease;
  const found = read || (framed && !needsLines);
  if (!found && frame.sides < 2) return frame.motion > limits.motion * 3 ? 'still' : 'place';
  if (tooFar) return 'closer';
  if (tooNear) return 'farther';
  if (!found) return frame.sides >= 3 && frame.sharpness < limits.sharpness ? 'blurry' : 'place';
  if (frame.glare > limits.glare / ease) return 'glare';
  if (frame.motion > limits.motion / ease) return 'still';
  if (frame.sharpness < limits.sharpness * (frame.readable || frame.decoded ? provenSharp : ease)) return 'blurry';
  return 'ready';
}
