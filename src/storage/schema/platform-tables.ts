/** The platform itself: whose it is, who may call it, what it told and wrote down. */
import type {ColumnType} from 'kysely';
import type {Channel} from '../../protocol/contact.ts';
import type {ThemeStyles} from '../../protocol/theme-set.ts';
import type {IncludedAllowlist, RelationshipAllowlist} from '../../protocol/webhook.ts';
import type {Json, Nullable, NullableJson} from './columns.ts';

export interface PlatformTables {
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
    actor_type: PlatformTables['audit']['actor_type'];
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
