/** Keyed hashes of what inquiries gave (phone, e-mail, person, device ...), and the devices that sessions came from. */
import type {Migration} from './migration.ts';

const id = 'text collate "C"';

export const identityTraces: Migration = {
  number: 7,
  name: 'identity traces',
  sql: `
create table identity_trace (
  env_id ${id} not null,
  kind text not null,
  hash bytea not null,
  inquiry_id ${id} not null,
  account_id ${id},
  created_at timestamptz not null,
  primary key (env_id, kind, hash, inquiry_id)
);
create index identity_trace_inquiry on identity_trace (env_id, inquiry_id);
create index identity_trace_account on identity_trace (env_id, account_id) where account_id is not null;

create table device (
  env_id ${id} not null,
  id ${id} not null,
  browser_fingerprint text not null,
  created_at timestamptz not null,
  primary key (env_id, id)
);
create unique index device_fingerprint on device (env_id, browser_fingerprint);
alter table inquiry_session add column device_id ${id};
create index inquiry_session_device on inquiry_session (env_id, device_id) where device_id is not null;
`,
};
