/** Codes that were sent to phones and mailboxes, how many messages went where, and text messages in the outbox. */
import type {Migration} from './migration.ts';

const id = 'text collate "C"';

export const messages: Migration = {
  number: 11,
  name: 'messages',
  sql: `
create table confirmation_code (
  env_id ${id} not null,
  verification_id ${id} not null,
  code_hash bytea not null,
  sends integer not null,
  wrong integer not null,
  sent_at timestamptz not null,
  used_at timestamptz,
  primary key (env_id, verification_id)
);
create table message_count (
  env_id ${id} not null,
  id ${id} not null,
  key_hash bytea not null,
  sent_at timestamptz not null,
  primary key (env_id, id)
);
create index message_count_key on message_count (env_id, key_hash, sent_at);
create index message_count_old on message_count (sent_at);
alter table outbox_mail add column channel text not null default 'email';
alter table outbox_mail add column expires_at timestamptz;
alter table outbox_mail add column failed_at timestamptz;
alter table outbox_mail add column last_error text;
create index outbox_mail_subject on outbox_mail (env_id, subject_id);
`,
};
