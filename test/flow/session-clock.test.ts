import assert from 'node:assert/strict';
import {afterEach, beforeEach, mock, test} from 'node:test';
import {SessionClock} from '../../src/flow/session-clock.ts';

let said: (string | number)[];
let clock: SessionClock;
const page = new EventTarget();

beforeEach(() => {
  mock.timers.enable({apis: ['setTimeout', 'Date'], now: 1_000_000});
  globalThis.addEventListener = page.addEventListener.bind(page) as typeof globalThis.addEventListener;
  said = [];
  clock = new SessionClock({active: () => said.push('active'), ending: (left) => said.push(left)});
});
afterEach(() => {
  clock.stop();
  mock.timers.reset();
  Reflect.deleteProperty(globalThis, 'addEventListener');
});

test('warns five minutes before the end where nobody does anything', () => {
  clock.set(3600);
  mock.timers.tick(55 * 60_000 - 1);
  assert.deepEqual(said, []);
  mock.timers.tick(1);
  assert.deepEqual(said, [300]);
});

test('gives whoever is at work more time without asking', () => {
  clock.set(3600);
  mock.timers.tick(54 * 60_000);
  page.dispatchEvent(new Event('keydown'));
  mock.timers.tick(60_000);
  assert.deepEqual(said, ['active']);
});

test('warns at half of a short session, and not at all when no time is left to answer', () => {
  clock.set(60);
  mock.timers.tick(30_000);
  assert.deepEqual(said, [30]);
  clock.set(15);
  mock.timers.tick(20_000);
  assert.deepEqual(said, [30]);
});

test('every answer of the server begins the time anew, and an inquiry that ended has none', () => {
  clock.set(600);
  mock.timers.tick(299_000);
  clock.set(600);
  mock.timers.tick(299_000);
  assert.deepEqual(said, []);
  clock.set(undefined);
  mock.timers.tick(600_000);
  assert.deepEqual(said, []);
});

test('a session longer than a timer can hold is left alone', () => {
  clock.set(90 * 24 * 3600);
  mock.timers.tick(100);
  assert.deepEqual(said, []);
});
