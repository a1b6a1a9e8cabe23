import assert from 'node:assert/strict';
import {test} from 'node:test';
import {classifyCameraTrouble, type CameraSigns} from '../../../src/flow/capture/camera-trouble.ts';

const page: CameraSigns = {secureContext: true, mediaDevices: true};
const trouble = (signs: Partial<CameraSigns>) => classifyCameraTrouble({...page, ...signs});

test('an insecure page comes before everything else', () => {
  assert.equal(trouble({secureContext: false, mediaDevices: false}), 'insecure');
  assert.equal(trouble({secureContext: false, errorName: 'NotAllowedError'}), 'insecure');
});

test('a browser without any camera API counts as having none', () => {
  assert.equal(trouble({mediaDevices: false, errorName: 'TypeError'}), 'missing');
});

test("tells the person's no from the embedding page's no", () => {
  assert.equal(trouble({errorName: 'NotAllowedError', policyAllows: true, permission: 'denied'}), 'denied');
  assert.equal(trouble({errorName: 'NotAllowedError', policyAllows: false, permission: 'denied'}), 'policy');
  assert.equal(trouble({errorName: 'NotAllowedError'}), 'denied');
  assert.equal(trouble({errorName: 'SecurityError', policyAllows: false}), 'policy');
  assert.equal(trouble({errorName: 'NotFoundError', policyAllows: false}), 'policy');
});

test('a missing camera and one that cannot do what we ask are the same to the person', () => {
  for (const errorName of ['NotFoundError', 'DevicesNotFoundError', 'OverconstrainedError']) {
    assert.equal(trouble({errorName}), 'missing');
  }
});

test('a camera held by someone else is busy', () => {
  for (const errorName of ['NotReadableError', 'TrackStartError', 'AbortError'])
    assert.equal(trouble({errorName}), 'busy');
});

test('anything else has a screen too', () => {
  assert.equal(trouble({errorName: 'InvalidStateError'}), 'other');
  assert.equal(trouble({}), 'other');
  assert.equal(trouble({permission: 'denied'}), 'denied');
});
