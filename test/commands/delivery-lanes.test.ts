import assert from 'node:assert/strict';
import {test} from 'node:test';
import {DeliveryLanes} from '../../src/commands/delivery-lanes.ts';
import type {Place} from '../../src/commands/delivery-lanes.ts';

const now = new Date('2026-03-01T12:00:00Z');

function inside(place: Place): Extract<Place, {type: 'now'}> {
  assert.equal(place.type, 'now');
  return place as Extract<Place, {type: 'now'}>;
}

test('four at a time to one receiver, and no limit across receivers', () => {
  const lanes = new DeliveryLanes();
  for (let i = 0; i < 4; i += 1) inside(lanes.enter('a', now));
  assert.equal(lanes.enter('a', now).type, 'later');
  inside(lanes.enter('b', now));
});

test('a single slip slows nothing', () => {
  const lanes = new DeliveryLanes();
  inside(lanes.enter('a', now)).leave(false);
  for (let i = 0; i < 4; i += 1) inside(lanes.enter('a', now));
});

test('one at a time to a receiver that failed three times in a row, until it answers', () => {
  const lanes = new DeliveryLanes();
  for (let i = 0; i < 3; i += 1) inside(lanes.enter('a', now)).leave(false);
  const probe = inside(lanes.enter('a', now));
  assert.equal(lanes.enter('a', now).type, 'later');
  probe.leave(true);
  inside(lanes.enter('a', now));
  inside(lanes.enter('a', now));
});

test('those who wait get moments one after the other', () => {
  const lanes = new DeliveryLanes();
  for (let i = 0; i < 4; i += 1) inside(lanes.enter('a', now));
  const moments = Array.from({length: 100}, () => lanes.enter('a', now)).map((place) =>
    place.type === 'later' ? place.at.getTime() : 0,
  );
  assert.ok(moments.every((at, i) => at > (moments[i - 1] ?? now.getTime())));
});

test('a receiver that answers quickly gets more at a time, and a backlog close moments, until it answers slowly once', () => {
  const lanes = new DeliveryLanes();
  for (let i = 0; i < 10; i += 1) inside(lanes.enter('a', now)).leave(true, 10);
  const places = Array.from({length: 12}, () => inside(lanes.enter('a', now)));
  const last = Array.from({length: 1000}, () => lanes.enter('a', now)).at(-1);
  assert.ok(last?.type === 'later' && last.at.getTime() - now.getTime() < 10_000, 'a hundred a second and more');
  for (const place of places) place.leave(true, 5000);
  for (let i = 0; i < 4; i += 1) inside(lanes.enter('a', now));
  assert.equal(lanes.enter('a', now).type, 'later');
});
