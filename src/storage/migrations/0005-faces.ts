/** Faces of selfies that passed, sealed; and pictures found by their content, so that one sent twice is noticed. */
import type {Migration} from './migration.ts';

const id = 'text collate "C"';

export const faces: Migration = {
  number: 5,
  name: 'faces',
  sql: `
create table face_template (
  env_id ${id} not null,
  inquiry_id ${id} not null,
  account_id ${id},
  model text not null,
  sealed bytea not null,
  created_at timestamptz not null,
  primary key (env_id, inquiry_id)
);
create index face_template_account on face_template (env_id, account_id) where account_id is not null;
create index file_sha256 on file (env_id, sha256) where sha256 is not null;
`,
};
