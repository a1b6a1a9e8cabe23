/**
 * Who changed what, in a chain: each entry's hash covers the one before, and the head says where the chain ends. A trigger refuses
 * changes by accident; the hashes, which need the master key, tell of those on purpose.
 */
import type {Migration} from './migration.ts';

const id = 'text collate "C"';

export const userAuditLogs: Migration = {
  number: 17,
  name: 'user-audit-logs',
  sql: `
create table user_audit_log (
  env_id ${id} not null,
  id ${id} not null,
  number integer not null,
  actor_type text not null,
  actor_id text not null,
  action text not null,
  object_type text not null,
  object_id ${id} not null,
  method text,
  path text,
  ip_address text,
  user_agent text,
  request_id text not null,
  created_at timestamptz not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (env_id, id)
);
create unique index user_audit_log_number on user_audit_log (env_id, number);

create table user_audit_head (
  env_id ${id} primary key,
  number integer not null,
  hash bytea not null
);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only added to';
end $$;
create trigger user_audit_log_append_only before update or delete on user_audit_log
  for each row execute function refuse_audit_change();
`,
};
