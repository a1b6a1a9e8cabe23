import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readStepState} from '../../src/domain/flow.ts';
import {positionOf} from '../../src/domain/position.ts';
import type {Standing} from '../../src/domain/position.ts';
import {positionSchema} from '../../src/protocol/position.ts';
import {documentGraph} from './flow-graph.ts';

const now = new Date('2026-03-01T12:00:00Z');
const graph = documentGraph();

function standing(changes: Partial<Standing> = {}): Standing {
  const step = changes.step ?? 'consent';
  return {
    inquiryId: 'inq_1',
    status: 'created',
    version: 4,
    step,
    stepState: readStepState(graph, step, {}),
    expiresAt: new Date('2026-03-02T12:00:00Z'),
    language: null,
    referenceId: 'user-42',
    redirectUri: null,
    fields: {'name-first': {type: 'string', value: 'Anna'}},
    ...changes,
  };
}

describe('the position', () => {
  it('shows consent first, with who asks and for how long', () => {
    const position = positionOf(graph, standing(), [], now);
    assert.deepEqual(position.screen, {
      kind: 'consent',
      requester: 'Harbour Books',
      retentionDays: 90,
      collects: ['document'],
    });
    assert.deepEqual(position.progress, {done: 0, of: 2});
    positionSchema.parse(position);
  });

  it('shows nothing of the fields before the end', () => {
    const open = positionOf(graph, standing({step: 'document', status: 'pending'}), [], now);
    assert.equal(open.fields, undefined);
    assert.equal(open.referenceId, undefined);
    const done = positionOf(graph, standing({step: 'success', status: 'approved'}), [], now);
    assert.deepEqual(done.fields, {'name-first': {type: 'string', value: 'Anna'}});
  });

  it('is expired once the time is up, whatever the row still says', () => {
    const position = positionOf(graph, standing({status: 'pending', expiresAt: now}), [], now);
    assert.deepEqual([position.status, position.screen.kind], ['expired', 'expired']);
  });

  it('tells an approved person from one who waits for a reviewer, and why one was declined', () => {
    const screen = (status: Standing['status']) =>
      positionOf(
        graph,
        standing({status, step: 'success', stepState: {kind: 'success', problems: ['expired']}}),
        [],
        now,
      ).screen;
    assert.deepEqual(screen('approved'), {kind: 'success', review: false});
    assert.deepEqual(screen('needs_review'), {kind: 'success', review: true});
    assert.deepEqual(screen('declined'), {kind: 'failed', problems: ['expired'], canRestart: true});
  });

  it('returns to an allowed address with what the host needs, and the fields only where the template says so', () => {
    const finished = standing({
      status: 'approved',
      step: 'success',
      redirectUri: 'https://shop.example.com/done?cart=7',
    });
    const plain = new URL(positionOf(graph, finished, [], now).redirectUri ?? '');
    assert.deepEqual(Object.fromEntries(plain.searchParams), {
      cart: '7',
      'inquiry-id': 'inq_1',
      status: 'approved',
      'reference-id': 'user-42',
    });
    const open = new URL(positionOf({...graph, redirectFields: true}, finished, [], now).redirectUri ?? '');
    assert.equal(open.searchParams.get('fields[name-first]'), 'Anna');
    assert.equal(
      positionOf(graph, standing({...finished, redirectUri: 'https://evil.example'}), [], now).redirectUri,
      undefined,
    );
    assert.equal(
      positionOf(graph, standing({...finished, status: 'pending', step: 'document'}), [], now).redirectUri,
      undefined,
    );
  });
});
