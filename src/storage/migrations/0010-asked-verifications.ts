/** Verifications that no flow leads: a backend gives the pictures, alone, for an inquiry or for a transaction. */
import type {Migration} from './migration.ts';

const id = 'text collate "C"';

export const askedVerifications: Migration = {
  number: 10,
  name: 'asked verifications',
  sql: `
alter table evidence alter column inquiry_id drop not null;
alter table verification add column asked jsonb;
alter table verification add column transaction_id ${id};
alter table document add column transaction_id ${id};
create index verification_transaction on verification (env_id, transaction_id) where transaction_id is not null;
create index verification_subject on verification (env_id, (coalesce(inquiry_id, transaction_id, id)));
create index document_subject on document (env_id, (coalesce(inquiry_id, transaction_id, verification_id, id)));
`,
};
