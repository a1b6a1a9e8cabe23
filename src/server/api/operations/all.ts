/** Every operation of the public API. */
import type {AnyOperation} from '../operation.ts';
import {accountUpkeepOperations} from './account-upkeep.ts';
import {accountOperations} from './accounts.ts';
import {apiKeyOperations} from './api-keys.ts';
import {askedContactOperations} from './asked-contacts.ts';
import {askedDatabaseOperations} from './asked-databases.ts';
import {askedVerificationOperations} from './asked-verifications.ts';
import {collectedDocumentOperations} from './collected-documents.ts';
import {deviceOperations} from './devices.ts';
import {documentOperations} from './documents.ts';
import {eventOperations} from './events.ts';
import {inquiryDecisionOperations} from './inquiry-decisions.ts';
import {inquiryOperations} from './inquiries.ts';
import {inquiryUpkeepOperations} from './inquiry-upkeep.ts';
import {inquirySessionOperations} from './inquiry-sessions.ts';
import {inquiryTemplateOperations} from './inquiry-templates.ts';
import {templateEditingOperations} from './template-editing.ts';
import {importerOperations} from './importers.ts';
import {listOperations} from './lists.ts';
import {apiLogOperations} from './api-logs.ts';
import {themeSetOperations} from './theme-sets.ts';
import {translationOperations} from './translations.ts';
import {userAuditLogOperations} from './user-audit-logs.ts';
import {oauthClientOperations} from './oauth-clients.ts';
import {printOperations} from './prints.ts';
import {rateLimitOperations} from './rate-limits.ts';
import {transactionTypeOperations} from './transaction-types.ts';
import {transactionOperations} from './transactions.ts';
import {verificationOperations} from './verifications.ts';
import {webhookOperations} from './webhooks.ts';

export const operations: readonly AnyOperation[] = [
  ...inquiryOperations,
  ...inquiryUpkeepOperations,
  ...inquiryDecisionOperations,
  ...inquirySessionOperations,
  ...inquiryTemplateOperations,
  ...templateEditingOperations,
  ...translationOperations,
  ...accountOperations,
  ...accountUpkeepOperations,
  ...verificationOperations,
  ...askedVerificationOperations,
  ...askedContactOperations,
  ...askedDatabaseOperations,
  ...documentOperations,
  ...printOperations,
  ...collectedDocumentOperations,
  ...deviceOperations,
  ...transactionOperations,
  ...transactionTypeOperations,
  ...listOperations,
  ...importerOperations,
  ...eventOperations,
  ...webhookOperations,
  ...apiKeyOperations,
  ...oauthClientOperations,
  ...themeSetOperations,
  ...apiLogOperations,
  ...userAuditLogOperations,
  ...rateLimitOperations,
];
