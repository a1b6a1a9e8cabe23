/** The command on a real embedded database: what it prints, and what it refuses. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {templatesCommand} from '../../src/cli/templates.ts';
import type {Composer} from '../../src/cli/system.ts';
import {documentOnly} from '../../src/domain/default-templates.ts';
import {openCommandWorld} from '../commands/command-world.ts';
import type {CommandWorld} from '../commands/command-world.ts';

let world: CommandWorld;
let folder: string;
before(async () => {
  world = await openCommandWorld();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-templates-'));
});
after(async () => {
  fs.rmSync(folder, {recursive: true, force: true});
  await world.close();
});

const composer: Composer = {
  startSystem: () => Promise.reject(new Error('the command starts no system')),
  openToolbox: () => Promise.resolve({ctx: world.ctx, close: () => Promise.resolve()}),
};

async function run(...args: string[]): Promise<{out: string[]; err: string[]}> {
  const said = {out: [] as string[], err: [] as string[]};
  const {log, error} = console;
  console.log = (line: string) => void said.out.push(line);
  console.error = (line: string) => void said.err.push(line);
  try {
    await templatesCommand(composer).parseAsync(args, {from: 'user'});
  } catch (thrown) {
    said.err.push(thrown instanceof Error ? thrown.message : String(thrown));
  } finally {
    Object.assign(console, {log, error});
  }
  return said;
}

function file(name: string, content: unknown): string {
  const place = path.join(folder, name);
  fs.writeFileSync(place, JSON.stringify(content));
  return place;
}

test('what is pulled can be pushed under another name, and is the same', async () => {
  const pulled = await run('pull', world.templateId);
  const graph: unknown = JSON.parse(pulled.out.join('\n'));
  const pushed = await run('push', file('a.json', graph), '--name', 'Copy');
  const [id = ''] = pushed.out;
  assert.match(id, /^itmpl_/);
  assert.deepEqual(JSON.parse((await run('pull', id)).out.join('\n')), graph);
  assert.ok((await run('list')).out.some((line) => line === `${id}  active  Copy`));
});

test('a next version runs at once, a draft does not', async () => {
  const [id = ''] = (await run('push', file('b.json', documentOnly), '--name', 'Ours')).out;
  const next = file('c.json', {...documentOnly, requester: 'Next'});
  const draft = await run('push', next, '--template', id, '--draft');
  assert.match(draft.out[0] ?? '', /^itmplv_\w+ is a draft: version 2 of /);
  const running = async () => (JSON.parse((await run('pull', id)).out.join('\n')) as {requester: string}).requester;
  assert.equal(await running(), documentOnly.requester);
  const published = await run('push', next, '--template', id);
  assert.match(published.out[0] ?? '', /runs version 3 from now on/);
  assert.equal(await running(), 'Next');
});

test('validate names everything that is wrong, each at its place, and takes a schema for editors', async () => {
  const steps = {...documentOnly.steps, island: {kind: 'success'}};
  const bad = await run('validate', file('d.json', {...documentOnly, start: 'nowhere', steps}));
  assert.ok(
    bad.err.some((line) => line.startsWith('/start: The template starts with nowhere')),
    bad.err.join('\n'),
  );
  assert.ok(bad.err.some((line) => line.startsWith('/steps/island: No way leads')));
  assert.match(bad.err.at(-1) ?? '', /cannot be published: \d+ problems\.$/);
  const good = await run('validate', file('e.json', {$schema: 'https://id.example.com/x.json', ...documentOnly}));
  assert.match(good.out[0] ?? '', /can be published\.$/);
  assert.deepEqual(good.err, []);
});

test('schema prints a JSON Schema', async () => {
  const schema = JSON.parse((await run('schema')).out.join('\n')) as {properties: object};
  assert.ok('steps' in schema.properties);
});

test('push without a name for it says what is missing', async () => {
  assert.match((await run('push', file('f.json', documentOnly))).err.join(), /Name the template/);
});
