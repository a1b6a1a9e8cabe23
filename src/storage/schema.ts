/**
 * The tables, as kysely sees them. Migrations make exactly this; every tenant table leads its primary key with `env_id`,
 * so PostgreSQL partitioning, Citus or YugabyteDB can distribute it. Times are `timestamptz` (Date), counters `integer`,
 * documents `jsonb`, sealed columns `bytea` (Buffer on both databases).
 */
import type {ColumnType, Generated, Selectable} from 'kysely';
import type {TraceKind} from '../domain/identity-trace.ts';
import type {Check} from '../protocol/check.ts';
import type {Channel, ContactKind} from '../protocol/contact.ts';
import type {EvidenceSide} from '../protocol/flow.ts';
import type {FlatCard} from '../protocol/government-id.ts';
import {inquiryStatuses} from '../protocol/inquiry.ts';
import type {ImporterKind, ImportError} from '../protocol/importer.ts';
import type {ListKind} from '../protocol/list.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import type {ThemeStyles} from '../protocol/theme-set.ts';
import type {IncludedAllowlist, RelationshipAllowlist} from '../protocol/webhook.ts';
import type {TransactionTypeDefinition} from '../protocol/transaction-type.ts';

/** jsonb: read as a value, written as JSON text. */
export type Json<T> = ColumnType<T, string, string>;
type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

export {inquiryStatuses};
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

