/**
 * The first tables (what they mean: `../schema.ts`). Rules they follow:
 * - tenant tables lead their primary key with `env_id`, so rows of one environment can live on one node;
 * - ids compare bytewise (`collate "C"`), whatever the server's locale, because they sort by age that way;
 * - foreign keys stand where rows are few and written by hand (keys, templates, webhooks). Busy tables have none: each insert
 *   would lock the one environment row, and every writer of an environment would queue there.
 */
import type {Migration} from './migration.ts';

const id = 'text collate "C"';

export const firstTables: Migration = {
  number: 1,
  name: 'first-tables',
  sql: `
create table setting (
  key text primary key,
  value jsonb not null
);

create table organization (
  id ${id} primary key,
  name text not null,
  created_at timestamptz not null
);

create table environment (
  id ${id} primary key,
  org_id ${id} not null references organization,
  kind text not null,
  name text not null,
  settings jsonb not null,
  created_at timestamptz not null
);

create table subject_key (
  env_id ${id} not null,
  subject_id ${id} not null,
  wrapped_key bytea,
  created_at timestamptz not null,
  shredded_at timestamptz,
  primary key (env_id, subject_id)
);

create table api_key (
  env_id ${id} not null references environment,
  id ${id} not null,
  name text not null,
  note text,
  hash bytea not null unique,
  permissions jsonb not null,
  api_version text not null,
  inflection text not null,
  ip_allow_list jsonb not null,
  attribute_blocklist jsonb not null,
  last_used_at timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (env_id, id)
);

create table idempotency (
  env_id ${id} not null,
  key text not null,
  request_hash bytea not null,
  status integer not null,
  response bytea not null,
  subject_id ${id} not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (env_id, key)
);
create index idempotency_expires_at on idempotency (expires_at);

create table account (
  env_id ${id} not null,
  id ${id} not null,
  reference_id text,
  account_type text not null,
  status text not null,
  fields jsonb not null,
  tags jsonb not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  redacted_at timestamptz,
  primary key (env_id, id)
);
create unique index account_reference_id on account (env_id, reference_id) where reference_id is not null;
create index account_created_at on account (env_id, created_at desc, id);

create table inquiry_template (
  env_id ${id} not null references environment,
  id ${id} not null,
  name text not null,
  status text not null,
  published_version_id ${id},
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (env_id, id)
);
create index inquiry_template_created_at on inquiry_template (env_id, created_at desc, id);

create table inquiry_template_version (
  env_id ${id} not null,
  id ${id} not null,
  template_id ${id} not null,
  number integer not null,
  status text not null,
  graph jsonb not null,
  created_at timestamptz not null,
  published_at timestamptz,
  primary key (env_id, id),
  foreign key (env_id, template_id) references inquiry_template,
  unique (env_id, template_id, number)
);

create table inquiry (
  env_id ${id} not null,
  id ${id} not null,
  template_id ${id} not null,
  template_version_id ${id} not null,
  account_id ${id},
  claimed_reference_id text,
  creator text not null,
  status text not null,
  step text not null,
  step_state jsonb not null,
  fields jsonb not null,
  tags jsonb not null,
  note text,
  redirect_uri text,
  theme_set_id text,
  initial_step_name text,
  language text,
  expiry jsonb,
  reviewer_comment text,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  started_at timestamptz,
  completed_at timestamptz,
  failed_at timestamptz,
  expires_at timestamptz,
  expired_at timestamptz,
  marked_for_review_at timestamptz,
  decisioned_at timestamptz,
  redacted_at timestamptz,
  primary key (env_id, id)
);
create index inquiry_created_at on inquiry (env_id, created_at desc, id);
create index inquiry_status on inquiry (env_id, status, created_at);
create index inquiry_account on inquiry (env_id, account_id) where account_id is not null;
create index inquiry_expires_at on inquiry (expires_at) where status in ('created', 'pending');

create table inquiry_session (
  env_id ${id} not null,
  id ${id} not null,
  inquiry_id ${id} not null,
  status text not null,
  token_hash bytea not null unique,
  ip_address text,
  user_agent text,
  device jsonb not null,
  created_at timestamptz not null,
  started_at timestamptz,
  expires_at timestamptz not null,
  expired_at timestamptz,
  primary key (env_id, id)
);
create index inquiry_session_inquiry on inquiry_session (env_id, inquiry_id);

create table one_time_code (
  env_id ${id} not null,
  id ${id} not null,
  inquiry_id ${id} not null,
  purpose text not null,
  code_hash bytea not null unique,
  claim_secret_hash bytea,
  claimed_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (env_id, id)
);
create index one_time_code_inquiry on one_time_code (env_id, inquiry_id);

create table evidence (
  env_id ${id} not null,
  id ${id} not null,
  inquiry_id ${id} not null,
  file_id ${id} not null,
  step text not null,
  side text not null,
  capture text not null,
  state text not null,
  created_at timestamptz not null,
  primary key (env_id, id)
);
create index evidence_inquiry on evidence (env_id, inquiry_id);

create table verification (
  env_id ${id} not null,
  id ${id} not null,
  kind text not null,
  inquiry_id ${id},
  account_id ${id},
  template_version_id ${id},
  step text,
  attempt integer not null,
  status text not null,
  document_id ${id},
  country_code text,
  result jsonb not null,
  checks jsonb not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  submitted_at timestamptz,
  completed_at timestamptz,
  redacted_at timestamptz,
  primary key (env_id, id)
);
create index verification_inquiry on verification (env_id, inquiry_id);
create index verification_account on verification (env_id, account_id) where account_id is not null;

create table document (
  env_id ${id} not null,
  id ${id} not null,
  kind text not null,
  inquiry_id ${id},
  verification_id ${id},
  status text not null,
  pages jsonb not null,
  fields jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  processed_at timestamptz,
  redacted_at timestamptz,
  primary key (env_id, id)
);
create index document_inquiry on document (env_id, inquiry_id);
create index document_verification on document (env_id, verification_id);

create table file (
  env_id ${id} not null,
  id ${id} not null,
  subject_id ${id} not null,
  state text not null,
  content_type text not null,
  filename text,
  size bigint not null,
  sha256 bytea,
  wrapped_key bytea,
  created_at timestamptz not null,
  ready_at timestamptz,
  primary key (env_id, id)
);
create index file_subject on file (env_id, subject_id);
create index file_pending on file (created_at) where state = 'pending';

create table event (
  env_id ${id} not null,
  id ${id} not null,
  name text not null,
  object_type text not null,
  object_id ${id} not null,
  subject_id ${id} not null,
  payload bytea not null,
  created_at timestamptz not null,
  primary key (env_id, id)
);
create index event_created_at on event (env_id, created_at desc, id);
create index event_object on event (env_id, object_id, created_at);

create table webhook (
  env_id ${id} not null references environment,
  id ${id} not null,
  name text,
  description text,
  url text not null,
  status text not null,
  api_version text not null,
  inflection text not null,
  enabled_events jsonb not null,
  payload_filter jsonb,
  attribute_blocklist jsonb not null,
  custom_headers bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (env_id, id)
);

create table webhook_secret (
  env_id ${id} not null,
  id ${id} not null,
  webhook_id ${id} not null,
  secret bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  primary key (env_id, id),
  foreign key (env_id, webhook_id) references webhook
);
create index webhook_secret_webhook on webhook_secret (env_id, webhook_id);

create table webhook_delivery (
  env_id ${id} not null,
  id ${id} not null,
  webhook_id ${id} not null,
  event_id ${id} not null,
  state text not null,
  attempts integer not null,
  first_attempted_at timestamptz,
  next_attempt_at timestamptz,
  last_status integer,
  last_error text,
  delivered_at timestamptz,
  created_at timestamptz not null,
  primary key (env_id, id),
  unique (env_id, webhook_id, event_id)
);
create index webhook_delivery_event on webhook_delivery (env_id, event_id);
create index webhook_delivery_created_at on webhook_delivery (env_id, webhook_id, created_at desc);
create index webhook_delivery_pending on webhook_delivery (next_attempt_at) where state = 'pending';

create table audit (
  env_id ${id} not null,
  id ${id} not null,
  actor_type text not null,
  actor_id text not null,
  action text not null,
  object_type text not null,
  object_id ${id} not null,
  request_id text not null,
  created_at timestamptz not null,
  primary key (env_id, id)
);
create index audit_object on audit (env_id, object_id, created_at);

create table operator (
  id ${id} primary key,
  org_id ${id} not null references organization,
  email text not null,
  name text not null,
  created_at timestamptz not null
);
create unique index operator_email on operator (lower(email));

create table operator_link (
  code_hash bytea primary key,
  operator_id ${id} not null references operator,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  claimed_at timestamptz
);

create table operator_session (
  token_hash bytea primary key,
  operator_id ${id} not null references operator,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table outbox_mail (
  env_id ${id} not null,
  id ${id} not null,
  subject_id ${id} not null,
  kind text not null,
  sealed bytea not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (env_id, id)
);
create index outbox_mail_unsent on outbox_mail (created_at) where sent_at is null;
`,
};
