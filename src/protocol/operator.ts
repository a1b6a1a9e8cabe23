/** The operator origin's private API, between `server/operator/` and `dashboard/`. It may change with them. */
import {z} from 'zod';
import type {Check, ImageRegion} from './check.ts';
import type {Channel} from './contact.ts';
import type {EvidenceSide} from './flow.ts';
import type {FlatCard, ReadField} from './government-id.ts';

export const operatorBase = '/private/v1';

export interface OperatorMe {
  name: string;
  email: string;
  environments: {id: string; kind: 'sandbox' | 'production'; name: string}[];
}

export interface InquirySummary {
  id: string;
  status: string;
  referenceId: string | null;
  /** Given and family name as read, when there are any. */
  personName: string | null;
  templateName: string;
  createdAt: string;
  updatedAt: string;
}

export interface InquiryPage {
  items: InquirySummary[];
  /** Pass as `after` for the next page; null on the last. */
  next: string | null;
  /** How many inquiries the environment has, by status. */
  counts: Record<string, number>;
}

export interface InquiryDetail extends InquirySummary {
  environmentId: string;
  accountId: string | null;
  reviewerComment: string | null;
  fields: Record<string, {type: string; value: unknown}>;
  times: {
    label: 'created' | 'started' | 'completed' | 'failed' | 'expired' | 'marked-for-review' | 'decisioned';
    at: string;
  }[];
  /** Which decisions the current status allows. */
  allowed: Decision[];
  verifications: VerificationDetail[];
  /** Newest first. */
  sessions: SessionDetail[];
  events: {id: string; name: string; createdAt: string}[];
}

/** One visit: what it said of itself, each signal with how far it can be believed (docs/signals.md). */
export interface SessionDetail {
  id: string;
  status: 'new' | 'active' | 'expired';
  createdAt: string;
  /** Browser, system and kind of device in one line; null where nothing is known. */
  device: string | null;
  ipAddress: string | null;
  /** In English, of the address. */
  country: string | null;
  network: string | null;
  timeZone: string | null;
  signals: {name: string; value: boolean | string; certainty: string}[];
}

export interface VerificationDetail {
  id: string;
  kind: string;
  status: string;
  attempt: number;
  submittedAt: string | null;
  fields: Record<string, ReadField>;
  checks: Check[];
  images: EvidencePicture[];
}

/** The whole picture, and the card of it flattened, where it was found. */
export interface EvidencePicture {
  side: EvidenceSide;
  evidenceId: string;
  url: string;
  card?: FlatCard & {url: string};
}

export type {Check, ImageRegion};

export const decisions = ['approve', 'decline', 'mark-for-review'] as const;
export type Decision = (typeof decisions)[number];
export const decisionSchema = z.strictObject({decision: z.enum(decisions), comment: z.string().max(2000).optional()});

export interface Outbox {
  deliveries: {
    id: string;
    event: string;
    url: string;
    state: 'pending' | 'delivered' | 'failed';
    attempts: number;
    lastStatus: number | null;
    lastError: string | null;
    createdAt: string;
    nextAttemptAt: string | null;
  }[];
  mails: {
    id: string;
    kind: string;
    channel: Channel;
    to: string;
    subject: string;
    /** Null where it opens something and was sent to a real person: nobody but them may read it. */
    text: string | null;
    createdAt: string;
    sentAt: string | null;
  }[];
}

/** Refusals of this API: `{error: {code, message}}`. */
export interface OperatorError {
  error: {code: string; message: string};
}
