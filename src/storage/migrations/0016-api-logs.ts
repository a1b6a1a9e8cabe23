/** Requests to the API, as far as they may be told. */
import type {Migration} from './migration.ts';

const id = 'text collate "C"';

export const apiLogs: Migration = {
  number: 16,
  name: 'api-logs',
  sql: `
create table api_log (
  env_id ${id} not null,
  id ${id} not null,
  operation text not null,
  method text not null,
  path text not null,
  parameters jsonb not null,
  status integer not null,
  error_code text,
  duration_ms double precision not null,
  caller_id ${id} not null,
  ip_address text,
  user_agent text,
  api_version text,
  host text,
  created_at timestamptz not null,
  primary key (env_id, id)
);
create index api_log_created_at on api_log (created_at);
`,
};
