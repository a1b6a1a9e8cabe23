/** What `main.ts` puts together once and every command receives. */
import type {Logger} from 'pino';
import type {Database} from '../storage/database.ts';
import type {Files} from '../storage/files.ts';
import type {Keyring} from '../storage/keyring.ts';
import type {Queue} from '../jobs/queue.ts';
import type {EnginePool} from '../verification/engine.ts';
import type {NetworkLookup} from '../verification/network/network-lookup.ts';
import type {GuardedFetch} from '../outbound/guarded-fetch.ts';
import type {SelfiePose} from '../protocol/selfie.ts';
import type {Connectors} from '../outbound/connectors.ts';
import type {Registries} from '../outbound/registries.ts';
import type {MailHosts} from '../outbound/mail-hosts.ts';
import type {Senders} from '../outbound/senders.ts';
import type {Settings} from '../protocol/settings.ts';

export interface Context {
  settings: Settings;
  database: Database;
  keyring: Keyring;
  files: Files;
  queue: Queue;
  engines: EnginePool;
  fetch: GuardedFetch;
  network: NetworkLookup;
  /** Absent where the operator configured none. */
  registries?: Registries;
  connectors?: Connectors;
  /** What hands mails and text messages over; without one they stay in the outbox. */
  senders?: Senders;
  /** Whether a domain takes mail; absent where nobody may ask the DNS. */
  mailHosts?: (domain: string) => Promise<MailHosts>;
  progress: ProgressBoard;
  /** Pictures of documents of nobody, by the names of `countersign specimens`, for the sandbox; absent where none are drawn. */
  specimens?: (name: string) => Promise<{side: 'front' | 'back'; jpeg: Uint8Array}[]>;
  /** Frames of a specimen's person in a pose, new ones at every call; absent where none are drawn. */
  posedFrames?: (person: string, pose: SelfiePose) => Promise<Uint8Array[]>;
  log: Logger;
  now(): Date;
}

/** Live words of running verifications and changed positions, in this process only; a hint for SSE, never the truth. */
export interface ProgressBoard {
  publish(inquiryId: string, change: {type: 'progress'; word: string} | {type: 'position'}): void;
  /** Returns the function that stops listening. */
  subscribe(
    inquiryId: string,
    listener: (change: {type: 'progress'; word: string} | {type: 'position'}) => void,
  ): () => void;
  words(inquiryId: string): string[];
}
