import assert from 'node:assert/strict';
import {test} from 'node:test';
import {contains, isGone, mostAttempts, nextAttemptAt, wantsEvent} from '../../src/domain/webhook.ts';

const payload = {
  data: {
    type: 'inquiry',
    attributes: {tags: ['vip', 'eu'], status: 'approved'},
    relationships: {account: {data: {id: 'act_1'}}},
  },
};

test('a webhook wants the events it named, or all', () => {
  const event = {name: 'inquiry.approved', payload};
  assert.ok(wantsEvent({enabledEvents: ['inquiry.approved'], payloadFilter: null}, event));
  assert.ok(wantsEvent({enabledEvents: ['*'], payloadFilter: null}, event));
  assert.ok(!wantsEvent({enabledEvents: ['inquiry.declined'], payloadFilter: null}, event));
  assert.ok(!wantsEvent({enabledEvents: ['*'], payloadFilter: {data: {type: 'account'}}}, event));
});

test('a filter is a part of the payload', () => {
  assert.ok(contains(payload, {data: {relationships: {account: {data: {id: 'act_1'}}}}}));
  assert.ok(!contains(payload, {data: {relationships: {account: {data: {id: 'act_2'}}}}}));
  assert.ok(contains(payload, {data: {attributes: {tags: ['eu']}}}));
  assert.ok(!contains(payload, {data: {attributes: {tags: ['eu', 'us']}}}));
  assert.ok(contains(payload, {$or: [{data: {type: 'account'}}, {data: {type: 'inquiry'}}]}));
  assert.ok(!contains(payload, {$or: []}));
  assert.ok(!contains(payload, {data: {toString: {}}}));
});

test('tries again seven times, each after its pause and at most a tenth', () => {
  const at = new Date('2026-03-01T12:00:00Z');
  const seconds = (attempts: number, jitter: number) =>
    ((nextAttemptAt(attempts, at, jitter)?.getTime() ?? NaN) - at.getTime()) / 1000;
  const pauses = [3, 64, 729, 4096, 15_625, 46_656, 117_649];
  assert.deepEqual(
    pauses.map((_, i) => seconds(i + 1, 0)),
    pauses,
  );
  assert.equal(seconds(2, 1), 70.4);
  assert.equal(nextAttemptAt(mostAttempts, at, 0), null);
  assert.equal(mostAttempts, 8);
});

test('a receiver is gone after three days without anything, counted from when it was enabled', () => {
  const day = 24 * 3600 * 1000;
  const at = (days: number): Date => new Date(Date.UTC(2026, 2, 1) + days * day);
  assert.equal(isGone({enabledSince: at(0), lastDeliveredAt: null}, at(2.9)), false);
  assert.equal(isGone({enabledSince: at(0), lastDeliveredAt: null}, at(3.1)), true);
  assert.equal(isGone({enabledSince: at(0), lastDeliveredAt: at(2)}, at(4.9)), false);
  assert.equal(isGone({enabledSince: at(4), lastDeliveredAt: at(1)}, at(6)), false);
});
