import assert from 'node:assert/strict';
import {before, test} from 'node:test';
import type {Frame} from '../../../src/verification/face/frame.ts';
import {openInstalledNets, type InstalledNets} from '../../../src/verification/face/installed.node.ts';
import {largestOf} from '../../../src/verification/face/measure-frame.node.ts';
import {detectFaces, meshOfDetection} from '../../../src/verification/face/nets.ts';
import {hintsFor, measureFace, type FaceMeasures} from '../../../src/verification/face/quality.ts';
import {mirrored, personFrame, withAlpha} from './picture.ts';

let nets: InstalledNets;
before(async () => {
  nets = await openInstalledNets();
});

async function measure(frame: Frame): Promise<FaceMeasures> {
  const found = largestOf(await detectFaces(nets.faces, frame));
  assert.ok(found, 'a face is found');
  return measureFace(frame, (await meshOfDetection(nets.faces, frame, found)).mesh);
}

test('finds the one face of a selfie, straight and well lit, and none on a cat', async () => {
  const selfie = await personFrame('selfie-mei');
  const found = await detectFaces(nets.faces, selfie);
  assert.equal(found.length, 1);
  const {pose, expression, quality} = await measure(selfie);
  for (const angle of [pose.yaw, pose.pitch, pose.roll]) assert.ok(Math.abs(angle) < 12, `turned by ${angle}`);
  assert.ok(expression.eyesOpen > 0.17);
  assert.ok(quality.interocular > 60 && !quality.cut);
  assert.deepEqual(await detectFaces(nets.faces, await personFrame('cat')), []);
});

test('says the same of three channels and of four: a decoded file and a canvas', async () => {
  const frame = await personFrame('selfie-marco');
  assert.deepEqual(await measure(withAlpha(frame)), await measure(frame));
});

test('a mirror turns yaw and roll around and leaves the rest', async () => {
  const frame = await personFrame('people/mei-2');
  const [one, other] = [await measure(frame), await measure(mirrored(frame))];
  assert.ok(Math.abs(one.pose.yaw) > 12, 'she looks to a side');
  assert.ok(Math.abs(one.pose.yaw + other.pose.yaw) < 5);
  assert.ok(Math.abs(one.pose.roll + other.pose.roll) < 4);
  assert.ok(Math.abs(one.pose.pitch - other.pose.pitch) < 5);
  assert.ok(Math.abs(one.quality.sharpness - other.quality.sharpness) / one.quality.sharpness < 0.2);
});

test('tells what is wrong with a frame: darkness and blur', async () => {
  const frame = await personFrame('selfie-mei');
  const dark = {...frame, data: frame.data.map((value) => value * 0.22)};
  const hints = async (of: Frame) => {
    const {quality, pose, expression} = await measure(of);
    return hintsFor(quality, pose, expression);
  };
  assert.ok((await hints(dark)).includes('too_dark'));
  assert.ok(!(await hints(frame)).includes('too_dark'));
  assert.ok(!(await hints(frame)).includes('blurry'));
  assert.ok((await hints(smeared(frame))).includes('blurry'));
});

/** The mean of 13 pixels of each row, twice over. */
function smeared(frame: Frame): Frame {
  let {data} = frame;
  for (let round = 0; round < 2; round++) {
    const out = new Uint8Array(data.length);
    const row = frame.width * frame.channels;
    for (let i = 0; i < data.length; i++) {
      let [sum, count] = [0, 0];
      for (let k = -6; k <= 6; k++) {
        const at = i + k * frame.channels;
        if (at < 0 || Math.floor(at / row) !== Math.floor(i / row)) continue;
        sum += data[at] ?? 0;
        count++;
      }
      out[i] = sum / count;
    }
    data = out;
  }
  return {...frame, data};
}
