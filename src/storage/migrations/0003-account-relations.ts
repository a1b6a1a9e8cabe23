/** Relations between accounts and others, and accounts that were merged into another. */
import type {Migration} from './migration.ts';

const id = 'text collate "C"';

export const accountRelations: Migration = {
  number: 3,
  name: 'account-relations',
  sql: `
alter table account add column archived_at timestamptz;
alter table account add column consolidated_into ${id};
create table account_relation (
  env_id ${id} not null,
  account_id ${id} not null,
  key text not null,
  target_id ${id} not null,
  created_at timestamptz not null,
  primary key (env_id, account_id, key, target_id)
);
create index account_relation_target on account_relation (env_id, target_id);
`,
};
