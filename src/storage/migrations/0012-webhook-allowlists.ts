import type {Migration} from './migration.ts';

/** What a webhook sends along with an event, and whether resources tell their relations. A list by status follows the ids' order. */
export const webhookAllowlists: Migration = {
  number: 12,
  name: 'webhook-allowlists',
  sql: `
alter table webhook add column included_allowlist jsonb, add column relationship_allowlist jsonb;
create index inquiry_status_id on inquiry (env_id, status, id);
drop index inquiry_status;
`,
};
