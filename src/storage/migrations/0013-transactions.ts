/** Transactions with their types, what they are related to, and what they were labelled. */
import type {Migration} from './migration.ts';

const id = 'text collate "C"';

export const transactions: Migration = {
  number: 13,
  name: 'transactions',
  sql: `
create table transaction_type (
  env_id ${id} not null,
  id ${id} not null,
  name text not null,
  definition jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (env_id, id)
);

create table transaction (
  env_id ${id} not null,
  id ${id} not null,
  type_id ${id} not null,
  reference_id text,
  status text not null,
  fields jsonb not null,
  tags jsonb not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  redacted_at timestamptz,
  primary key (env_id, id)
);
create index transaction_reference on transaction (env_id, reference_id) where reference_id is not null;
create index transaction_of_type on transaction (env_id, type_id, id);

create table transaction_relation (
  env_id ${id} not null,
  transaction_id ${id} not null,
  key text not null,
  target_id ${id} not null,
  created_at timestamptz not null,
  primary key (env_id, transaction_id, key, target_id)
);
create index transaction_relation_target on transaction_relation (env_id, target_id);

create table transaction_label (
  env_id ${id} not null,
  transaction_id ${id} not null,
  id ${id} not null,
  label text not null,
  score double precision,
  model_version text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (env_id, transaction_id)
);
`,
};
