/** What `docs/sandbox.md` says of each specimen is true: every row goes through the flow API and the real engines. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {keepPhotographs} from '../../src/cli/specimens.ts';
import {posedFrames} from '../../src/cli/specimens/posed.ts';
import {defaultTemplates, documentOnly} from '../../src/domain/default-templates.ts';
import type {Position} from '../../src/protocol/position.ts';
import type {TemplateGraph} from '../../src/protocol/template.ts';
import type {EnginePool} from '../../src/verification/engine.ts';
import {readGovernmentId} from '../../src/verification/document/government-id.node.ts';
import {installedFaceEngine} from '../../src/verification/selfie/engine.node.ts';
import {measureFaceFrames} from '../../src/verification/selfie/face-frames.node.ts';
import {judgeSelfie} from '../../src/verification/selfie/selfie.node.ts';
import {openFlowWorld, start, submit} from '../server/flow/flow-world.ts';
import type {FlowWorld} from '../server/flow/flow-world.ts';
import {scriptedEngines} from '../server/flow/scripted-engines.ts';

interface Row {
  template: string;
  step: string;
  specimen: string;
  failed: string[];
  /** What fails in some exposures: an estimate that lies close to its limit. */
  mayFail: string[];
  follows: string;
}

/** `| template | step | specimen | checks that fail, at times others | what follows |`, every word of the last three in backticks. */
function rowsOfDocs(): Row[] {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/sandbox.md'), 'utf8');
  const lines = page.split('\n').filter((line) => /^\| (?!template)[^|]+\|[^|]+\| `/.test(line));
  return lines.map((line) => {
    const [template = '', step = '', specimen = '', failed = '', follows = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    const [always = '', atTimes = ''] = failed.split('at times');
    const words = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
    return {
      template,
      step,
      specimen: words(specimen)[0] ?? '',
      failed: words(always),
      mayFail: words(atTimes),
      follows: words(follows).join(' '),
    };
  });
}

const longMs = 240_000;
let flow: FlowWorld;
const templates = new Map<string, string>();
before(async () => {
  const rest = scriptedEngines();
  const engines: EnginePool = {
    ...rest,
    run: (async (kind: string, input: never, {onProgress}: {onProgress?: (word: never) => void}) => {
      if (kind === 'face-frames') return measureFaceFrames(input);
      if (kind === 'selfie') return judgeSelfie(input);
      return readGovernmentId(input, (word) => onProgress?.(word as never));
    }) as EnginePool['run'],
  };
  flow = await openFlowWorld(engines);
  const today = () => flow.now().toISOString().slice(0, 10);
  Object.assign(flow.ctx, {specimens: keepPhotographs(today), posedFrames});
  await installedFaceEngine();
  for (const {name, graph} of defaultTemplates) templates.set(name, await flow.addTemplate(graph));
  templates.set('Document only, of age', await flow.addTemplate(documentOnlyOfAge()));
});
after(() => flow.close());

/** The shipped Age check asks for a face first. */
function documentOnlyOfAge(): TemplateGraph {
  const graph = structuredClone(documentOnly);
  const step = graph.steps['document'];
  if (step?.kind === 'document') step.config = {...step.config, minimumAge: 18};
  return graph;
}

const show = (token: string, name: string) => flow.call(`/specimens/${name}`, {method: 'POST', token, json: {}});
const settled = (token: string) => flow.until(token, ({screen}) => screen.kind !== 'processing', longMs);

interface Visit {
  token: string;
  inquiryId: string;
}

async function consented(template: string): Promise<Visit> {
  const {token, position} = await start(flow, {templateId: templates.get(template)});
  await submit(flow, token, 'consent', {action: 'accept'});
  return {token, inquiryId: position.inquiryId};
}

/** By template: an inquiry that still asks for something may show the next specimen too, as a person would. */
const going = new Map<string, Visit>();

async function atStep(template: string, step: string): Promise<Visit> {
  const known = going.get(template);
  if (known && (await positionOf(known)).step === step) return known;
  const visit = await consented(template);
  going.set(template, visit);
  if (step === 'selfie') {
    assert.equal((await show(visit.token, 'approved')).status, 200);
    assert.equal((await settled(visit.token)).step, 'selfie');
  }
  return visit;
}

async function positionOf({token}: Visit): Promise<Position> {
  return (await (await flow.call('/position', {token})).json()) as Position;
}

async function failedChecks(inquiryId: string): Promise<string[]> {
  const {checks} = await flow.database.db
    .selectFrom('verification')
    .select('checks')
    .where('inquiry_id', '=', inquiryId)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  return checks.filter(({status}) => status === 'failed').map(({name, reasons}) => `${name}: ${reasons.join(' ')}`);
}

function what({status, step, screen}: Position): string {
  if (status !== 'pending') return status;
  return 'problems' in screen && screen.problems.length > 0 ? `again ${screen.problems.join(' ')}` : step;
}

const rows = rowsOfDocs();

/** By step: what was offered. */
const offered = new Map<string, string[]>();

for (const {template, step, specimen, failed, mayFail, follows} of rows) {
  test(`${template}, ${step}: ${specimen}`, async () => {
    const {token, inquiryId} = await atStep(template, step);
    const {specimens} = await positionOf({token, inquiryId});
    offered.set(step, specimens ?? []);
    assert.equal((await show(token, specimen)).status, 200);
    const position = await settled(token);
    const seen = (await failedChecks(inquiryId)).filter((check) => !mayFail.includes(check));
    assert.deepEqual(seen.sort(), failed.toSorted());
    assert.equal(what(position), follows);
  });
}

test('the page has a row for every specimen that is offered', () => {
  for (const [step, names] of offered) {
    const told = rows.filter((row) => row.step === step).map(({specimen}) => specimen);
    assert.deepEqual([...new Set(told)].sort(), names.toSorted());
  }
  assert.equal(offered.size, 2);
});

test('a production environment offers none and shows none', async () => {
  const {db} = flow.database;
  const kind = (to: 'sandbox' | 'production') =>
    db.updateTable('environment').set({kind: to}).where('id', '=', flow.envId).execute();
  const {token, inquiryId} = await consented('KYC');
  await kind('production');
  try {
    const position = await positionOf({token, inquiryId});
    assert.equal(position.specimens, undefined);
    assert.equal((await show(token, 'approved')).status, 403);
    const evidence = await db.selectFrom('evidence').select('id').where('inquiry_id', '=', inquiryId).execute();
    assert.deepEqual(evidence, []);
  } finally {
    await kind('sandbox');
  }
});

test('a step takes its own specimens only, and a step without a camera none', async () => {
  const {token} = await start(flow, {templateId: templates.get('KYC')});
  assert.equal((await show(token, 'approved')).status, 409);
  await submit(flow, token, 'consent', {action: 'accept'});
  for (const name of ['holder', 'constructor', 'nothing']) assert.equal((await show(token, name)).status, 404);
});
