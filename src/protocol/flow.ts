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
import {
  documentTypeSchema,
  positionSchema,
  problemCodeSchema,
  progressWordSchema,
  selfieModeSchema,
} from './position.ts';

export const flowBase = '/api/flow/v1';

/** What a picture or file shows: a side of an identity document, a page of another one, or a face in a pose. */
export const evidenceSides = ['front', 'back', 'page', 'center', 'left', 'right', 'closer', 'eyes_closed'] as const;
export type EvidenceSide = (typeof evidenceSides)[number];
const evidenceSide = z.enum(evidenceSides);
/** Files that one submission may bring. */
export const mostEvidence = 10;

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
  z.strictObject({action: z.literal('choose'), country: z.optional(z.string()), type: z.optional(documentTypeSchema)}),
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
  z.strictObject({action: z.literal('begin'), mode: selfieModeSchema}),
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
    /** Of a file: what the person can do about it; why it was refused, the header `Error-Reason` says. */
    problem: z.optional(problemCodeSchema),
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
