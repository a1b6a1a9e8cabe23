/** Clients of OAuth and the short-lived tokens they were given. */
import type {Migration} from './migration.ts';

const id = 'text collate "C"';

export const oauthClients: Migration = {
  number: 15,
  name: 'oauth-clients',
  sql: `
create table oauth_client (
  env_id ${id} not null references environment,
  id ${id} not null unique,
  name text not null,
  note text,
  secret_hash bytea,
  public_key text,
  permissions jsonb not null,
  api_version text not null,
  inflection text not null,
  ip_allow_list jsonb not null,
  attribute_blocklist jsonb not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (env_id, id)
);

create table oauth_token (
  env_id ${id} not null,
  hash bytea not null unique,
  client_id ${id} not null,
  permissions jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (env_id, hash)
);
create index oauth_token_client on oauth_token (env_id, client_id);

create table oauth_assertion (
  env_id ${id} not null,
  client_id ${id} not null,
  jti_hash bytea not null,
  expires_at timestamptz not null,
  primary key (env_id, client_id, jti_hash)
);
`,
};
