/**
 * What every kind of step is to the flow: what it remembers, how it answers a person's submit, and what it shows.
 * A new kind is a member of `stepSchema` in protocol, a state here, and a rule file beside this one.
 */
import {z} from 'zod';
import {contactProblems} from '../../protocol/contact.ts';
import type {ContactKind, ContactProblem} from '../../protocol/contact.ts';
import {evidenceSides} from '../../protocol/flow.ts';
import {problemCodes} from '../../protocol/position.ts';
import type {EvidenceSide, SubmitStep} from '../../protocol/flow.ts';
import type {Collected, ProblemCode, ProgressWord, Screen} from '../../protocol/position.ts';
import {documentSides, documentTypes} from '../../protocol/government-id.ts';
import type {DocumentType} from '../../protocol/government-id.ts';
import type {LivenessRecord, SelfiePose} from '../../protocol/selfie.ts';
import type {Step, StepKind} from '../../protocol/template.ts';
import {livenessSchema} from '../liveness.ts';
import type {FreshLiveness} from '../liveness.ts';
import type {FieldSchemas, TypedFields} from '../template.ts';
import type {ErrorInfo} from '../../protocol/errors.ts';
import type {TypedOutcome} from '../one-time-code.ts';

const problems = z.array(z.enum(problemCodes));
const side = z.enum(documentSides);

const contactState = {
  phase: z.enum(['entering', 'confirming', 'processing']),
  attempt: z.int().min(1),
  /** What was entered, as it is sent to. */
  to: z.string().optional(),
  /** The verification whose code is waited for, or that is being judged. */
  verificationId: z.string().optional(),
  /** When another code may be asked for, ISO 8601. */
  waitUntil: z.string().optional(),
  /** What was wrong with the last entry or code. */
  hints: z.array(z.enum(contactProblems)),
};

/** What a step remembers while the inquiry stands in it: the `step_state` column. */
export const stepStateSchema = z.discriminatedUnion('kind', [
  z.object({kind: z.literal('consent')}),
  z.object({
    kind: z.literal('document'),
    phase: z.enum(['collecting', 'processing']),
    /** 1 on the first; never more than the step's `attempts`. */
    attempt: z.int().min(1),
    country: z.string().optional(),
    type: z.enum(documentTypes).optional(),
    /** Whether the person said these; else the engine found them. */
    said: z.boolean().optional(),
    /** While the person must say what it is, since the pictures did not: what it may be, likeliest first. */
    asks: z.array(z.object({type: z.enum(documentTypes), country: z.string().optional()})).optional(),
    /** Whether the engine already asked for a missing side in this attempt. */
    sideAsked: z.boolean(),
    /** Whether it was asked in this attempt what it is. */
    kindAsked: z.boolean().optional(),
    /** Sides this attempt needs, in the order they are asked for. */
    wanted: z.array(side),
    received: z.array(z.object({side, id: z.string()})),
    problems,
    /** The verification this attempt feeds, once its first picture was submitted. */
    verificationId: z.string().optional(),
  }),
  z.object({
    kind: z.literal('generic-document'),
    phase: z.enum(['collecting', 'processing']),
    attempt: z.int().min(1),
    /** The files of this attempt, in the order of their pages. */
    received: z.array(z.object({side: z.enum(evidenceSides), id: z.string()})),
    problems,
    verificationId: z.string().optional(),
  }),
  z.object({
    kind: z.literal('selfie'),
    phase: z.enum(['collecting', 'processing']),
    /** 1 on the first; never more than the step's `attempts`. */
    attempt: z.int().min(1),
    /** Sessions begun, over all attempts. */
    sessions: z.int(),
    /** The session under way, or the one that is being judged. */
    liveness: livenessSchema.optional(),
    problems,
    /** The verification that judges it. */
    verificationId: z.string().optional(),
  }),
  z.object({kind: z.literal('branching'), problems}),
  z.object({kind: z.literal('action'), problems}),
  z.object({kind: z.literal('screen')}),
  z.object({kind: z.literal('connector'), phase: z.literal('processing'), problems}),
  z.object({kind: z.literal('database'), phase: z.literal('processing'), problems}),
  z.object({kind: z.literal('phone-number'), ...contactState}),
  z.object({kind: z.literal('email-address'), ...contactState}),
  z.object({kind: z.literal('success'), problems}),
  z.object({kind: z.literal('failed'), problems}),
]);
export type StepState = z.infer<typeof stepStateSchema>;
export type StateOf<K extends StepKind> = Extract<StepState, {kind: K}>;
/** What a step of a number or address remembers. */
export type ContactState = Omit<StateOf<'phone-number'>, 'kind'>;
export type StepOf<K extends StepKind> = Extract<Step, {kind: K}>;

/** One picture the server holds for this inquiry. */
export interface FlowEvidence {
  id: string;
  side: EvidenceSide;
  step: string;
  capture: 'camera_auto' | 'camera_manual' | 'upload';
  state: 'pending' | 'ready';
  /** Where its bytes are; told to a screen, which keeps it in a field. */
  file?: {id: string; contentType: string; size: number};
}

