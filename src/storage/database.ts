/**
 * One PostgreSQL dialect, two places it can live: embedded (PGlite in a folder) or a server (`DATABASE_URL`).
 * `openDatabase` hides the difference; the contract suite runs on both.
 */
import type {Kysely, Transaction} from 'kysely';
import type {Tables} from './schema.ts';

/** For reads outside a transaction. */
export type Db = Kysely<Tables>;
/** For everything inside one. */
export type Tx = Transaction<Tables>;
/** Queries take either. */
export type Reader = Db | Tx;

export interface Database {
  readonly db: Db;
  readonly kind: 'embedded' | 'server';
  /** Whether it has pgvector, and with it the table `face_vector`. */
  readonly faceVectors: boolean;
  /** Runs work in one transaction; a query outside `tx` while it is open fails fast on the embedded database. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** What pg-boss talks through: the same pool. */
  execute(text: string, values: readonly unknown[]): Promise<{rows: unknown[]; rowCount: number}>;
  close(): Promise<void>;
}
