/** What columns hold that more than one table has. */
import type {ColumnType} from 'kysely';
import type {EvidenceSide} from '../../protocol/flow.ts';
import type {FlatCard} from '../../protocol/government-id.ts';
import type {inquiryStatuses} from '../../protocol/inquiry.ts';

/** jsonb: read as a value, written as JSON text. */
export type Json<T> = ColumnType<T, string, string>;
export type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
export type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

export type InquiryStatus = (typeof inquiryStatuses)[number];
export type VerificationStatus =
  'initiated' | 'confirmed' | 'submitted' | 'passed' | 'failed' | 'requires_retry' | 'canceled';

/** `{key: {type, value}}`, as the API shows fields. */
export type FieldValues = Record<string, {type: string; value: unknown}>;

/** One side of a document as it was handed in, with the pictures that we made of it. */
export interface DocumentPage {
  side: EvidenceSide;
  evidenceId: string;
  capture: string;
  displayFileId?: string;
  card?: FlatCard & {fileId: string};
}
