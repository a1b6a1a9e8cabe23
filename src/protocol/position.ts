/**
 * Where an inquiry stands and what its screen shows: the server's half of the flow API, whole in every answer. It tells what the person
 * can act on, never why a machine thinks so.
 */
import * as z from 'zod/mini';
import type {ShownComponent} from './component.ts';
import {contactProblems} from './contact.ts';

/** What went wrong with a submission, as something the person can act on; each has words in every locale. */
export const problemCodes = [
  'blurry',
  'glare',
  'too_dark',
  'too_bright',
  'cut_off',
  'too_small',
  'no_document',
  'wrong_side',
  'same_side_twice',
  'unreadable',
  'mrz_not_found',
  'barcode_not_found',
  'portrait_not_found',
  'original_needed',
  'inconsistent',
  'expired',
  'type_not_accepted',
  'country_not_accepted',
  'underage',
  'no_face',
  'several_faces',
  'face_covered',
  'no_match',
  'not_live',
  'too_slow',
  'file_damaged',
  'file_unsupported',
  'file_too_large',
  'file_unusual',
  'engine_unavailable',
  'proof_too_old',
  'proof_no_date',
  'proof_no_name',
  'proof_no_address',
  'proof_other_name',
  'proof_other_address',
  'proof_changed',
  'details_not_confirmed',
  'not_confirmed',
] as const;
export type ProblemCode = (typeof problemCodes)[number];
/** Not the list itself: our own server made it, and a frame has no room for every word that it may get. */
export const problemCodeSchema = z.custom<ProblemCode>((code) => typeof code === 'string');

/** What the engine is doing, in the order it happens. */
export const progressWords = [
  'received',
  'found_document',
  'reading_text',
  'reading_barcode',
  'checking_dates',
  'finding_face',
  'checking_liveness',
  'comparing_faces',
  'searching_records',
  'deciding',
] as const;
export const progressWordSchema = z.enum(progressWords);
export type ProgressWord = z.infer<typeof progressWordSchema>;

export const documentTypeSchema = z.enum(['pp', 'dl', 'id', 'pr', 'visa', 'other']);
const side = z.enum(['front', 'back']);
const pose = z.enum(['center', 'left', 'right', 'closer', 'eyes_closed']);
export const selfieModeSchema = z.enum(['poses', 'alternative', 'still']);

/** What a template takes of a person, in the order that its consent tells it. */
export const collectedKinds = ['document', 'papers', 'face', 'phone', 'email', 'answers', 'records'] as const;
export type Collected = (typeof collectedKinds)[number];

/** Our own server made it; a frame asks no more of it than that it can be told apart. */
function isShownComponent(value: unknown): boolean {
  return typeof (value as {kind?: unknown} | null)?.kind === 'string';
}

/** A number or address and the code sent to it. */
const contactScreen = {
  phase: z.enum(['entering', 'confirming']),
  /** As the person gave it in this step. */
  to: z.optional(z.string()),
  /** What the inquiry knows already, all but its end hidden; a press sends the code there. */
  known: z.optional(z.string()),
  attempt: z.number(),
  /** After this one. */
  attemptsLeft: z.number(),
  problems: z.array(z.enum(contactProblems)),
  /** Seconds until a code can be sent; 0 = now. Counted from this answer, so that clocks need not agree. */
  waitSeconds: z.number(),
};

