import assert from 'node:assert/strict';
import {test} from 'node:test';
import {collectedIn} from '../../src/domain/collected.ts';
import {
  everyComponent,
  kyc,
  phoneAndEmail,
  proofOfAddress,
  selfieReverification,
} from '../../src/domain/default-templates.ts';

test('a consent names what its template takes, and nothing that it does not', () => {
  assert.deepEqual(collectedIn(kyc), ['document', 'face']);
  assert.deepEqual(collectedIn(selfieReverification), ['face']);
  assert.deepEqual(collectedIn(proofOfAddress), ['papers']);
  assert.deepEqual(collectedIn(phoneAndEmail), ['phone', 'email']);
  assert.deepEqual(collectedIn(everyComponent).includes('answers'), true);
});
