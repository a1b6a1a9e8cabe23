import type {Migration} from './migration.ts';
import {themeSets} from './0018-theme-sets.ts';
import {userAuditLogs} from './0017-user-audit-logs.ts';
import {apiLogs} from './0016-api-logs.ts';
import {oauthClients} from './0015-oauth-clients.ts';
import {transactions} from './0013-transactions.ts';
import {askedVerifications} from './0010-asked-verifications.ts';
import {firstTables} from './0001-first-tables.ts';
import {accountRelations} from './0003-account-relations.ts';
import {importers} from './0006-importers.ts';
import {importedDataSets} from './0014-imported-data-sets.ts';
import {lists} from './0004-lists.ts';
import {dataSets} from './0009-data-sets.ts';
import {documentNumbers} from './0002-document-numbers.ts';
import {faces} from './0005-faces.ts';
import {sessionsById} from './0008-sessions-by-id.ts';
import {identityTraces} from './0007-identity-traces.ts';
import {messages} from './0011-messages.ts';
import {webhookAllowlists} from './0012-webhook-allowlists.ts';

/** In order; a released one is never edited, a change is a new one. */
export const migrations: readonly Migration[] = [
  firstTables,
  documentNumbers,
  accountRelations,
  lists,
  faces,
  importers,
  identityTraces,
  sessionsById,
  dataSets,
  askedVerifications,
  messages,
  webhookAllowlists,
  transactions,
  importedDataSets,
  oauthClients,
  apiLogs,
  userAuditLogs,
  themeSets,
];
