import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {parseTemplateGraph} from '../../src/commands/parse-template.ts';
import {createTemplate, publishTemplate} from '../../src/commands/publish-template.ts';
import {documentOnly} from '../../src/domain/default-templates.ts';
import {findRunnableTemplate, findTemplateVersion} from '../../src/storage/template.ts';
import {openCommandWorld, type CommandWorld} from './command-world.ts';

let world: CommandWorld;
before(async () => {
  world = await openCommandWorld();
});
after(() => world.close());

test('a new version runs for new inquiries; those under way keep theirs', async () => {
  const templateId = await world.run((w) => createTemplate(w, {name: 'Ours', graph: documentOnly}));
  const {inquiry} = await world.makeInquiry({templateId});
  const graph = {...documentOnly, requester: 'Example Shop', allowedDomains: ['shop.example.com']};
  const version = await world.run((w) => publishTemplate(w, {templateId, graph}));
  assert.equal(version.number, 2);

  const {db} = world.database;
  const runnable = await findRunnableTemplate(db, world.envId, {templateId});
  assert.deepEqual([runnable?.id, runnable?.graph.requester], [version.id, 'Example Shop']);
  const old = await findTemplateVersion(db, world.envId, inquiry.template_version_id);
  assert.deepEqual([old?.status, old?.graph.requester], ['archived', documentOnly.requester]);
});

test('a graph that is wrong is told where, in its parts and as a whole', () => {
  const broken = {...documentOnly, requester: ''};
  assert.throws(() => parseTemplateGraph(broken), {code: 'invalid_attribute', message: /^\/requester: /});
  const dangling = {...documentOnly, start: 'nowhere'};
  assert.throws(() => parseTemplateGraph(dangling), {
    code: 'invalid_attribute',
    message: /^\/start: The template starts with nowhere/,
  });
  assert.throws(() => parseTemplateGraph(undefined), {code: 'invalid_attribute'});
});

test('a template of nobody is not found, and nothing is written', async () => {
  const publish = world.run((w) => publishTemplate(w, {templateId: 'itmpl_nobody', graph: documentOnly}));
  await assert.rejects(publish, {code: 'not_found'});
});