export const screenSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('consent'),
    requester: z.string(),
    retentionDays: z.number(),
    /** What is taken; a face is measured and compared. */
    collects: z.array(z.enum(collectedKinds)),
  }),
  z.object({
    kind: z.literal('document'),
    /** Accepted issuers (ISO 3166-1 alpha-2); absent = all. */
    countries: z.optional(z.array(z.string())),
    types: z.array(documentTypeSchema),
    /** What the engine found or the person said; absent until then. */
    country: z.optional(z.string()),
    type: z.optional(documentTypeSchema),
    /** Only where the pictures did not say what it is, and the person must: what it may be, likeliest first. */
    asks: z.optional(z.array(z.object({type: documentTypeSchema, country: z.optional(z.string())}))),
    sides: z.array(z.object({side, state: z.enum(['wanted', 'received'])})),
    attempt: z.number(),
    /** After this one. */
    attemptsLeft: z.number(),
    /** Why the last attempt was not accepted; empty on the first. */
    problems: z.array(problemCodeSchema),
    upload: z.boolean(),
  }),
  z.object({
    kind: z.literal('generic-document'),
    /** What is accepted (`protocol/generic-document.ts`); absent = anything that fits the rest. */
    types: z.optional(z.array(z.string())),
    /** Days since it was issued, at most; absent = of any age. */
    maximumAgeDays: z.optional(z.number()),
    /** Files that may be sent together. */
    mostFiles: z.number(),
    attempt: z.number(),
    attemptsLeft: z.number(),
    problems: z.array(problemCodeSchema),
    upload: z.boolean(),
  }),
  z.object({
    kind: z.literal('selfie'),
    /** Whether poses are asked for; else one look into the camera is all. */
    liveness: z.boolean(),
    /** No document of the person is looked at beside it. */
    alone: z.optional(z.boolean()),
    attempt: z.number(),
    /** After this one. */
    attemptsLeft: z.number(),
    /** Why the last attempt was not accepted; empty on the first. */
    problems: z.array(problemCodeSchema),
    upload: z.boolean(),
    /** The session under way: what is asked now, and nothing of what will be asked next. */
    challenge: z.optional(
      z.object({
        id: z.string(),
        mode: selfieModeSchema,
        /** Of this step alone. */
        nonce: z.string(),
        /** From 0. */
        step: z.number(),
        of: z.number(),
        pose,
        /** To answer this step, from when it was shown. */
        seconds: z.number(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('form'),
    /** From top to bottom, in the language that was asked for; kinds that a frame does not know it leaves out. */
    components: z.array(z.custom<ShownComponent>(isShownComponent)),
  }),
  z.object({
    kind: z.literal('phone-number'),
    ...contactScreen,
    /** Accepted countries (ISO 3166-1 alpha-2); absent = all. */
    countries: z.optional(z.array(z.string())),
  }),
  z.object({kind: z.literal('email-address'), ...contactScreen}),
  z.object({
    kind: z.literal('processing'),
    subject: z.enum(['document', 'selfie', 'details', 'phone-number', 'email-address']),
    words: z.array(progressWordSchema),
  }),
  z.object({kind: z.literal('success'), review: z.boolean()}),
  z.object({kind: z.literal('failed'), problems: z.array(problemCodeSchema), canRestart: z.boolean()}),
  z.object({kind: z.literal('expired')}),
]);
export type Screen = z.infer<typeof screenSchema>;
export type ScreenKind = Screen['kind'];

export const positionSchema = z.object({
  inquiryId: z.string(),
  status: z.enum(['created', 'pending', 'completed', 'failed', 'expired', 'needs_review', 'approved', 'declined']),
  /** Grows with every change; an answer with a smaller one is stale and dropped. */
  version: z.number(),
  step: z.string(),
  screen: screenSchema,
  progress: z.nullable(z.object({done: z.number(), of: z.number()})),
  expiresAt: z.nullable(z.string()),
  requester: z.string(),
  language: z.optional(z.string()),
  /** On finished inquiries: where the hosted page returns to, complete with its query. */
  redirectUri: z.optional(z.string()),
  /** On finished inquiries: the fields for the host's `complete` event, `{key: {type, value}}`. */
  fields: z.optional(z.record(z.string(), z.object({type: z.string(), value: z.unknown()}))),
  referenceId: z.optional(z.nullable(z.string())),
  /** Devices that joined by handoff and still may act; `POST /handoff/refuse` ends one. Absent on such a device itself. */
  joined: z.optional(z.array(z.object({id: z.string(), at: z.string()}))),
  /** In a sandbox, on steps with a camera: what `POST /specimens/{name}` can show in its place. */
  specimens: z.optional(z.array(z.string())),
  /** Until this device's session ends, while the inquiry is open; `POST /session/extend` begins it anew. Seconds, because clocks of devices are wrong. */
  sessionSecondsLeft: z.optional(z.number()),
});
export type Position = z.infer<typeof positionSchema>;
