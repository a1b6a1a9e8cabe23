/** A passport whose holder was before the camera already, and one of somebody else, by the real nets. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {GovernmentIdInput} from '../../../../src/verification/engine.ts';
import {readGovernmentId} from '../../../../src/verification/document/government-id.node.ts';
import {findFace} from '../../../../src/verification/face/read-faces.node.ts';
import {faceEngine} from '../../../../src/verification/selfie/engine.node.ts';
import {personBytes, personFrame} from '../../face/picture.ts';

async function faceOf(person: string): Promise<NonNullable<GovernmentIdInput['selfie']>> {
  const {nets, embedder} = await faceEngine();
  const face = await findFace(nets.faces, await personFrame(person));
  assert.ok(face);
  return {model: embedder.model, embedding: await embedder.embed(face.frame, face.mesh)};
}

async function compared(selfie?: GovernmentIdInput['selfie']) {
  const evidence = [{id: 'evi_1', side: 'front' as const, bytes: await personBytes('passport-mei-photo')}];
  const about = {chosen: {}, config: {}, today: '2026-11-23', sandbox: true};
  const {checks} = await readGovernmentId({evidence, ...about, ...(selfie && {selfie})}, () => undefined);
  const check = checks.find(({name}) => name === 'id_selfie_comparison');
  assert.ok(check);
  return check;
}

test('the holder’s selfie passes and somebody else’s does not; without one, or with another net’s, it is not said', async () => {
  const mei = await faceOf('people/mei-2');
  const same = await compared(mei);
  assert.equal(same.status, 'passed');
  assert.ok(Number(same.metadata.value) >= 0.48 && same.metadata.threshold === 0.48);
  const other = await compared(await faceOf('people/kenji-2'));
  assert.deepEqual([other.status, other.reasons], ['failed', ['no_match']]);
  assert.deepEqual((await compared({...mei, model: 'another'})).reasons, ['other_model', 'inconclusive']);
  assert.deepEqual((await compared()).reasons, ['no_selfie']);
});
