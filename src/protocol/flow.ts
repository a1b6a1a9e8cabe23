/**
 * Frame <-> server: the words of `/api/flow/v1`. Only our own frame and hosted page speak them.
 *
 * Requirements
 * 1. The server owns the position; every answer carries it whole, so a lost reply, a reload or another device is harmless.
 * 2. The frame learns what to show, never why a machine thinks so: no scores, thresholds, listings or other people's data.
 * 3. Every write is named by an idempotency key the frame made, in the `Idempotency-Key` header.
 * 4. The session token travels in `Authorization: Bearer`, never in a URL.
 */
import * as z from 'zod/mini';
import type {ShownComponent} from './component.ts';
import {contactProblems} from './contact.ts';

export const flowBase = '/api/flow/v1';

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
export const problemCodeSchema = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof problemCodeSchema>;

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

const documentType = z.enum(['pp', 'dl', 'id', 'pr', 'visa', 'other']);
const side = z.enum(['front', 'back']);
const pose = z.enum(['center', 'left', 'right', 'closer', 'eyes_closed']);
const selfieMode = z.enum(['poses', 'alternative', 'still']);

/** What a picture or file shows: a side of an identity document, a page of another one, or a face in a pose. */
export const evidenceSides = ['front', 'back', 'page', 'center', 'left', 'right', 'closer', 'eyes_closed'] as const;
export type EvidenceSide = (typeof evidenceSides)[number];
const evidenceSide = z.enum(evidenceSides);
/** Files that one submission may bring. */
export const mostEvidence = 10;

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
    types: z.array(documentType),
    /** What the engine found or the person said; absent until then. */
    country: z.optional(z.string()),
    type: z.optional(documentType),
    /** Only where the pictures did not say what it is, and the person must: what it may be, likeliest first. */
    asks: z.optional(z.array(z.object({type: documentType, country: z.optional(z.string())}))),
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
        mode: selfieMode,
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

/** `POST /inquiries`: a browser starts an inquiry of a template that allows it. */
export const startInquirySchema = z.strictObject({
  templateId: z.optional(z.string()),
  templateVersionId: z.optional(z.string()),
  environmentId: z.optional(z.string()),
  referenceId: z.optional(z.string().check(z.maxLength(255))),
  accountId: z.optional(z.string()),
  fields: z.optional(z.record(z.string(), z.unknown())),
  redirectUri: z.optional(z.string().check(z.maxLength(2000))),
  language: z.optional(z.string().check(z.maxLength(35))),
});
export type StartInquiry = z.infer<typeof startInquirySchema>;

/** `POST /sessions`: `created` needs the id alone, `pending` an earlier token or a one-time code. */
export const openSessionSchema = z.strictObject({
  inquiryId: z.optional(z.string()),
  code: z.optional(z.string().check(z.maxLength(200))),
  claimSecret: z.optional(z.string().check(z.maxLength(200))),
  language: z.optional(z.string().check(z.maxLength(35))),
});
export type OpenSession = z.infer<typeof openSessionSchema>;

/** A request that says everything by its address. */
export const noBodySchema = z.strictObject({});

/** `POST /handoff`: what another device needs, shown as a QR code and a short link. Opening the link changes nothing. */
export const handoffSchema = z.object({
  code: z.string(),
  link: z.string(),
  expiresAt: z.string(),
  /** How the link can also be sent; only what this server has a sender for. */
  senders: z.array(z.enum(['email', 'sms'])),
});
export type Handoff = z.infer<typeof handoffSchema>;

/** `POST /handoff/claim`: a button on the other device takes the code. */
export const claimHandoffSchema = z.strictObject({
  code: z.string().check(z.maxLength(200)),
  claimSecret: z.optional(z.string().check(z.maxLength(200))),
  language: z.optional(z.string().check(z.maxLength(35))),
});
export type ClaimHandoff = z.infer<typeof claimHandoffSchema>;

