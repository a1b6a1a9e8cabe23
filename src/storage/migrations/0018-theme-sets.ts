/** Looks of an environment, and which edit of a draft is the last one. */
import type {Migration} from './migration.ts';

const id = 'text collate "C"';

export const themeSets: Migration = {
  number: 18,
  name: 'theme-sets',
  sql: `
create table theme_set (
  env_id ${id} not null,
  id ${id} not null,
  name text not null,
  styles jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (env_id, id)
);

alter table inquiry_template_version add column revision integer not null default 1;
alter table inquiry_template_version add column updated_at timestamptz;
`,
};
