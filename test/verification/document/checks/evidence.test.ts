/**
 * Each check on pictures, read by the engine with its nets: passed, failed and not applicable, and every answer explained. It costs half a
 * minute of a core, and is the only proof that no check speaks of readings that no picture gives.
 */
import assert from 'node:assert/strict';
import {before, test} from 'node:test';
import type {Check} from '../../../../src/protocol/check.ts';
import type {DocumentSide} from '../../../../src/protocol/government-id.ts';
import {governmentIdChecks} from '../../../../src/verification/document/checks/registry.ts';
import {readGovernmentId} from '../../../../src/verification/document/government-id.node.ts';
import {findFace} from '../../../../src/verification/face/read-faces.node.ts';
import {faceEngine} from '../../../../src/verification/selfie/engine.node.ts';
import {personFrame} from '../../face/picture.ts';
import {lookups, wantedAnswers} from './answers.ts';
import {submissions, today, type Submission} from './evidence.ts';
import {lacking, type Judged} from './measured.ts';

const answers: (Judged & {story: string})[] = [];

before(async () => {
  for (const submission of await submissions(await selfieOf('people/mei-1')))
    answers.push(...(await judge(submission)));
  const [first] = answers;
  if (!first) return;
  const {story} = first;
  const checks = answers.filter((one) => one.story === story).map(({check}) => check);
  for (const look of lookups) answers.push(...look(checks).map((check) => ({...first, check})));
});

async function judge({story, front, back, about}: Submission): Promise<typeof answers> {
  const sides: [DocumentSide, Uint8Array | undefined][] = [
    ['front', front],
    ['back', back],
  ];
  const evidence = sides.flatMap(([side, bytes]) => (bytes ? [{id: `evi_${side}`, side, bytes}] : []));
  const input = {evidence, chosen: {}, config: {}, today, sandbox: true, ...about};
  const {checks, fields, displayImages} = await readGovernmentId(input, () => undefined);
  return checks.map((check) => ({story, check, fields, pictures: displayImages.length > 0}));
}

async function selfieOf(name: string) {
  const {nets, embedder} = await faceEngine();
  const face = await findFace(nets.faces, await personFrame(name));
  assert.ok(face);
  return {model: embedder.model, embedding: await embedder.embed(face.frame, face.mesh)};
}

test('each check passes, fails and does not apply on some picture', () => {
  const seen = new Set(answers.map(({check: {name, status}}) => `${name}: ${status}`));
  assert.deepEqual(
    wantedAnswers.filter((answer) => !seen.has(answer)),
    [],
  );
});

test('each that passed or failed says what was measured, against what, in what, and where', () => {
  assert.deepEqual([...new Set(answers.flatMap((one) => lacking(one).map((part) => `${one.story}: ${part}`)))], []);
});

test('each that did not pass says why, in one of the reasons of its check', () => {
  const known = new Map(governmentIdChecks.map(({name, reasons}) => [name, new Set(reasons)]));
  const isSilent = ({name, status, reasons}: Check) =>
    (status !== 'passed' && reasons.length === 0) || reasons.some((reason) => !known.get(name)?.has(reason));
  assert.deepEqual(
    answers.filter(({check}) => isSilent(check)),
    [],
  );
});
