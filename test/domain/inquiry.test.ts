import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {allowedDecisions, decideInquiry, finalStatuses, isOpen} from '../../src/domain/inquiry.ts';
import type {InquiryChange, InquiryState, InquiryStatus} from '../../src/domain/inquiry.ts';
import {inquiryStatuses} from '../../src/protocol/inquiry.ts';

const createdAt = new Date('2026-03-01T12:00:00Z');
const later = (seconds: number) => new Date(createdAt.getTime() + seconds * 1000);

function state(status: InquiryStatus, rest: Partial<InquiryState> = {}): InquiryState {
  return {
    status,
    createdAt,
    startedAt: null,
    completedAt: null,
    failedAt: null,
    expiresAt: later(3600),
    expiredAt: null,
    markedForReviewAt: null,
    decisionedAt: null,
    redactedAt: null,
    reviewerComment: null,
    ...rest,
  };
}

const changes: InquiryChange[] = [
  {type: 'start', expiresAfterSeconds: 100},
  {type: 'complete'},
  {type: 'fail'},
  {type: 'expire'},
  {type: 'resume', expiresAfterSeconds: 100},
  {type: 'mark-for-review', comment: 'look'},
  {type: 'approve', comment: 'good'},
  {type: 'decline'},
  {type: 'redact'},
];

/** The whole table: from each status, what each change leads to; absent = refused. */
const table: Record<InquiryStatus, Partial<Record<InquiryChange['type'], InquiryStatus>>> = {
  created: {
    start: 'pending',
    complete: 'completed',
    fail: 'failed',
    expire: 'expired',
    'mark-for-review': 'needs_review',
    approve: 'approved',
    decline: 'declined',
    redact: 'created',
  },
  pending: {
    start: 'pending',
    complete: 'completed',
    fail: 'failed',
    expire: 'expired',
    resume: 'pending',
    'mark-for-review': 'needs_review',
    approve: 'approved',
    decline: 'declined',
    redact: 'pending',
  },
  completed: {'mark-for-review': 'needs_review', approve: 'approved', decline: 'declined', redact: 'completed'},
  failed: {'mark-for-review': 'needs_review', approve: 'approved', decline: 'declined', redact: 'failed'},
  expired: {
    resume: 'pending',
    'mark-for-review': 'needs_review',
    approve: 'approved',
    decline: 'declined',
    redact: 'expired',
  },
  needs_review: {approve: 'approved', decline: 'declined', redact: 'needs_review'},
  approved: {redact: 'approved'},
  declined: {redact: 'declined'},
};

test('every change from every status leads where the table says, or is refused', () => {
  for (const status of inquiryStatuses) {
    for (const change of changes) {
      const outcome = decideInquiry(state(status), change, later(1));
      const expected = table[status][change.type];
      assert.equal(outcome.ok ? outcome.state.status : undefined, expected, `${status} + ${change.type}`);
      if (!outcome.ok) assert.equal(outcome.code, 'invalid_transition');
    }
  }
});

test('a redacted inquiry answers gone to everything', () => {
  for (const status of inquiryStatuses) {
    for (const change of changes) {
      const outcome = decideInquiry(state(status, {redactedAt: createdAt}), change, later(1));
      assert.deepEqual(outcome.ok || outcome.code, 'gone', `${status} + ${change.type}`);
    }
  }
});

test('starting sets the time the person has from then on, once', () => {
  const started = decideInquiry(state('created'), {type: 'start', expiresAfterSeconds: 60}, later(10));
  assert.ok(started.ok);
  assert.deepEqual(started.events, ['inquiry.started']);
  assert.deepEqual(started.state.expiresAt, later(70));
  const again = decideInquiry(started.state, {type: 'start', expiresAfterSeconds: 60}, later(30));
  assert.deepEqual(again, {ok: true, state: started.state, events: []});
});

test('an inquiry that expired before anything was sent still starts after it was resumed', () => {
  const expired = decideInquiry(state('created'), {type: 'expire'}, later(1));
  assert.ok(expired.ok);
  const resumed = decideInquiry(expired.state, {type: 'resume', expiresAfterSeconds: 60}, later(2));
  assert.ok(resumed.ok);
  assert.equal(resumed.state.expiredAt, null);
  const started = decideInquiry(resumed.state, {type: 'start', expiresAfterSeconds: 60}, later(3));
  assert.ok(started.ok);
  assert.deepEqual([started.events, started.state.startedAt], [['inquiry.started'], later(3)]);
});

test('a finish without a start says both', () => {
  const outcome = decideInquiry(state('created'), {type: 'complete'}, later(5));
  assert.ok(outcome.ok);
  assert.deepEqual(outcome.events, ['inquiry.started', 'inquiry.completed']);
});

test('a reviewer sees exactly the decisions that would be accepted', () => {
  assert.deepEqual(allowedDecisions(state('completed')), ['approve', 'decline', 'mark-for-review']);
  assert.deepEqual(allowedDecisions(state('needs_review')), ['approve', 'decline']);
  assert.deepEqual(allowedDecisions(state('approved')), []);
  assert.deepEqual(allowedDecisions(state('pending', {redactedAt: createdAt})), []);
});

test('no sequence of changes reaches an impossible state', () => {
  const step = fc.record({change: fc.constantFrom(...changes), seconds: fc.nat(1000)});
  fc.assert(
    fc.property(fc.array(step, {maxLength: 30}), (steps) => {
      let now = createdAt;
      let before = state('created');
      for (const {change, seconds} of steps) {
        now = new Date(now.getTime() + seconds * 1000);
        const frozen = structuredClone(before);
        const outcome = decideInquiry(before, change, now);
        assert.deepEqual(before, frozen, 'the given state is left alone');
        if (!outcome.ok) continue;
        checkPossible(outcome.state, now);
        checkForward(before, outcome.state, change);
        before = outcome.state;
      }
    }),
  );
});

function checkPossible(after: InquiryState, now: Date): void {
  const {status} = after;
  if (finalStatuses.includes(status)) assert.ok(after.decisionedAt, `${status} was decided`);
  else assert.equal(after.decisionedAt, null);
  if (status === 'completed') assert.ok(after.completedAt && after.startedAt);
  if (status === 'failed') assert.ok(after.failedAt && after.startedAt);
  if (status === 'needs_review') assert.ok(after.markedForReviewAt);
  if (status === 'expired') assert.ok(after.expiredAt);
  if (isOpen(status)) assert.ok(!after.expiredAt && !after.completedAt && !after.failedAt);
  assert.ok(!(after.completedAt && after.failedAt), 'not completed and failed at once');
  for (const key of [
    'startedAt',
    'completedAt',
    'failedAt',
    'expiredAt',
    'markedForReviewAt',
    'decisionedAt',
    'redactedAt',
  ] as const) {
    const at = after[key];
    assert.ok(at === null || (at >= after.createdAt && at <= now), `${key} is between creation and now`);
  }
}

/** Final statuses stay, and no time moves once it is written. */
function checkForward(before: InquiryState, after: InquiryState, change: InquiryChange): void {
  if (finalStatuses.includes(before.status)) assert.equal(after.status, before.status);
  for (const key of [
    'startedAt',
    'completedAt',
    'failedAt',
    'markedForReviewAt',
    'decisionedAt',
    'redactedAt',
  ] as const) {
    if (before[key]) assert.deepEqual(after[key], before[key], key);
  }
  if (before.expiredAt && change.type !== 'resume') assert.deepEqual(after.expiredAt, before.expiredAt);
}
