/**
 * The life of an inquiry: which change is allowed from which status, and what it means.
 *
 *   created -> pending -> completed | failed | expired, then needs_review -> approved | declined (also straight from any of them).
 *
 * Requirements
 * 1. `approved` and `declined` are final; nothing but redaction changes such an inquiry.
 * 2. An inquiry that was completed or failed was started, so both start one that was not.
 * 3. Only an expired inquiry resumes; resuming a pending one changes nothing.
 * 4. A redacted inquiry answers `gone` to everything.
 * 5. A time is written once, at the change it names; resuming alone takes one back, `expiredAt`.
 */
import type {inquiryStatuses} from '../protocol/inquiry.ts';

export type InquiryStatus = (typeof inquiryStatuses)[number];

/** The part of an inquiry that its life changes. */
export interface InquiryState {
  status: InquiryStatus;
  createdAt: Date;
  startedAt: Date | null;
  completedAt: Date | null;
  failedAt: Date | null;
  expiresAt: Date | null;
  expiredAt: Date | null;
  markedForReviewAt: Date | null;
  decisionedAt: Date | null;
  redactedAt: Date | null;
  reviewerComment: string | null;
}

/** What someone wants to happen. Intervals are seconds from now. */
export type InquiryChange =
  | {type: 'start'; expiresAfterSeconds: number}
  | {type: 'complete'}
  | {type: 'fail'}
  | {type: 'expire'}
  | {type: 'resume'; expiresAfterSeconds: number}
  | {type: 'mark-for-review'; comment?: string}
  | {type: 'approve'; comment?: string}
  | {type: 'decline'; comment?: string}
  | {type: 'redact'};

export type InquiryEventName =
  | 'inquiry.started'
  | 'inquiry.transitioned'
  | 'inquiry.completed'
  | 'inquiry.failed'
  | 'inquiry.expired'
  | 'inquiry.marked-for-review'
  | 'inquiry.approved'
  | 'inquiry.declined'
  | 'inquiry.redacted';

export type InquiryOutcome =
  | {ok: true; state: InquiryState; events: InquiryEventName[]}
  | {ok: false; code: 'invalid_transition' | 'gone'; details: string};

/** The status from which no change but redaction leads. */
export const finalStatuses: readonly InquiryStatus[] = ['approved', 'declined'];

/** Whether the person in front of the camera can still do something. */
export function isOpen(status: InquiryStatus): boolean {
  return status === 'created' || status === 'pending';
}

/** The next state and what to tell the world, or why not. `now` is not before any time in `state`. */
export function decideInquiry(state: InquiryState, change: InquiryChange, now: Date): InquiryOutcome {
  if (state.redactedAt) return {ok: false, code: 'gone', details: 'The inquiry was redacted.'};
  switch (change.type) {
    case 'start':
      return start(state, change.expiresAfterSeconds, now);
    case 'complete':
      return finish(state, {status: 'completed', completedAt: now}, 'inquiry.completed', now);
    case 'fail':
      return finish(state, {status: 'failed', failedAt: now}, 'inquiry.failed', now);
    case 'expire':
      if (!isOpen(state.status)) return refuse(state, 'expired');
      return moveTo(state, {status: 'expired', expiredAt: now}, 'inquiry.expired');
    case 'resume':
      return resume(state, change.expiresAfterSeconds, now);
    case 'mark-for-review':
      if (finalStatuses.includes(state.status) || state.status === 'needs_review')
        return refuse(state, 'marked for review');
      return moveTo(
        state,
        {status: 'needs_review', markedForReviewAt: now, ...comment(change)},
        'inquiry.marked-for-review',
      );
    case 'approve':
      if (finalStatuses.includes(state.status)) return refuse(state, 'approved');
      return moveTo(state, {status: 'approved', decisionedAt: now, ...comment(change)}, 'inquiry.approved');
    case 'decline':
      if (finalStatuses.includes(state.status)) return refuse(state, 'declined');
      return moveTo(state, {status: 'declined', decisionedAt: now, ...comment(change)}, 'inquiry.declined');
    case 'redact':
      return moveTo(state, {redactedAt: now, reviewerComment: null}, 'inquiry.redacted');
  }
}

/** Which decisions a reviewer may take now. */
export function allowedDecisions(state: InquiryState): ('approve' | 'decline' | 'mark-for-review')[] {
  const decisions = ['approve', 'decline', 'mark-for-review'] as const;
  return decisions.filter((type) => decideInquiry(state, {type}, state.createdAt).ok);
}

/** An inquiry resumed before it was ever started is pending already; its first evidence still starts it. */
function start(state: InquiryState, seconds: number, now: Date): InquiryOutcome {
  if (!isOpen(state.status)) return refuse(state, 'started');
  if (state.status === 'pending' && state.startedAt) return {ok: true, state, events: []};
  return moveTo(state, {status: 'pending', startedAt: now, expiresAt: after(now, seconds)}, 'inquiry.started');
}

function finish(state: InquiryState, end: Partial<InquiryState>, event: InquiryEventName, now: Date): InquiryOutcome {
  if (!isOpen(state.status)) return refuse(state, end.status ?? 'finished');
  const events: InquiryEventName[] = state.startedAt ? [event] : ['inquiry.started', event];
  return {ok: true, state: {...state, startedAt: state.startedAt ?? now, ...end}, events};
}

function resume(state: InquiryState, seconds: number, now: Date): InquiryOutcome {
  if (state.status === 'pending') return {ok: true, state, events: []};
  if (state.status !== 'expired') return refuse(state, 'resumed');
  return moveTo(state, {status: 'pending', expiredAt: null, expiresAt: after(now, seconds)}, 'inquiry.transitioned');
}

function moveTo(state: InquiryState, changes: Partial<InquiryState>, event: InquiryEventName): InquiryOutcome {
  return {ok: true, state: {...state, ...changes}, events: [event]};
}

function refuse(state: InquiryState, wanted: string): InquiryOutcome {
  return {
    ok: false,
    code: 'invalid_transition',
    details: `An inquiry with status ${state.status} cannot be ${wanted}.`,
  };
}

function comment(change: {comment?: string}): Partial<InquiryState> {
  return change.comment === undefined ? {} : {reviewerComment: change.comment};
}

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
