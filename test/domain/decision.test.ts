import assert from 'node:assert/strict';
import {test} from 'node:test';
import {decideByChecks} from '../../src/domain/decision.ts';
import type {DecidedVerification} from '../../src/domain/decision.ts';
import type {Check} from '../../src/protocol/check.ts';

const declining = {decision: {failedCheck: 'declined' as const}};
const reviewing = {decision: {failedCheck: 'needs_review' as const}};

function check(name: string, status: Check['status'], rest: Partial<Check> = {}): Check {
  return {
    name,
    status,
    requirement: 'required',
    reasons: status === 'passed' ? [] : ['because'],
    metadata: {},
    ...rest,
  };
}

function verification(status: string, checks: Check[], rest: Partial<DecidedVerification> = {}): DecidedVerification {
  return {id: 'ver_1', step: 'document', attempt: 1, status, checks, ...rest};
}

test('approves when every required check passed', () => {
  const checks = [
    check('id_mrz_detection', 'passed'),
    check('id_glare_detection', 'failed', {requirement: 'not_required'}),
  ];
  assert.deepEqual(decideByChecks([verification('passed', checks)], declining), {decision: 'approved', reasons: []});
});

test('a failed required check leads where the template says, and says which and why', () => {
  const failed = [verification('failed', [check('id_expired_detection', 'failed', {reasons: ['expired']})])];
  const reasons = [{verificationId: 'ver_1', check: 'id_expired_detection', reasons: ['expired']}];
  assert.deepEqual(decideByChecks(failed, declining), {decision: 'declined', reasons});
  assert.deepEqual(decideByChecks(failed, reviewing), {decision: 'needs_review', reasons});
});

test('only the last attempt of a step counts', () => {
  const attempts = [
    verification('passed', [check('id_mrz_detection', 'passed')], {id: 'ver_2', attempt: 2}),
    verification('failed', [check('id_mrz_detection', 'failed')], {id: 'ver_1', attempt: 1}),
  ];
  assert.equal(decideByChecks(attempts, declining).decision, 'approved');
  assert.equal(decideByChecks(attempts.toReversed(), declining).decision, 'approved');
});

test('every step must pass', () => {
  const both = [
    verification('passed', []),
    verification('failed', [check('id_mrz_detection', 'failed')], {id: 'ver_2', step: 'second'}),
  ];
  assert.equal(decideByChecks(both, declining).decision, 'declined');
});

test('nothing verified, or nothing judged, needs a person', () => {
  assert.equal(decideByChecks([], declining).decision, 'needs_review');
  assert.equal(decideByChecks([verification('submitted', [])], declining).decision, 'needs_review');
  const unjudged = [
    verification('passed', [check('id_database', 'not_applicable', {reasons: ['provider_not_configured']})]),
  ];
  assert.equal(decideByChecks(unjudged, declining).decision, 'needs_review');
});

test('a name of one source is not approved by a machine, and nobody is refused for it', () => {
  const alone = check('id_extraction_inconsistency_detection', 'not_applicable', {reasons: ['name_single_source']});
  assert.equal(decideByChecks([verification('passed', [alone])], declining).decision, 'needs_review');
});

test('a check that does not apply to this document does not stand in the way', () => {
  const passport = [
    verification('passed', [check('id_barcode_detection', 'not_applicable', {reasons: ['no_barcode_on_type']})]),
  ];
  assert.equal(decideByChecks(passport, declining).decision, 'approved');
});

test('a failed verification is never approved, whatever its checks say', () => {
  assert.equal(decideByChecks([verification('failed', [])], declining).decision, 'declined');
});
