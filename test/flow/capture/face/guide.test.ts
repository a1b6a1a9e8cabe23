/** From measured frames to one hint and the moment of the shutter; the clock is the test's. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
  advanceGuide,
  refuseGuide,
  startGuide,
  type FaceGuide,
  type FaceReading,
} from '../../../../src/flow/capture/face/guide.ts';
import {selfiePoses, type SelfiePose} from '../../../../src/protocol/selfie.ts';

type Face = NonNullable<FaceReading['face']>;
const straight: Face = {
  ...{yaw: 0, pitch: 0, roll: 0, eyeShare: 0.14, share: 0.3, x: 0.5, y: 0.5},
  ...{brightness: 120, sharpness: 60, eyesOpen: 0.3},
};
const frameMs = 40;

/** Frames of one step, 25 a second; each face is seen for so many milliseconds. */
function watch(pose: SelfiePose, seen: [change: Partial<Face>, ms: number][], first = false): FaceGuide {
  let now = 0;
  let guide = startGuide(pose, now);
  for (const [change, ms] of seen) {
    for (const end = now + ms; now < end; now += frameMs)
      guide = advanceGuide(guide, {faces: 1, face: {...straight, ...change}}, first, now);
  }
  return guide;
}

test('a pose that is held fires the shutter: every one of them, from where a face begins', () => {
  assert.equal(watch('center', [[{}, 1000]], true).hold, 1);
  assert.equal(watch('left', [[{}, 300], [{yaw: 28}, 500]]).hold, 1); // prettier-ignore
  assert.equal(watch('right', [[{}, 300], [{yaw: -28}, 500]]).hold, 1); // prettier-ignore
  assert.equal(watch('closer', [[{}, 300], [{eyeShare: 0.19, share: 0.4}, 500]]).hold, 1); // prettier-ignore
  assert.equal(watch('eyes_closed', [[{}, 300], [{eyesOpen: 0.1}, 500]]).hold, 1); // prettier-ignore
});

test('who waits in the pose already is asked to look straight first', () => {
  const waiting = watch('left', [[{yaw: 28}, 2000]]);
  assert.deepEqual([waiting.hold, waiting.hint], [0, 'look_straight']);
  assert.equal(watch('left', [[{yaw: 28}, 500], [{}, 300], [{yaw: 28}, 500]]).hold, 1); // prettier-ignore
});

test('the other side, half the way, and eyes that stay open do not count', () => {
  assert.deepEqual(watch('left', [[{}, 300], [{yaw: -28}, 2000]]).hint, 'turn_left'); // prettier-ignore
  assert.deepEqual(watch('left', [[{}, 300], [{yaw: 15}, 2000]]).hint, 'turn_further'); // prettier-ignore
  assert.deepEqual(watch('closer', [[{}, 2000]]).hint, 'come_closer');
  assert.deepEqual(watch('eyes_closed', [[{}, 2000]]).hint, 'close_eyes');
});

test('nobody is shut out for narrow eyes: where the net never sees them wide, they count as shut', () => {
  assert.equal(watch('eyes_closed', [[{eyesOpen: 0.16}, 1000]]).hold, 1);
});

test('says one thing at a time, the first to mend', () => {
  const several: Partial<Face> = {brightness: 20, share: 0.1, x: 0.9};
  assert.equal(watch('center', [[several, 2000]]).hint, 'center_face');
  assert.equal(watch('center', [[{...several, x: 0.5}, 2000]]).hint, 'come_closer');
  assert.equal(watch('center', [[{...several, x: 0.5, share: 0.3}, 2000]]).hint, 'dark');
  assert.equal(watch('center', [[{brightness: 60}, 2000]]).hint, 'dark');
});

test('what the server did not take is held anew, with the server’s reason in sight', () => {
  const refused = refuseGuide(startGuide('left', 0), 'blurry', 0);
  const after = advanceGuide(refused, {faces: 1, face: {...straight, yaw: 15}}, false, 400);
  assert.deepEqual([after.hint, after.hold], ['blurry', 0]);
});

test('whatever a camera shows: the hold stays between 0 and 1, and a hint stands for a moment', () => {
  const face = fc.record({
    ...{
      yaw: fc.integer({min: -60, max: 60}),
      pitch: fc.integer({min: -40, max: 40}),
      roll: fc.integer({min: -30, max: 30}),
    },
    ...{eyeShare: fc.double({min: 0.01, max: 0.4, noNaN: true}), share: fc.double({min: 0.02, max: 0.9, noNaN: true})},
    ...{x: fc.double({min: 0, max: 1, noNaN: true}), y: fc.double({min: 0, max: 1, noNaN: true})},
    ...{brightness: fc.integer({min: 0, max: 255}), sharpness: fc.integer({min: 0, max: 200})},
    eyesOpen: fc.double({min: 0, max: 0.5, noNaN: true}),
  });
  const reading = fc.record({faces: fc.integer({min: 0, max: 3}), face}, {requiredKeys: ['faces']});
  fc.assert(
    fc.property(
      fc.constantFrom(...selfiePoses),
      fc.array(reading, {maxLength: 60}),
      fc.boolean(),
      (pose, seen, first) => {
        let guide = startGuide(pose, 0);
        for (const [i, one] of seen.entries()) {
          const next = advanceGuide(guide, one, first, i * frameMs);
          assert.ok(next.hold >= 0 && next.hold <= 1);
          if (next.hint !== guide.hint && next.hint !== 'hold') assert.ok(i * frameMs - guide.hintSince >= 700);
          guide = next;
        }
      },
    ),
  );
});
