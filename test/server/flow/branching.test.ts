/** Steps that nobody sees, on the running flow: where an inquiry goes, and what is kept of it. */
import assert from 'node:assert/strict';
import {after, before, it} from 'node:test';
import type {Step} from '../../../src/protocol/template.ts';
import {documentGraph} from '../../domain/flow-graph.ts';
import {openFlowWorld, start, submit, upload} from './flow-world.ts';
import type {FlowWorld} from './flow-world.ts';
import {expired, passport, scriptedEngines} from './scripted-engines.ts';

const engines = scriptedEngines();
let flow: FlowWorld;
before(async () => {
  flow = await openFlowWorld(engines);
});
after(() => flow.close());

const german = {'==': [{var: 'country'}, 'DE']};

function graphWith(steps: Record<string, Step>, next = 'where') {
  const graph = documentGraph();
  const document: Step = {kind: 'document', next, failed: 'failed', attempts: 1, upload: true, config: {}};
  return documentGraph({steps: {...graph.steps, document, ...steps}});
}

async function walk(graph: ReturnType<typeof graphWith>, changes: Record<string, unknown> = {}) {
  const templateId = await flow.addTemplate(graph);
  const {token, position} = await start(flow, {templateId, ...changes});
  await submit(flow, token, 'consent', {action: 'accept'});
  const id = await upload(flow, token);
  await submit(flow, token, 'document', {action: 'submit', evidence: [{side: 'front', id}]});
  const end = await flow.until(token, ({screen}) => screen.kind !== 'processing');
  const {db} = flow.database;
  const row = await db.selectFrom('inquiry').selectAll().where('id', '=', position.inquiryId).executeTakeFirstOrThrow();
  const names = await db
    .selectFrom('event')
    .select('name')
    .where('object_id', '=', row.id)
    .where('name', 'like', 'inquiry.%')
    .orderBy('created_at')
    .execute();
  return {token, end, row, events: names.map(({name}) => name)};
}

it('asks for more where the country that was read says so, and counts on it before', async () => {
  engines.script(passport());
  const graph = graphWith({
    where: {kind: 'branching', routes: [{if: german, next: 'again'}], else: 'success'},
    again: {kind: 'consent', next: 'success', retentionDays: 1},
  });
  const {token, end} = await walk(graph);
  assert.deepEqual([end.step, end.screen.kind, end.progress], ['again', 'consent', {done: 2, of: 3}]);
  const done = await submit(flow, token, 'again', {action: 'accept'});
  assert.deepEqual([done.step, done.status], ['success', 'approved']);
});

it('writes fields and tags, tells of them, and leaves the decision to the default rule', async () => {
  engines.script(passport());
  const graph = graphWith({
    where: {
      kind: 'action',
      actions: [
        {do: 'set-field', field: 'selected-country-code', value: {var: 'country'}},
        {do: 'add-tag', tag: 'travels'},
      ],
      next: 'success',
    },
  });
  const {row, events} = await walk(graph);
  assert.deepEqual([row.fields['selected-country-code']?.value, row.tags, row.status], ['DE', ['travels'], 'approved']);
  assert.ok(events.includes('inquiry.updated-tags'));
  assert.deepEqual(events.slice(-2), ['inquiry.completed', 'inquiry.approved']);
});

it('decides as the template says, whatever the checks say, with its reason', async () => {
  engines.script(expired);
  const graph = graphWith(
    {
      where: {
        kind: 'branching',
        routes: [{if: {'==': [{var: 'checks.document.id_expired_detection'}, 'failed']}, next: 'person'}],
        else: 'success',
      },
      person: {kind: 'action', actions: [{do: 'mark-for-review', comment: 'expired'}], next: 'success'},
    },
    'where',
  );
  // an expired document ends the flow at once: its way leads to the success step, past the branch
  assert.equal((await walk(graph)).row.status, 'declined');

  engines.script(passport());
  const refuse = graphWith({where: {kind: 'action', actions: [{do: 'decline', comment: 'not here'}], next: 'failed'}});
  const {row, events, end} = await walk(refuse);
  assert.deepEqual([row.status, row.reviewer_comment, end.screen.kind], ['declined', 'not here', 'failed']);
  assert.deepEqual(events.slice(-2), ['inquiry.failed', 'inquiry.declined']);
});

it('saves what is known in an account of its own, and touches none that a browser only claims', async () => {
  engines.script(passport());
  const save: Step = {kind: 'action', actions: [{do: 'save-account', tags: ['verified']}], next: 'success'};
  const {row} = await walk(graphWith({where: save}));
  const {db} = flow.database;
  const account = await db.selectFrom('account').selectAll().where('id', '=', row.account_id).executeTakeFirstOrThrow();
  assert.deepEqual(account.tags, ['verified']);
  assert.equal(JSON.stringify(account.fields).includes(String(row.fields['name-last']?.value)), true);

  const claimed = await walk(
    graphWith({
      where: {kind: 'action', actions: [{do: 'save-account'}], next: 'again'},
      again: {kind: 'consent', next: 'success', retentionDays: 1},
    }),
    {referenceId: 'somebody'},
  );
  assert.equal(claimed.row.account_id, null);
});
