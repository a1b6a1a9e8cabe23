/**
 * The tables, as kysely sees them. Migrations make exactly this; every tenant table leads its primary key with `env_id`,
 * so PostgreSQL partitioning, Citus or YugabyteDB can distribute it. Times are `timestamptz` (Date), counters `integer`,
 * documents `jsonb`, sealed columns `bytea` (Buffer on both databases).
 */
import type {Generated, Selectable} from 'kysely';
import {inquiryStatuses} from '../protocol/inquiry.ts';
import type {PersonTables} from './schema/person-tables.ts';
import type {PlatformTables} from './schema/platform-tables.ts';
import type {RuleTables} from './schema/rule-tables.ts';

export type {DocumentPage, FieldValues, InquiryStatus, Json, VerificationStatus} from './schema/columns.ts';
export {inquiryStatuses};

export interface Tables extends PersonTables, RuleTables, PlatformTables {}

export type Row<T extends keyof Tables> = Selectable<Tables[T]>;
export type {Generated};
