import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {makeSpecimens} from '../../../../src/cli/specimens.ts';
import type {ImageRegion} from '../../../../src/protocol/check.ts';
import type {GovernmentIdResult} from '../../../../src/protocol/government-id.ts';
import {readGovernmentId} from '../../../../src/verification/document/government-id.node.ts';
import {installedFaceEngine} from '../../../../src/verification/selfie/engine.node.ts';
import {pasteOver, peopleWithPhoto, photographPassport} from './forged-portrait.ts';

const skip = (await installedFaceEngine()) ? false : 'the nets for faces are not installed';
const [mei, kenji] = peopleWithPhoto;
assert.ok(mei && kenji);

async function read(jpeg: Uint8Array): Promise<GovernmentIdResult> {
  const evidence = [{id: 'evi_1', side: 'front' as const, bytes: jpeg}];
  return readGovernmentId({evidence, chosen: {}, config: {}, today: '2026-11-22', sandbox: true}, () => {});
}

function check({checks}: GovernmentIdResult, name: string) {
  const found = checks.find((one) => one.name === name);
  assert.ok(found);
  return found;
}
const said = (result: GovernmentIdResult, name: string) => {
  const {status, reasons} = check(result, name);
  return [status, ...reasons];
};
const [paste, ghost] = ['id_portrait_paste_detection', 'id_ghost_portrait_comparison'] as const;

test('a passport as it was issued: its ghost is the holder, and nothing was pasted', {skip}, async () => {
  const result = await read(await photographPassport(mei, 21));
  assert.deepEqual([said(result, ghost), said(result, paste)], [['passed'], ['passed']]);
  const regions = check(result, ghost).metadata.regions as ImageRegion[];
  const [portrait, small] = regions;
  assert.deepEqual([portrait?.label, small?.label], ['portrait', 'ghost']);
  // in the drawing it stands at the right-hand side
  assert.ok((small?.x ?? 0) > 1100 && (portrait?.x ?? 0) < 500);
});

test('another’s portrait beside the holder’s ghost', {skip}, async () => {
  const result = await read(await photographPassport(mei, 24, kenji));
  assert.deepEqual(said(result, ghost), ['failed', 'ghost_differs']);
});

test('a portrait that was pasted into the photograph', {skip}, async () => {
  const jpeg = await photographPassport(mei, 21);
  const regions = check(await read(jpeg), 'id_portrait_detection').metadata.regions as ImageRegion[];
  const [face] = regions;
  assert.ok(face);
  const result = await read(await pasteOver(jpeg, face, kenji, 85));
  assert.deepEqual(said(result, paste), ['failed', 'straight_edge']);
  assert.deepEqual(said(result, ghost), ['failed', 'ghost_differs']);
});

test('says nothing of a document that lies straight in its picture', {skip}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-portrait-'));
  await makeSpecimens({out: folder, today: '2026-11-22', only: ['passport-mei']});
  const result = await read(await readFile(join(folder, 'passport-mei.jpg')));
  await rm(folder, {recursive: true});
  assert.deepEqual(said(result, paste), ['not_applicable', 'lies_straight']);
});
