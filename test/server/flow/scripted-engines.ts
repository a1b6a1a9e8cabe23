/** An engine pool that says what the test told it to; only tests know it. */
import type {Check} from '../../../src/protocol/check.ts';
import type {GenericDocumentResult} from '../../../src/protocol/generic-document.ts';
import type {GovernmentIdResult, ReadField} from '../../../src/protocol/government-id.ts';
import type {PrintDocument} from '../../../src/protocol/print.ts';
import {printDocument} from '../../../src/verification/print/print.node.ts';
import type {EngineKind, EnginePool, Engines, GovernmentIdInput} from '../../../src/verification/engine.ts';
import {EngineError} from '../../../src/verification/engine.ts';

export type Script = (input: GovernmentIdInput) => GovernmentIdResult | GenericDocumentResult | EngineError | Error;

export interface ScriptedEngines extends EnginePool {
  /** Answers in order; the last one repeats. */
  script(...answers: Script[]): void;
  readonly inputs: GovernmentIdInput[];
  /** What the engines of faces say; a test that needs them gives them. */
  readonly faces: ScriptedFaces;
  /** Holds every run until the function it returns is called. */
  hold(): () => void;
}

export interface ScriptedFaces {
  frames(input: Engines['face-frames']['input']): Engines['face-frames']['output'];
  selfie(input: Engines['selfie']['input']): Engines['selfie']['output'];
}

function noFaces(): never {
  throw new EngineError('stopped', 'no script');
}

export function scriptedEngines(faces: ScriptedFaces = {frames: noFaces, selfie: noFaces}): ScriptedEngines {
  let answers: Script[] = [];
  let gate: Promise<void> = Promise.resolve();
  const inputs: GovernmentIdInput[] = [];
  return {
    inputs,
    faces,
    script: (...next) => {
      answers = next;
    },
    hold: () => {
      let open = () => {};
      gate = new Promise((resolve) => (open = resolve));
      return () => open();
    },
    async run<K extends EngineKind>(kind: K, given: Engines[K]['input'], options?: Parameters<EnginePool['run']>[2]) {
      if (kind === 'face-frames') return faces.frames(given as Engines['face-frames']['input']) as Engines[K]['output'];
      if (kind === 'selfie') return faces.selfie(given as Engines['selfie']['input']) as Engines[K]['output'];
      if (kind === 'print') return printDocument(given as PrintDocument) as Promise<Engines[K]['output']>;
      // a script knows which kind its inquiry asks for
      const input = given as GovernmentIdInput;
      inputs.push(input);
      options?.onProgress?.('found_document');
      options?.onProgress?.('reading_text');
      await gate;
      const next = answers.length > 1 ? answers.shift() : answers[0];
      const answer = next?.(input) ?? new EngineError('stopped', 'no script');
      if (answer instanceof Error) throw answer;
      return answer as Engines[K]['output'];
    },
    ready: () => Promise.resolve(),
    stats: () => ({size: 1, busy: 0, queued: 0, restarts: 0}),
    stop: () => Promise.resolve(),
  };
}

const read = (value: string): ReadField => ({value, sources: ['mrz'], confidence: 0.98});

/** A smallest JPEG: what the engine would re-encode for people. */
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

export function check(name: string, changes: Partial<Check> = {}): Check {
  return {name, status: 'passed', requirement: 'required', reasons: [], metadata: {}, ...changes};
}
export function failedCheck(name: string, reason: string): Check {
  return check(name, {status: 'failed', reasons: [reason]});
}

const corners = [0, 1, 2, 3].map((i) => ({x: i === 1 || i === 2 ? 1 : 0, y: i > 1 ? 1 : 0}));
const card = {jpeg, width: 1, height: 1, corners, foundBy: 'outline' as const};

export function passport(changes: Partial<GovernmentIdResult> = {}): Script {
  return ({evidence}) => ({
    documentType: 'pp',
    countryCode: 'DE',
    mrzLayout: 'TD3',
    fields: {
      'name-first': read('ANNA MARIA'),
      'name-last': read('MUSTER'),
      birthdate: read('1974-08-12'),
      'document-number': read('C01X00T47'),
      'expiration-date': read('2031-08-11'),
    },
    checks: [check('id_mrz_detection'), check('id_expired_detection')],
    displayImages: evidence.map(({id, side}) => ({side, evidenceId: id, jpeg, width: 1, height: 1, card})),
    cpuMs: 12,
    ...changes,
  });
}
export const expired = passport({checks: [check('id_mrz_detection'), failedCheck('id_expired_detection', 'expired')]});
export const cat = passport({
  fields: {},
  checks: [failedCheck('id_type_detection', 'type_not_detected'), failedCheck('id_mrz_detection', 'mrz_not_found')],
});