/** `POST /handoff/send`: a link of its own goes to the person's phone or mailbox. `to` is an address, or a number as `+49…`. */
export const sendHandoffSchema = z.strictObject({
  by: z.enum(['email', 'sms']),
  to: z.string().check(z.minLength(3), z.maxLength(320)),
});
export type SendHandoff = z.infer<typeof sendHandoffSchema>;

/** `POST /handoff/refuse`: ends a device of `position.joined`. */
export const refuseHandoffSchema = z.strictObject({id: z.string().check(z.maxLength(100))});

/** Answer of `POST /inquiries`, `/sessions` and `/handoff/claim`: the token is shown once and lives in memory only. */
export const sessionSchema = z.object({
  token: z.string(),
  /** Lets the same browser claim a one-time code again for five minutes. */
  claimSecret: z.optional(z.string()),
  /** The code was another device's. */
  handoff: z.optional(z.boolean()),
  position: positionSchema,
});
export type Session = z.infer<typeof sessionSchema>;

/** `POST /steps/{step}`. */
export const submitStepSchema = z.discriminatedUnion('action', [
  z.strictObject({action: z.literal('accept')}),
  /** What the person says it is; both absent = find out from the picture, as without it. */
  z.strictObject({action: z.literal('choose'), country: z.optional(z.string()), type: z.optional(documentType)}),
  /** Another document: keeps nothing of this attempt. */
  z.strictObject({action: z.literal('rechoose')}),
  z.strictObject({
    action: z.literal('submit'),
    evidence: z
      .array(z.strictObject({side: evidenceSide, id: z.string()}))
      .check(z.minLength(1), z.maxLength(mostEvidence)),
  }),
  /** Answers by the keys of their fields; one that is not named stays as it is, `null` clears. Or the press of a button that leads elsewhere. */
  z.strictObject({
    action: z.literal('fill'),
    values: z.record(z.string().check(z.maxLength(120)), z.unknown()),
    /** Its place among the components of the template's step. */
    button: z.optional(z.int()),
  }),
  /** Sends a code to a number or an address; without `to`, to the one that the inquiry knows. `country` is where a number without `+` is dialled from. */
  z.strictObject({
    action: z.literal('send-code'),
    to: z.optional(z.string().check(z.maxLength(320))),
    country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  }),
  z.strictObject({action: z.literal('resend-code')}),
  z.strictObject({action: z.literal('confirm-code'), code: z.string().check(z.maxLength(40))}),
  /** Back to the number or address. */
  z.strictObject({action: z.literal('change-contact')}),
  /** Begins a selfie session; one that is under way ends. */
  z.strictObject({action: z.literal('begin'), mode: selfieMode}),
]);
export type SubmitStep = z.infer<typeof submitStepSchema>;

/**
 * `POST /evidence`: a slot for one picture; then `PUT /evidence/{id}` with `Content-Range: bytes <first>-<last>/<size>`, each
 * answered with the slot; `HEAD` answers `Upload-Offset` and `Upload-Complete: ?0 | ?1`. The part that brings the last byte finishes.
 */
export const openEvidenceSchema = z.strictObject({
  step: z.string(),
  side: evidenceSide,
  capture: z.enum(['camera_auto', 'camera_manual', 'upload']),
  contentType: z.string().check(z.maxLength(100)),
  /** Bytes; at most 20 MB. */
  size: z.int().check(z.positive(), z.maximum(20 * 1024 * 1024)),
});
export type OpenEvidence = z.infer<typeof openEvidenceSchema>;

/** What the person can do about frames that were not accepted; each has words in every locale. */
export const livenessHints = [
  'no_face',
  'several_faces',
  'come_closer',
  'move_back',
  'dark',
  'bright',
  'blurry',
  'look_straight',
  'turn_left',
  'turn_right',
  'turn_further',
  'close_eyes',
  'frozen',
  'too_slow',
] as const;
export type LivenessHint = (typeof livenessHints)[number];

