/** What is worn on a face, on people of the specimens as they are, with drawn glasses, and with drawn covers; shares on real sets: docs/models/worn.md. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import sharp from 'sharp';
import type {Frame} from '../../../src/verification/face/frame.ts';
import {eyeCentre, type Mesh} from '../../../src/verification/face/mesh.ts';
import {interocular} from '../../../src/verification/face/pose.ts';
import {findFace} from '../../../src/verification/face/read-faces.node.ts';
import {readWorn} from '../../../src/verification/face/worn.ts';
import {faceEngine} from '../../../src/verification/selfie/engine.node.ts';
import {covered, dice, type CoverKind} from '../../bench/worn-covers.ts';
import {mirrored, personFrame} from './picture.ts';

const people = [
  'people/mei-1',
  'people/kenji-2',
  'people/marco-2',
  'people/elena-1',
  'people/robert-1',
  'people/ingrid-1',
];

async function faceOf(frame: Frame) {
  const {nets} = await faceEngine();
  const face = await findFace(nets.faces, frame);
  assert.ok(face, 'a face was found');
  return face;
}

async function wornIn(frame: Frame) {
  const face = await faceOf(frame);
  return readWorn(face.frame, face.mesh);
}

/** Two dark rims and the bridge between them. */
async function withGlasses({data, width, height}: Frame, mesh: Mesh): Promise<Frame> {
  const eyes = interocular(mesh);
  const [left, right] = [eyeCentre(mesh, 'left'), eyeCentre(mesh, 'right')];
  const rim = ({x, y}: {x: number; y: number}) =>
    `<rect x="${x - 0.42 * eyes}" y="${y - 0.22 * eyes}" width="${0.84 * eyes}" height="${0.56 * eyes}" rx="${0.2 * eyes}"/>`;
  const bridge = `<path d="M${left.x + 0.42 * eyes} ${left.y} Q${(left.x + right.x) / 2} ${left.y - 0.12 * eyes} ${right.x - 0.42 * eyes} ${right.y}"/>`;
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g fill="none" stroke="#1c1a1a" stroke-width="${0.05 * eyes}">${rim(left)}${rim(right)}${bridge}</g></svg>`;
  const drawn = await sharp(data, {raw: {width, height, channels: 3}})
    .composite([{input: Buffer.from(drawing)}])
    .removeAlpha()
    .raw()
    .toBuffer();
  return {data: new Uint8Array(drawn), width, height, channels: 3};
}

test('sees nothing worn on people who wear nothing, the other way round as well', async () => {
  for (const person of people) {
    const frame = await personFrame(person);
    for (const seen of [frame, mirrored(frame)]) {
      const {glasses, covering} = await wornIn(seen);
      assert.ok(glasses < 0.5 && covering < 0.5, `${person}: ${glasses} ${covering}`);
    }
  }
});

test('sees glasses, and no cover because of them', async () => {
  for (const person of people) {
    const face = await faceOf(await personFrame(person));
    const {glasses, covering} = await wornIn(await withGlasses(face.frame, face.mesh));
    assert.ok(glasses >= 0.5 && covering < 0.5, `${person}: ${glasses} ${covering}`);
  }
});

test('sees a mask, whether over the nose or below it, and a hand before the mouth', async () => {
  const roll = dice(3);
  for (const kind of ['surgical', 'white', 'mouth', 'hand'] satisfies CoverKind[]) {
    const face = await faceOf(await personFrame('people/mei-1'));
    const {covering, glasses} = await wornIn(await covered(face.frame, face.mesh, kind, roll));
    assert.ok(covering >= 0.5 && glasses < 0.5, `${kind}: ${covering} ${glasses}`);
  }
});
