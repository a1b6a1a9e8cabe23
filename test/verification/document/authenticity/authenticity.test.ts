import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import sharp from 'sharp';
import {makeSpecimens} from '../../../../src/cli/specimens.ts';
import {measureAuthenticity} from '../../../../src/verification/document/authenticity/authenticity.ts';
import {electronicReplica, colourInconsistency} from '../../../../src/verification/document/checks/authenticity.ts';
import {decodeImage} from '../../../../src/verification/image/decode.node.ts';
import {photographFlat, type Flat, type Shot} from '../../../../src/cli/specimens/screen-camera.ts';

let folder = '';
let passport: Flat;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-authenticity-'));
  await makeSpecimens({out: folder, today: '2026-11-22', only: ['passport']});
  const {data, info} = await sharp(join(folder, 'passport.jpg'))
    .removeAlpha()
    .raw()
    .toBuffer({resolveWithObject: true});
  passport = {rgb: new Uint8Array(data), width: info.width, height: info.height};
});
after(() => rm(folder, {recursive: true}));

async function measure(about: Partial<Shot>) {
  const jpeg = await photographFlat(passport, {width: 1600, height: 1200, seed: 11, quality: 82, ...about});
  const {rgb, width, height} = await decodeImage(jpeg);
  return measureAuthenticity({data: rgb, width, height});
}

test('the same document on paper and on a screen lie on two sides of the threshold', async () => {
  const threshold = electronicReplica.threshold ?? 0;
  const [paper, screen] = [await measure({}), await measure({screenPitch: 1.22})];
  assert.ok((paper.screen?.peak ?? 9) < threshold, `paper ${paper.screen?.peak}`);
  assert.ok((screen.screen?.peak ?? 0) >= threshold, `screen ${screen.screen?.peak}`);
});

test('a black and white copy under warm light has no colour, however warm the light', async () => {
  const threshold = colourInconsistency.threshold ?? 0;
  const [original, copy] = [await measure({}), await measure({grey: true})];
  assert.ok(original.colourSpread >= 2 * threshold, `original ${original.colourSpread}`);
  assert.ok(copy.colourSpread < threshold, `copy ${copy.colourSpread}`);
});

test('a picture too small for a pattern has none, and plain ones have neither', () => {
  const plain = (width: number, height: number) =>
    measureAuthenticity({data: new Uint8Array(width * height * 3).fill(128), width, height});
  assert.equal(plain(200, 200).screen, undefined);
  const {screen, colourSpread} = plain(300, 300);
  assert.ok(screen && screen.peak < 1 && colourSpread < 1);
});
