/** Keyed hashes of document numbers, so that one document in two accounts is noticed without keeping its number. */
import type {Migration} from './migration.ts';

const id = 'text collate "C"';

export const documentNumbers: Migration = {
  number: 2,
  name: 'document-numbers',
  sql: `
create table document_number (
  env_id ${id} not null,
  inquiry_id ${id} not null,
  number_hash bytea not null,
  account_id ${id},
  birthdate_hash bytea,
  surname_hash bytea,
  created_at timestamptz not null,
  primary key (env_id, inquiry_id, number_hash)
);
create index document_number_hash on document_number (env_id, number_hash);
`,
};
