/**
 * Lists and their items. An item's value is sealed with the environment's key and found by keyed hashes; on one list each value stands
 * once while it is active. `list_match` counts an item once for each inquiry it was met in.
 */
import type {Migration} from './migration.ts';

const id = 'text collate "C"';

export const lists: Migration = {
  number: 4,
  name: 'lists',
  sql: `
create table list (
  env_id ${id} not null,
  id ${id} not null,
  kind text not null,
  name text not null,
  status text not null,
  allow_fuzzy boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (env_id, id)
);
create table list_item (
  env_id ${id} not null,
  id ${id} not null,
  list_id ${id} not null,
  kind text not null,
  status text not null,
  value bytea not null,
  match_hash bytea not null,
  loose_hash bytea,
  creator_type text not null,
  creator_id ${id} not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (env_id, id)
);
create unique index list_item_value on list_item (env_id, list_id, match_hash) where status = 'active';
create index list_item_match on list_item (env_id, match_hash) where status = 'active';
create index list_item_loose on list_item (env_id, loose_hash) where status = 'active' and loose_hash is not null;
create index list_item_place on list_item (env_id, id) where status = 'active' and kind = 'geolocation';
create table list_match (
  env_id ${id} not null,
  list_item_id ${id} not null,
  inquiry_id ${id} not null,
  created_at timestamptz not null,
  primary key (env_id, list_item_id, inquiry_id)
);
alter table verification add column investigation_locked_at timestamptz;
`,
};
