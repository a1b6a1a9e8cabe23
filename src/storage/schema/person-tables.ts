/** Inquiries, the people behind them, and everything that was found out about them. */
import type {TraceKind} from '../../domain/identity-trace.ts';
import type {Check} from '../../protocol/check.ts';
import type {ContactKind} from '../../protocol/contact.ts';
import type {EvidenceSide} from '../../protocol/flow.ts';
import type {TemplateGraph} from '../../protocol/template.ts';
import type {
  DocumentPage,
  FieldValues,
  InquiryStatus,
  Json,
  Nullable,
  NullableJson,
  VerificationStatus,
} from './columns.ts';

export interface PersonTables {
  account: {
    env_id: string;
    id: string;
    reference_id: Nullable<string>;
    account_type: string;
    status: string;
    fields: Json<FieldValues>;
    tags: Json<string[]>;
    version: number;
    created_at: Date;
    updated_at: Date;
    redacted_at: Nullable<Date>;
    /** Since when it takes nothing new: it was consolidated into another. */
    archived_at: Nullable<Date>;
    consolidated_into: Nullable<string>;
  };
  /** An account stands in a relation of a name to an account or another object. */
  account_relation: {
    env_id: string;
    account_id: string;
    key: string;
    target_id: string;
    created_at: Date;
  };
  inquiry: {
    env_id: string;
    id: string;
    template_id: string;
    template_version_id: string;
    account_id: Nullable<string>;
    /** A reference id given by a browser: a claim until the inquiry is approved. */
    claimed_reference_id: Nullable<string>;
    creator: string;
    status: InquiryStatus;
    /** Where it stands in the graph, and what that step remembers (`domain/flow.ts`). */
    step: string;
    step_state: Json<Record<string, unknown>>;
    fields: Json<FieldValues>;
    tags: Json<string[]>;
    note: Nullable<string>;
    redirect_uri: Nullable<string>;
    theme_set_id: Nullable<string>;
    initial_step_name: Nullable<string>;
    language: Nullable<string>;
    /** What the creator set other than the template's expiry (`InquiryExpiry`, seconds). */
    expiry: NullableJson<Partial<TemplateGraph['expiry']>>;
    reviewer_comment: Nullable<string>;
    /** Optimistic lock: every update says `where version = n` and sets n + 1. */
    version: number;
    created_at: Date;
    updated_at: Date;
    started_at: Nullable<Date>;
    completed_at: Nullable<Date>;
    failed_at: Nullable<Date>;
    expires_at: Nullable<Date>;
    expired_at: Nullable<Date>;
    marked_for_review_at: Nullable<Date>;
    decisioned_at: Nullable<Date>;
    redacted_at: Nullable<Date>;
  };
  inquiry_session: {
    env_id: string;
    id: string;
    inquiry_id: string;
    status: 'new' | 'active' | 'expired';
    token_hash: Buffer;
    ip_address: Nullable<string>;
    user_agent: Nullable<string>;
    device: Json<Record<string, unknown>>;
    device_id: Nullable<string>;
    /** Opened by somebody who showed nothing but the inquiry's id. */
    by_id: boolean;
    created_at: Date;
    started_at: Nullable<Date>;
    expires_at: Date;
    expired_at: Nullable<Date>;
  };
  one_time_code: {
    env_id: string;
    id: string;
    inquiry_id: string;
    purpose: 'link' | 'handoff';
    code_hash: Buffer;
    claim_secret_hash: Nullable<Buffer>;
    claimed_at: Nullable<Date>;
    created_at: Date;
    expires_at: Date;
  };
  evidence: {
    env_id: string;
    id: string;
    /** Null: a backend gave it, and the verification or document that it belongs to names it. */
    inquiry_id: Nullable<string>;
    file_id: string;
    step: string;
    side: EvidenceSide;
    capture: 'camera_auto' | 'camera_manual' | 'upload';
    state: 'pending' | 'ready';
    created_at: Date;
  };
  verification: {
    env_id: string;
    id: string;
    kind: 'government-id' | 'document' | 'selfie' | 'database' | ContactKind;
    inquiry_id: Nullable<string>;
    transaction_id: Nullable<string>;
    account_id: Nullable<string>;
    template_version_id: Nullable<string>;
    /** Of the inquiry's flow, or the name that the transaction's type gives it. */
    step: Nullable<string>;
    /** What it asks (the configuration of its kind) where a backend leads it; null where the step of a flow says it. */
    asked: NullableJson<Record<string, unknown>>;
    attempt: number;
    status: VerificationStatus;
    document_id: Nullable<string>;
    country_code: Nullable<string>;
    /** Kind-specific attributes as read (`ReadField` by name for a government ID, `SelfieAttributes` for a selfie, `ContactResult` for a number or address). */
    result: Json<Record<string, unknown>>;
    checks: Json<Check[]>;
    version: number;
    created_at: Date;
    updated_at: Date;
    submitted_at: Nullable<Date>;
    completed_at: Nullable<Date>;
    /** While set it is not redacted. */
    investigation_locked_at: Nullable<Date>;
    redacted_at: Nullable<Date>;
  };
  document: {
    env_id: string;
    id: string;
    kind: 'government-id' | 'generic';
    inquiry_id: Nullable<string>;
    transaction_id: Nullable<string>;
    verification_id: Nullable<string>;
    status: 'initiated' | 'submitted' | 'processed' | 'errored';
    /** ids of evidence (as given) and files (re-encoded for display), by side, or page by page. */
    pages: Json<DocumentPage[]>;
    fields: Json<Record<string, unknown>>;
    created_at: Date;
    updated_at: Date;
    processed_at: Nullable<Date>;
    redacted_at: Nullable<Date>;
  };
  file: {
    env_id: string;
    id: string;
    /** Whose key wraps this object's data key: the inquiry, the account or the environment. */
    subject_id: string;
    state: 'pending' | 'ready' | 'shredded';
    content_type: string;
    filename: Nullable<string>;
    size: number;
    sha256: Nullable<Buffer>;
    wrapped_key: Nullable<Buffer>;
    created_at: Date;
    ready_at: Nullable<Date>;
  };
  /** Which document numbers were read, as keyed hashes; taken away with the inquiry. */
  document_number: {
    env_id: string;
    /** Or the transaction or verification, where there was no inquiry; so in `list_match`. */
    inquiry_id: string;
    /** Of issuer, type and number. */
    number_hash: Buffer;
    account_id: Nullable<string>;
    /** Of the holder, mixed with the number; null where it was not read with certainty. */
    birthdate_hash: Nullable<Buffer>;
    surname_hash: Nullable<Buffer>;
    created_at: Date;
  };
  /** Keyed hashes of what an inquiry gave, by kind (`domain/identity-trace.ts`); taken away with the inquiry. */
  identity_trace: {
    env_id: string;
    kind: TraceKind;
    hash: Buffer;
    inquiry_id: string;
    account_id: Nullable<string>;
    created_at: Date;
  };
  /** A browser that came more than once is one device; the fingerprint is a keyed hash and says nothing by itself. */
  device: {
    env_id: string;
    id: string;
    browser_fingerprint: string;
    created_at: Date;
  };
  /** The face of a selfie that passed, as numbers sealed with its inquiry's key; taken away with the inquiry. */
  face_template: {
    env_id: string;
    inquiry_id: string;
    account_id: Nullable<string>;
    /** Which net made it; numbers of two nets cannot be compared. */
    model: string;
    sealed: Buffer;
    created_at: Date;
  };
  /**
   * The same face turned by a secret, for searching. Stands only in a database that has pgvector (`prepare-face-vectors.ts`); the
   * database itself takes it away with its `face_template`.
   */
  face_vector: {
    env_id: string;
    inquiry_id: string;
    model: string;
    /** As pgvector writes it: `[0.1,…]`. */
    turned: string;
  };
  /** The code that was sent last for a verification of a number or address. */
  confirmation_code: {
    env_id: string;
    verification_id: string;
    /** Keyed, over the verification and the code. */
    code_hash: Buffer;
    sends: number;
    wrong: number;
    sent_at: Date;
    used_at: Nullable<Date>;
  };
}