/** What was looked up about a number or address and its code before the rule decides. */
export interface ContactGround {
  /** `value` is the one spelling that is kept and sent to; `to` what was typed, where it can be shown again. */
  entry?: {type: 'taken'; value: string} | {type: 'refused'; problem: ContactProblem; to?: string};
  /** What came of the code that was typed. */
  typed?: TypedOutcome;
  /** `next`: when another code may be asked for once this one is sent. `limited`: by the limits of messages, not by the pause between two. */
  sending:
    {type: 'yes'; next: Date} | {type: 'wait'; until: Date; limited: boolean} | {type: 'used_up'} | {type: 'no_sender'};
}

/** What a submit stands on besides the state: pictures by id, and the id a new verification would take. */
export interface SubmitGround {
  stepName: string;
  evidence: ReadonlyMap<string, FlowEvidence>;
  newVerificationId: string;
  /** For a liveness session that begins now. */
  fresh: FreshLiveness;
  /** The inquiry's, as they are now. */
  fields: TypedFields;
  schemas: FieldSchemas;
  /** For what is submitted to a step of a number or address. */
  contact?: ContactGround;
  /** Whether a face is measured anywhere in this flow. */
  biometric: boolean;
  now: Date;
}

/** What must happen in the same commit as the change of state. */
export type FlowEffect =
  | {type: 'consented'; biometric: boolean}
  /** First evidence of the inquiry: created becomes pending. */
  | {type: 'started'}
  | {
      type: 'verify';
      /** Which engine is asked. */
      kind: 'government-id' | 'document';
      verificationId: string;
      attempt: number;
      evidence: {side: EvidenceSide; id: string}[];
      /** What the person said of an identity document. */
      chosen?: {country?: string; type?: DocumentType};
    }
  | {
      type: 'verify-selfie';
      verificationId: string;
      attempt: number;
      liveness: LivenessRecord;
      /** In the order they were taken. */
      frames: {pose: SelfiePose; id: string}[];
    }
  /** Fields that a screen's answers go into; the others stay. */
  | {type: 'filled'; fields: TypedFields}
  /** A step that looks somebody up was entered. */
  | {type: 'verify-database'}
  /** A step that asks a service was entered. */
  | {type: 'call-connector'; timeoutSeconds: number}
  /** A new verification, and the first code of it. */
  | {type: 'send-code'; kind: ContactKind; verificationId: string; to: string}
  | {type: 'resend-code'; verificationId: string}
  /** Judged now: of a new verification of `to`, or of the one whose code came back. */
  | {type: 'verify-contact'; kind: ContactKind; verificationId: string; to?: string; confirmed: boolean}
  /** The person went on with another number or address. */
  | {type: 'drop-contact'; verificationId: string}
  | {type: 'transitioned'; from: string; to: string}
  | {type: 'completed'}
  | {type: 'failed'}
  /** The template decides, instead of the default rule. */
  | {type: 'decided'; decision: 'approve' | 'decline' | 'mark-for-review'; comment?: string}
  /** An action had a value for a field that does not take it. */
  | {type: 'field-refused'}
  /** Fields (all that accounts have, if absent) and tags go to the inquiry's account. */
  | {type: 'save-account'; fields?: readonly string[]; tags: readonly string[]};

/** Why a submit is not taken; becomes an error answer. */
export interface Refusal {
  code: 'bad_request' | 'invalid_field' | 'invalid_transition';
  details: string;
  pointer: string;
  answers?: ErrorInfo['answers'];
}

export type StepOutcome<K extends StepKind> =
  | {type: 'stay'; state: StateOf<K>; effects: FlowEffect[]}
  /** On to another step; `problems` are what a failed screen will say. */
  | {type: 'go'; to: string; problems: ProblemCode[]; effects: FlowEffect[]}
  /** Nothing more is asked: straight to the success step, where the decision is made. */
  | {type: 'finish'; problems: ProblemCode[]; effects: FlowEffect[]}
  /** The inquiry has moved on meanwhile (double press, second tab): nothing changes. */
  | {type: 'late'}
  | {type: 'refused'; refusal: Refusal};

/** What a screen may know besides the state; never scores, thresholds or other people's data. */
export interface View {
  requester: string;
  canRestart: boolean;
  review: boolean;
  words: readonly ProgressWord[];
  now: Date;
  /** What is taken anywhere in this flow. */
  collects: readonly Collected[];
  fields: TypedFields;
  /** Whether the values of fields may be shown to this visitor. */
  mayRead: boolean;
  language: string;
}

export interface StepRule<K extends StepKind> {
  enter(step: StepOf<K>, problems: ProblemCode[]): StateOf<K>;
  submit(step: StepOf<K>, state: StateOf<K>, submit: SubmitStep, ground: SubmitGround): StepOutcome<K>;
  screen(step: StepOf<K>, state: StateOf<K>, view: View): Screen;
}

/** A refusal as an outcome. */
export function refuse(code: Refusal['code'], pointer: string, details: string): {type: 'refused'; refusal: Refusal} {
  return {type: 'refused', refusal: {code, pointer, details}};
}
