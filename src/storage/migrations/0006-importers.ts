/** Imports of CSV files: the sealed file while it waits, then what became of it. */
import type {Migration} from './migration.ts';

const id = 'text collate "C"';

export const importers: Migration = {
  number: 6,
  name: 'importers',
  sql: `
create table importer (
  env_id ${id} not null,
  id ${id} not null,
  kind text not null,
  list_id ${id},
  status text not null,
  content bytea,
  successful_count integer not null,
  duplicate_count integer not null,
  error_count integer not null,
  errors jsonb not null,
  created_at timestamptz not null,
  completed_at timestamptz,
  primary key (env_id, id)
);
`,
};
