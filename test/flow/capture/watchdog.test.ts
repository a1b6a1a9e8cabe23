import assert from 'node:assert/strict';
import {test} from 'node:test';
import {PictureWatchdog} from '../../../src/flow/capture/watchdog.ts';

const picture = {mean: 120, sharpness: 80};
const black = {mean: 1, sharpness: 0};

test('a picture that stands still is fine: frames keep coming', () => {
  const watchdog = new PictureWatchdog(0);
  for (let now = 0; now <= 20_000; now += 100) watchdog.frame(now, picture);
  assert.equal(watchdog.look(20_050), 'fine');
});

test('notices when frames stop coming', () => {
  const watchdog = new PictureWatchdog(0);
  watchdog.frame(1000, picture);
  assert.equal(watchdog.look(4000), 'fine');
  assert.equal(watchdog.look(5000), 'frozen');
  watchdog.alive(5100);
  assert.equal(watchdog.look(5200), 'fine');
});

test('notices a camera that gives black only, but lets it wake up', () => {
  const watchdog = new PictureWatchdog(0);
  for (let now = 0; now < 2500; now += 100) watchdog.frame(now, black);
  assert.equal(watchdog.look(2500), 'fine');
  watchdog.frame(2600, picture);
  for (let now = 2700; now <= 5700; now += 100) watchdog.frame(now, black);
  assert.equal(watchdog.look(5700), 'black');
});

test('a dark room is not a dead camera', () => {
  const watchdog = new PictureWatchdog(0);
  for (let now = 0; now <= 9000; now += 100) watchdog.frame(now, {mean: 4, sharpness: 9});
  assert.equal(watchdog.look(9000), 'fine');
});
