import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Devices} from '../../src/flow/devices.ts';
import {positions} from './positions.ts';

const joined = [{id: 'iqse_1', at: '2026-11-23T10:00:00.000Z'}];

test('steps are shown here until the person hands over, and again when they come back', () => {
  let changes = 0;
  const devices = new Devices(() => changes++);
  assert.equal(devices.viewOf(positions.choose).kind, 'screen');
  devices.handOver();
  assert.equal(devices.viewOf(positions.choose).kind, 'handoff');
  devices.goOnHere();
  assert.equal(devices.viewOf(positions.choose).kind, 'screen');
  assert.equal(changes, 2);
});

test('waiting and every end are shown on the device that handed over, too', () => {
  const devices = new Devices(() => {});
  devices.handOver();
  for (const position of [positions.processing, positions.success, positions.failed, positions.expired]) {
    assert.equal(devices.viewOf(position).kind, 'screen', position.screen.kind);
  }
});

test('a page loaded anew shows a device that had joined', () => {
  const devices = new Devices(() => {});
  assert.equal(devices.resumed(positions.choose), false);
  assert.equal(devices.resumed({...positions.choose, joined}), true);
  assert.equal(devices.viewOf({...positions.choose, joined}).kind, 'handoff');
});

test('listens while another device may move the inquiry, else only while the server works', () => {
  const devices = new Devices(() => {});
  assert.equal(devices.listens({kind: 'screen', position: positions.choose}), false);
  assert.equal(devices.listens({kind: 'screen', position: positions.processing}), true);
  assert.equal(devices.listens({kind: 'screen', position: {...positions.choose, joined}}), true);
  assert.equal(devices.listens({kind: 'handoff', position: positions.choose}), true);
  devices.byCode = true;
  assert.equal(devices.listens({kind: 'screen', position: positions.choose}), true);
});

test('a device that came by the code of another one hands over to no other', () => {
  const devices = new Devices(() => {});
  assert.equal(devices.mayHandOver, true);
  devices.came = true;
  assert.equal(devices.mayHandOver, false);
});
