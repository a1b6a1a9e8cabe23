import assert from 'node:assert/strict';
import {test} from 'node:test';
import {DeliveryLanes} from '../../src/commands/delivery-lanes.ts';

const slow = {received: true, tookMs: 2000};
const quick = {received: true, tookMs: 10};
const failed = {received: false, tookMs: 10};

function widthOf(lanes: DeliveryLanes, webhookId: string): number {
  return lanes.widths().get(webhookId) ?? lanes.width;
}

function tried(lanes: DeliveryLanes, times: number, answer: typeof slow): void {
  for (let i = 0; i < times; i += 1) lanes.tried('a', answer);
}

test('four at a time, also to a receiver that slipped once', () => {
  const lanes = new DeliveryLanes();
  assert.equal(widthOf(lanes, 'a'), 4);
  lanes.tried('a', failed);
  assert.equal(widthOf(lanes, 'a'), 4);
});

test('one at a time to a receiver that failed three times in a row, until it answers', () => {
  const lanes = new DeliveryLanes();
  tried(lanes, 3, failed);
  assert.equal(widthOf(lanes, 'a'), 1);
  assert.equal(widthOf(lanes, 'b'), 4);
  lanes.tried('a', slow);
  assert.equal(widthOf(lanes, 'a'), 4);
});

test('twelve at a time to a receiver that answers quickly, until it answers slowly once', () => {
  const lanes = new DeliveryLanes();
  tried(lanes, 10, quick);
  assert.equal(widthOf(lanes, 'a'), 12);
  lanes.tried('a', slow);
  assert.equal(widthOf(lanes, 'a'), 4);
});

test('receivers of long ago are forgotten', () => {
  const lanes = new DeliveryLanes();
  tried(lanes, 10, quick);
  for (let i = 0; i < 10_000; i += 1) lanes.tried(`other-${i}`, slow);
  assert.equal(widthOf(lanes, 'a'), 4);
});