export interface Tables {
  setting: {key: string; value: Json<unknown>};
  organization: {id: string; name: string; created_at: Date};
  environment: {
    id: string;
    org_id: string;
    kind: 'sandbox' | 'production';
    name: string;
    settings: Json<{requestsPerMinute?: number}>;
    created_at: Date;
  };
  /** The wrapped data key of one subject (an inquiry, an account, or the environment itself); shredding it unreads all it sealed. */
  subject_key: {
    env_id: string;
    subject_id: string;
    wrapped_key: Nullable<Buffer>;
    created_at: Date;
    shredded_at: Nullable<Date>;
  };
  api_key: {
    env_id: string;
    id: string;
    name: string;
    note: Nullable<string>;
    hash: Buffer;
    permissions: Json<string[]>;
    api_version: string;
    inflection: 'kebab' | 'camel' | 'snake';
    ip_allow_list: Json<string[]>;
    attribute_blocklist: Json<string[]>;
    last_used_at: Nullable<Date>;
    expires_at: Nullable<Date>;
    created_at: Date;
    updated_at: Date;
  };
  oauth_client: {
    env_id: string;
    id: string;
    name: string;
    note: Nullable<string>;
    /** Of two ways to show who it is, one: a secret (its hash) or a key pair (the public half as PEM). */
    secret_hash: Nullable<Buffer>;
    public_key: Nullable<string>;
    permissions: Json<string[]>;
    api_version: string;
    inflection: 'kebab' | 'camel' | 'snake';
    ip_allow_list: Json<string[]>;
    attribute_blocklist: Json<string[]>;
    last_used_at: Nullable<Date>;
    revoked_at: Nullable<Date>;
    created_at: Date;
    updated_at: Date;
  };
  oauth_token: {
    env_id: string;
    hash: Buffer;
    client_id: string;
    permissions: Json<string[]>;
    created_at: Date;
    expires_at: Date;
  };
  /** Assertions that were used, until they could not be used any more anyway. */
  oauth_assertion: {env_id: string; client_id: string; jti_hash: Buffer; expires_at: Date};
  idempotency: {
    env_id: string;
    key: string;
    request_hash: Buffer;
    status: number;
    /** The first answer's body, sealed with the key of `subject_id`. */
    response: Buffer;
    subject_id: string;
    created_at: Date;
    expires_at: Date;
  };
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
  inquiry_template: {
    env_id: string;
    id: string;
    name: string;
    status: 'active' | 'inactive';
    published_version_id: Nullable<string>;
    created_at: Date;
    updated_at: Date;
  };
  inquiry_template_version: {
    env_id: string;
    id: string;
    template_id: string;
    number: number;
    status: 'draft' | 'published' | 'archived';
    graph: Json<TemplateGraph>;
    created_at: Date;
    published_at: Nullable<Date>;
    /** Counts changes of the graph, from 1. */
    revision: Generated<number>;
    updated_at: Nullable<Date>;
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
  event: {
    env_id: string;
    id: string;
    name: string;
    object_type: string;
    object_id: string;
    subject_id: string;
    /** `{data, included?}` as JSON, sealed with the subject's key. */
    payload: Buffer;
    created_at: Date;
  };
  webhook: {
    env_id: string;
    id: string;
    name: Nullable<string>;
    description: Nullable<string>;
    url: string;
    status: 'enabled' | 'disabled' | 'archived';
    api_version: string;
    inflection: 'kebab' | 'camel' | 'snake';
    enabled_events: Json<string[]>;
    payload_filter: NullableJson<Record<string, unknown>>;
    attribute_blocklist: Json<string[]>;
    /** Null: nothing is sent along. */
    included_allowlist: NullableJson<IncludedAllowlist>;
    /** Null: relationships are told. */
    relationship_allowlist: NullableJson<RelationshipAllowlist>;
    /** Header names and values, sealed with the environment's key. */
    custom_headers: Nullable<Buffer>;
    created_at: Date;
    updated_at: Date;
  };
  webhook_secret: {
    env_id: string;
    id: string;
    webhook_id: string;
    /** Sealed with the environment's key. */
    secret: Buffer;
    created_at: Date;
    expires_at: Nullable<Date>;
  };
  webhook_delivery: {
    env_id: string;
    id: string;
    webhook_id: string;
    event_id: string;
    state: 'pending' | 'delivered' | 'failed';
    attempts: number;
    first_attempted_at: Nullable<Date>;
    next_attempt_at: Nullable<Date>;
    last_status: Nullable<number>;
    /** A short code (`timeout`, `refused_address`, `http_500`), never a body. */
    last_error: Nullable<string>;
    delivered_at: Nullable<Date>;
    created_at: Date;
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
  data_set: {
    env_id: string;
    id: string;
    name: string;
    /** Null until the first version was loaded whole. */
    active_version_id: Nullable<string>;
    created_at: Date;
    updated_at: Date;
  };
  data_set_version: {
    env_id: string;
    id: string;
    data_set_id: string;
    number: number;
    status: 'loading' | 'active' | 'retired';
    row_count: number;
    created_at: Date;
    activated_at: Nullable<Date>;
  };
  /** One person as the operator's table says (`PersonRecord`), sealed with the environment's key. */
  data_set_row: {
    env_id: string;
    version_id: string;
    number: number;
    sealed: Buffer;
  };
  /** Keyed hashes under which a record is found. */
  data_set_key: {
    env_id: string;
    version_id: string;
    hash: Buffer;
    row_number: number;
  };
  /** A browser that came more than once is one device; the fingerprint is a keyed hash and says nothing by itself. */
  device: {
    env_id: string;
    id: string;
    browser_fingerprint: string;
    created_at: Date;
  };
  importer: {
    env_id: string;
    id: string;
    kind: ImporterKind;
    list_id: Nullable<string>;
    /** Name of the data set it is for. */
    data_set: Nullable<string>;
    status: 'pending' | 'ready' | 'errored';
    /** The file, sealed with the environment's key, until it was read. */
    content: Nullable<Buffer>;
    successful_count: number;
    duplicate_count: number;
    error_count: number;
    errors: Json<ImportError[]>;
    created_at: Date;
    completed_at: Nullable<Date>;
  };
  list: {
    env_id: string;
    id: string;
    kind: ListKind;
    name: string;
    status: 'active' | 'archived';
    /** Of names: similar first names match too. */
    allow_fuzzy: boolean;
    created_at: Date;
    updated_at: Date;
    archived_at: Nullable<Date>;
  };
  list_item: {
    env_id: string;
    id: string;
    list_id: string;
    kind: ListKind;
    status: 'active' | 'archived';
    /** What it says (`ListItemValue`), sealed with the environment's key. */
    value: Buffer;
    match_hash: Buffer;
    /** Of names: of the surname alone. */
    loose_hash: Nullable<Buffer>;
    creator_type: string;
    creator_id: string;
    created_at: Date;
    updated_at: Date;
    archived_at: Nullable<Date>;
  };
  list_match: {env_id: string; list_item_id: string; inquiry_id: string; created_at: Date};
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
  transaction_type: {
    env_id: string;
    id: string;
    name: string;
    definition: Json<TransactionTypeDefinition>;
    created_at: Date;
    updated_at: Date;
  };
  transaction: {
    env_id: string;
    id: string;
    type_id: string;
    reference_id: Nullable<string>;
    /** One of its type's. */
    status: string;
    /** A file's value is `KeptFile` of `protocol/transaction.ts`. */
    fields: Json<FieldValues>;
    tags: Json<string[]>;
    version: number;
    created_at: Date;
    updated_at: Date;
    redacted_at: Nullable<Date>;
  };
  transaction_relation: {
    env_id: string;
    transaction_id: string;
    key: string;
    target_id: string;
    created_at: Date;
  };
  /** The last one counts; there is one of each transaction. */
  transaction_label: {
    env_id: string;
    transaction_id: string;
    id: string;
    label: string;
    score: Nullable<number>;
    model_version: Nullable<string>;
    created_at: Date;
    updated_at: Date;
  };
  audit: {
    env_id: string;
    id: string;
    actor_type: 'api-key' | 'oauth-client' | 'session' | 'operator' | 'system';
    actor_id: string;
    action: string;
    object_type: string;
    object_id: string;
    request_id: string;
    created_at: Date;
  };
  theme_set: {
    env_id: string;
    id: string;
    name: string;
    styles: Json<ThemeStyles>;
    created_at: Date;
    updated_at: Date;
    archived_at: Nullable<Date>;
  };
  /** Of a request to the API: where it went and how it ended, never what it said (`commands/api-log.ts`). */
  api_log: {
    env_id: string;
    /** That of the request. */
    id: string;
    operation: string;
    method: string;
    /** The operation's template; ids are not in it. */
    path: string;
    /** Query parameters by name; values only where they cannot be about a person. */
    parameters: Json<Record<string, string>>;
    status: number;
    error_code: Nullable<string>;
    duration_ms: number;
    /** The API key, or the client of OAuth. */
    caller_id: string;
    ip_address: Nullable<string>;
    user_agent: Nullable<string>;
    api_version: Nullable<string>;
    host: Nullable<string>;
    created_at: Date;
  };
  /** One entry of an environment's chain (`domain/audit-chain.ts`); rows are only added. */
  user_audit_log: {
    env_id: string;
    id: string;
    /** From 1, without gaps. */
    number: number;
    actor_type: Row<'audit'>['actor_type'];
    actor_id: string;
    action: string;
    object_type: string;
    object_id: string;
    method: Nullable<string>;
    path: Nullable<string>;
    ip_address: Nullable<string>;
    user_agent: Nullable<string>;
    request_id: string;
    created_at: Date;
    previous_hash: Buffer;
    hash: Buffer;
  };
  /** Where an environment's chain ends. */
  user_audit_head: {env_id: string; number: number; hash: Buffer};
  operator: {id: string; org_id: string; email: string; name: string; created_at: Date};
  operator_link: {
    code_hash: Buffer;
    operator_id: string;
    created_at: Date;
    expires_at: Date;
    claimed_at: Nullable<Date>;
  };
  operator_session: {token_hash: Buffer; operator_id: string; created_at: Date; expires_at: Date};
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
  /** One for each message and whom it counts against, as keyed hashes; forgotten after a day. */
  message_count: {env_id: string; id: string; key_hash: Buffer; sent_at: Date};
  /** Mails and text messages that wait or went out; recipient and content sealed with the subject's key. */
  outbox_mail: {
    env_id: string;
    id: string;
    subject_id: string;
    kind: string;
    sealed: Buffer;
    created_at: Date;
    sent_at: Nullable<Date>;
    channel: ColumnType<Channel, Channel | undefined, Channel>;
    /** No use after this: a code that is over, a link that opens nothing. */
    expires_at: Nullable<Date>;
    /** Given up; `last_error` is a short code. */
    failed_at: Nullable<Date>;
    last_error: Nullable<string>;
  };
}

export type Row<T extends keyof Tables> = Selectable<Tables[T]>;
export type {Generated};