/**
 * `POST /liveness/{attempt}/steps/{n}`: the frames of one step, in the order they were taken, the last one showing the pose. They are
 * measured at once; the answer reveals the next step or says what is missing.
 */
export const livenessStepSchema = z.strictObject({
  nonce: z.string().check(z.maxLength(100)),
  capture: z.enum(['camera_auto', 'camera_manual']),
  /** Each a JPEG of at most 120 kB, as base64. */
  frames: z
    .array(z.strictObject({at: z.number().check(z.nonnegative()), jpeg: z.string().check(z.maxLength(160_000))}))
    .check(z.minLength(1), z.maxLength(5)),
  /** What the browser knows of the camera, with the first step. */
  camera: z.optional(
    z.strictObject({
      label: z.string().check(z.maxLength(200)),
      frameJitterMs: z.optional(z.number()),
      negotiable: z.optional(z.boolean()),
    }),
  ),
});
export type LivenessStep = z.infer<typeof livenessStepSchema>;

export const livenessAnswerSchema = z.object({
  accepted: z.boolean(),
  hint: z.optional(z.enum(livenessHints)),
  position: positionSchema,
});
export type LivenessAnswer = z.infer<typeof livenessAnswerSchema>;

export const evidenceSlotSchema = z.object({
  id: z.string(),
  /** Largest part accepted in one PUT, in bytes. */
  partBytes: z.number(),
  /** Bytes that have arrived. */
  offset: z.number(),
  state: z.enum(['pending', 'ready']),
});
export type EvidenceSlot = z.infer<typeof evidenceSlotSchema>;

/** `GET /events`: server-sent events; `event:` is the type, `data:` the JSON of the rest. */
export const flowEventSchema = z.discriminatedUnion('type', [
  z.object({type: z.literal('position'), position: positionSchema}),
  z.object({type: z.literal('progress'), words: z.array(progressWordSchema)}),
]);
export type FlowEvent = z.infer<typeof flowEventSchema>;

export const leaveSchema = z.strictObject({reason: z.enum(['cancel', 'close', 'unload'])});
export type Leave = z.infer<typeof leaveSchema>;
export const languageSchema = z.strictObject({language: z.string().check(z.maxLength(35))});

/** `POST /telemetry`: coarse UI events for the operator's funnel, never content. */
export const telemetrySchema = z.strictObject({
  events: z
    .array(z.strictObject({name: z.string().check(z.regex(/^[a-z][a-z-]{1,40}$/)), at: z.number()}))
    .check(z.maxLength(50)),
});

/** `POST /signals`: what the browser says of itself without being asked for anything, once per session. */
export const visitSignalsSchema = z.strictObject({
  timeZone: z.optional(z.string().check(z.maxLength(60))),
  languages: z.array(z.string().check(z.maxLength(35))).check(z.maxLength(10)),
  /** Width and height in CSS pixels, and hundredths of device pixels per CSS pixel. */
  screen: z.optional(z.array(z.number()).check(z.length(3))),
  cores: z.optional(z.number()),
  touchPoints: z.optional(z.number()),
  /** Whether the browser says that a program drives it. */
  webdriver: z.optional(z.boolean()),
});
export type VisitSignals = z.infer<typeof visitSignalsSchema>;

export type Telemetry = z.infer<typeof telemetrySchema>;

/** Every refusal of the flow API; `answers` names each answer of a form that was not taken. */
export const flowErrorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    retryAfterSeconds: z.optional(z.number()),
    answers: z.optional(
      z.array(
        z.object({
          /** JSON pointer into the request. */
          pointer: z.string(),
          code: z.string(),
          limit: z.optional(z.union([z.number(), z.string()])),
        }),
      ),
    ),
  }),
});
export type FlowError = z.infer<typeof flowErrorSchema>;
