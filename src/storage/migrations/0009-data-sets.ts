/** Data sets that the operator loads for database verifications: versions of sealed records, found by keyed hashes. */
import type {Migration} from './migration.ts';

const id = 'text collate "C"';

export const dataSets: Migration = {
  number: 9,
  name: 'data sets',
  sql: `
create table data_set (
  env_id ${id} not null,
  id ${id} not null,
  name text not null,
  active_version_id ${id},
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (env_id, id)
);
create unique index data_set_name on data_set (env_id, name);

create table data_set_version (
  env_id ${id} not null,
  id ${id} not null,
  data_set_id ${id} not null,
  number integer not null,
  status text not null,
  row_count integer not null,
  created_at timestamptz not null,
  activated_at timestamptz,
  primary key (env_id, id)
);
create unique index data_set_version_number on data_set_version (env_id, data_set_id, number);

create table data_set_row (
  env_id ${id} not null,
  version_id ${id} not null,
  number integer not null,
  sealed bytea not null,
  primary key (env_id, version_id, number)
);

create table data_set_key (
  env_id ${id} not null,
  version_id ${id} not null,
  hash bytea not null,
  row_number integer not null,
  primary key (env_id, version_id, hash, row_number)
);
`,
};
