/** What every engine is: evidence in, measurements and checks out. Registered by kind in `registry.ts`. */
import type {
  DocumentSide,
  DocumentType,
  GovernmentIdConfig,
  GovernmentIdFieldName,
  GovernmentIdResult,
} from '../protocol/government-id.ts';
import type {GenericDocumentConfig, GenericDocumentResult, ResidentFieldName} from '../protocol/generic-document.ts';
import type {ProgressWord} from '../protocol/position.ts';
import type {PrintDocument, PrintResult} from '../protocol/print.ts';
import type {FaceFrame, LivenessRecord, SelfieConfig, SelfiePose, SelfieResult} from '../protocol/selfie.ts';

export interface DocumentEvidence {
  id: string;
  side: DocumentSide;
  bytes: Uint8Array;
}

/** What somebody said of the holder before the document was read; dates ISO 8601. */
export type ExpectedFields = Partial<Record<GovernmentIdFieldName, string>>;

export interface GovernmentIdInput {
  evidence: DocumentEvidence[];
  chosen: {country?: string; type?: DocumentType};
  config: GovernmentIdConfig;
  /** The day it is judged on, ISO 8601. */
  today: string;
  /** Whether specimen issuers (UTO) count as a country: true in sandbox. */
  sandbox: boolean;
  /** Of the inquiry as it was created, and of its account; `account` is absent where there is none. */
  expected?: {inquiry?: ExpectedFields; account?: ExpectedFields};
  /** The face of the selfie that passed before in the same inquiry. */
  selfie?: {model: string; embedding: Float32Array};
}

/** Frames of one interactive step of a liveness session: measured at once, nothing is decided. */
export interface FaceFramesInput {
  frames: {id: string; bytes: Uint8Array}[];
}

export interface FaceFramesResult {
  frames: FaceFrame[];
  /** CPU time spent, in milliseconds. */
  cpuMs: number;
}

/** The last word on a selfie: every frame of the session again, the session as it went, and whom it may be held against. */
export interface SelfieInput {
  frames: {id: string; pose: SelfiePose; capture: 'camera_auto' | 'camera_manual' | 'upload'; bytes: Uint8Array}[];
  liveness: LivenessRecord;
  config: SelfieConfig;
  /** The upright picture of the front of the document that was verified before, in the same inquiry. */
  document?: {bytes: Uint8Array; birthdate?: string};
  /** Of the account's earlier selfie. */
  account?: {model: string; embedding: Float32Array};
  /** The day it is judged on, ISO 8601. */
  today: string;
}

/** Files or photographed pages of one document that proves an address or the like, in the order of its pages. */
export interface GenericDocumentInput {
  evidence: {id: string; bytes: Uint8Array}[];
  config: GenericDocumentConfig;
  /** The day it is judged on, ISO 8601. */
  today: string;
  /** Of the inquiry as it was created, and of its account; `account` is absent where there is none. */
  expected?: {inquiry?: ExpectedResident; account?: ExpectedResident};
}

/** What somebody said of the resident before the document was read. */
export type ExpectedResident = Partial<Record<ResidentFieldName, string>>;

/** Engine kinds with their input and output. */
export interface Engines {
  'government-id': {input: GovernmentIdInput; output: GovernmentIdResult};
  document: {input: GenericDocumentInput; output: GenericDocumentResult};
  'face-frames': {input: FaceFramesInput; output: FaceFramesResult};
  selfie: {input: SelfieInput; output: SelfieResult};
  /** No evidence: a print laid out and written as PDF. */
  print: {input: PrintDocument; output: PrintResult};
}
export type EngineKind = keyof Engines;

export type EngineFunction<K extends EngineKind> = (
  input: Engines[K]['input'],
  report: (word: ProgressWord) => void,
) => Promise<Engines[K]['output']>;

/** Why a run gave no result; each costs its own job and nothing else. `not_configured`: the nets it needs are not there. */
export type EngineFailure =
  'timeout' | 'crashed' | 'out_of_memory' | 'queue_full' | 'stopped' | 'invalid_input' | 'not_configured';

export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly failure: EngineFailure;
  constructor(failure: EngineFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

/** A pool of child processes that run engines; bounded in queue, time and memory. */
export interface EnginePool {
  run<K extends EngineKind>(
    kind: K,
    input: Engines[K]['input'],
    /** `urgent`: somebody waits before a camera, so it goes ahead of what queues. */
    options?: {timeoutMs?: number; urgent?: boolean; onProgress?: (word: ProgressWord) => void; signal?: AbortSignal},
  ): Promise<Engines[K]['output']>;
  /** Resolves when every child has loaded its models. */
  ready(): Promise<void>;
  stats(): {size: number; busy: number; queued: number; restarts: number};
  stop(): Promise<void>;
}
