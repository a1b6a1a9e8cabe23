/** Which sessions were opened with nothing but an inquiry's id: they are shown nothing that is stored. */
import type {Migration} from './migration.ts';

export const sessionsById: Migration = {
  number: 8,
  name: 'sessions-by-id',
  sql: `alter table inquiry_session add column by_id boolean not null default false;`,
};
