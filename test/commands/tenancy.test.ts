/**
 * Environment A asks for everything that B has, by every query and command that takes an id: A sees nothing, and nothing of B changes.
 * A new query or command that is not tried here fails the last test until it is added, or excepted with a reason.
 */
import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {pathToFileURL} from 'node:url';
import {answerLivenessStep} from '../../src/commands/answer-liveness-step.ts';
import {confirmAskedCode, sendAskedCode, submitAskedContact} from '../../src/commands/ask-contact.ts';
import {submitAskedDatabase} from '../../src/commands/ask-database.ts';
import {holdAskedVerification, submitAskedVerification} from '../../src/commands/ask-verification.ts';
import {askedConfig} from '../../src/commands/asked-config.ts';
import {collectDocument, submitCollected, updateCollected} from '../../src/commands/collect-document.ts';
import {givePictures} from '../../src/commands/give-pictures.ts';
import {takeUpDocument} from '../../src/commands/take-up-document.ts';
import {approveInquiry} from '../../src/commands/approve-inquiry.ts';
import {callConnector} from '../../src/commands/call-connector.ts';
import {changeInquiryTags} from '../../src/commands/change-inquiry-tags.ts';
import {holdInquiry} from '../../src/commands/change-inquiry.ts';
import {extendSession} from '../../src/commands/extend-session.ts';
import {recordSignals} from '../../src/commands/record-signals.ts';
import {listDeviceIdsOf} from '../../src/storage/device.ts';
import {createHandoff, refuseHandoff, sendHandoff} from '../../src/commands/create-handoff.ts';
import {createInquirySession} from '../../src/commands/create-inquiry-session.ts';
import {createInquiry} from '../../src/commands/create-inquiry.ts';
import {createOperatorLink} from '../../src/commands/create-operator.ts';
import {declineInquiry} from '../../src/commands/decline-inquiry.ts';
import {deliverWebhook} from '../../src/commands/deliver-webhook.ts';
import {expireApiKey} from '../../src/commands/expire-api-key.ts';
import {consolidateAccounts} from '../../src/commands/consolidate-accounts.ts';
import {holdAccount} from '../../src/commands/change-account.ts';
import {redactAccount} from '../../src/commands/redact-account.ts';
import {addAccountRelation, removeAccountRelation} from '../../src/commands/relate-account.ts';
import {changeAccountTags, updateAccount} from '../../src/commands/update-account.ts';
import {expireInquirySession, expireInquirySessions} from '../../src/commands/expire-inquiry-sessions.ts';
import {expireInquiry} from '../../src/commands/expire-inquiry.ts';
import {findOrCreateAccount} from '../../src/commands/find-or-create-account.ts';
import {generateOneTimeLink} from '../../src/commands/generate-one-time-link.ts';
import {changeLanguage} from '../../src/commands/leave-inquiry.ts';
import {markInquiryForReview} from '../../src/commands/mark-inquiry-for-review.ts';
import {openEvidence} from '../../src/commands/open-evidence.ts';
import {openInquirySession} from '../../src/commands/open-session.ts';
import {evidenceProgress, finishEvidence, putEvidence} from '../../src/commands/put-evidence.ts';
import {documentOnly} from '../../src/domain/default-templates.ts';
import {
  archiveTemplateVersion,
  createTemplateDraft,
  editTemplateDraft,
  publishTemplateVersionById,
  setTemplateStatus,
} from '../../src/commands/change-template.ts';
import {publishTemplate} from '../../src/commands/publish-template.ts';
import {archiveList, archiveListItem, createListItem, requireList} from '../../src/commands/create-list.ts';
import {holdTransaction} from '../../src/commands/change-transaction.ts';
import {changeTransactionType} from '../../src/commands/change-transaction-type.ts';
import {createTransaction, requireTransactionType} from '../../src/commands/create-transaction.ts';
import {
  addTransactionRelation,
  labelTransaction,
  removeTransactionRelation,
} from '../../src/commands/mark-transaction.ts';
import {redactTransaction, redactTransactionBiometrics} from '../../src/commands/redact-transaction.ts';
import {lockForInvestigation, redactVerification} from '../../src/commands/redact-verification.ts';
import {redactInquiry} from '../../src/commands/redact-inquiry.ts';
import {replayDelivery} from '../../src/commands/replay-delivery.ts';
import {resumeInquiry} from '../../src/commands/resume-inquiry.ts';
import {rotateWebhookSecret} from '../../src/commands/rotate-webhook-secret.ts';
import {createImporter, runImporter} from '../../src/commands/run-importer.ts';
import {runVerification} from '../../src/commands/run-verification.ts';
import {showSpecimen} from '../../src/commands/show-specimen.ts';
import {simulateInquiry} from '../../src/commands/simulate-inquiry.ts';
import {startInquiry} from '../../src/commands/start-inquiry.ts';
import {submitStep} from '../../src/commands/submit-step.ts';
import {updateInquiry} from '../../src/commands/update-inquiry.ts';
import {cloneApiKey, updateApiKey} from '../../src/commands/update-api-key.ts';
import {cloneWebhook} from '../../src/commands/clone-webhook.ts';
import {
  archiveWebhook,
  disableWebhook,
  enableWebhook,
  requireWebhook,
  updateWebhook,
} from '../../src/commands/update-webhook.ts';
import {openWebhookSecrets} from '../../src/commands/webhook-secrets.ts';
import type {Write} from '../../src/commands/write.ts';
import * as accountRelations from '../../src/storage/account-relation.ts';
import * as devices from '../../src/storage/device.ts';
import * as transactionsRelated from '../../src/storage/transaction-related.ts';
import * as transactionTypes from '../../src/storage/transaction-type.ts';
import * as transactions from '../../src/storage/transaction.ts';
import * as accountList from '../../src/storage/account-list.ts';
import * as accounts from '../../src/storage/account.ts';
import * as apiKeyList from '../../src/storage/api-key-list.ts';
import * as apiKeys from '../../src/storage/api-key.ts';
import {archiveThemeSet, updateThemeSet} from '../../src/commands/change-theme-set.ts';
import {importTranslations, translateDraft} from '../../src/commands/translate-template.ts';
import * as themeSets from '../../src/storage/theme-set.ts';
import * as apiLogs from '../../src/storage/api-log.ts';
import * as userAudits from '../../src/storage/user-audit-log.ts';
import * as oauthClients from '../../src/storage/oauth-client.ts';
import {revokeOauthClient, updateOauthClient} from '../../src/commands/update-oauth-client.ts';
import type {Tx} from '../../src/storage/database.ts';
import * as documentNumbers from '../../src/storage/document-number.ts';
import * as documents from '../../src/storage/document.ts';
import * as events from '../../src/storage/event.ts';
import * as evidence from '../../src/storage/evidence.ts';
import * as faceTemplates from '../../src/storage/face-template.ts';
import * as fileUse from '../../src/storage/file-use.ts';
import * as idempotency from '../../src/storage/idempotency.ts';
import * as inquiryRelated from '../../src/storage/inquiry-related.ts';
import * as sessions from '../../src/storage/inquiry-session.ts';
import * as inquiries from '../../src/storage/inquiry.ts';
import * as importers from '../../src/storage/importer.ts';
import * as lists from '../../src/storage/list.ts';
import * as redaction from '../../src/storage/redaction.ts';
import * as codes from '../../src/storage/one-time-code.ts';
import * as confirmationCodes from '../../src/storage/confirmation-code.ts';
import * as messageCounts from '../../src/storage/message-count.ts';
import * as operatorReads from '../../src/storage/operator-reads.ts';
import * as mails from '../../src/storage/outbox-mail.ts';
import * as searchAccounts from '../../src/storage/search-accounts.ts';
import * as searchInquiries from '../../src/storage/search-inquiries.ts';
import * as position from '../../src/storage/position.ts';
import * as standing from '../../src/storage/standing.ts';
import * as templates from '../../src/storage/template.ts';
import * as verifications from '../../src/storage/verification.ts';
import * as deliveries from '../../src/storage/webhook-delivery.ts';
import * as webhooks from '../../src/storage/webhook.ts';
import {openCommandWorld} from './command-world.ts';
import type {CommandWorld} from './command-world.ts';
import {everythingOf, furnish, referenceId} from './furnished-environment.ts';
import type {Theirs} from './furnished-environment.ts';

const page = {size: 10};
const newest = {attribute: 'created-at', direction: 'desc'} as const;
const theirReference = {attribute: 'reference_id', operator: 'eq', value: referenceId} as const;
const actor = {type: 'api-key' as const, id: 'api_test'};

let world: CommandWorld;
let a: string;
let b: string;
let theirs: Theirs;
before(async () => {
  world = await openCommandWorld();
  [a, b] = [world.envId, world.otherEnvId];
  theirs = await furnish(world, b);
});
after(() => world.close());

/** Queries of environment A with ids of B. What they answer must be empty. */
const queries: Record<string, (tx: Tx, now: Date) => Promise<unknown>> = {
  findAccount: (tx) => accounts.findAccount(tx, a, theirs.accountId),
  findAccountByReference: (tx) => accounts.findAccountByReference(tx, a, referenceId),
  updateAccount: (tx, now) =>
    accounts.updateAccount(tx, {env_id: a, id: theirs.accountId, version: 1}, {tags: '["x"]', updated_at: now}),
  lockAccount: (tx) => accounts.lockAccount(tx, a, theirs.accountId),
  listAccountInquiries: (tx) => accounts.listAccountInquiries(tx, a, theirs.accountId),
  listConsolidatedAccounts: (tx) => accounts.listConsolidatedAccounts(tx, a, theirs.accountId),
  moveToAccount: (tx) => accounts.moveToAccount(tx, a, {from: theirs.accountId, to: 'act_ours'}),
  listRelatedAccounts: (tx) =>
    accountRelations.listRelatedAccounts(tx, a, {accountId: theirs.accountId, key: 'related_accounts'}, page),
  deleteAccountRelation: (tx) =>
    accountRelations.deleteAccountRelation(tx, a, {
      accountId: theirs.accountId,
      key: 'related_accounts',
      targetId: theirs.otherAccountId,
    }),
  deleteAccountRelations: (tx) => accountRelations.deleteAccountRelations(tx, a, theirs.accountId),
  listAccountsByReference: (tx) => accountList.listAccountsByReference(tx, a, {referenceIds: [referenceId]}, page),
  listApiKeysNamed: (tx) => apiKeyList.listApiKeysNamed(tx, a, {name: 'Theirs'}, page),
  findApiKey: (tx) => apiKeys.findApiKey(tx, a, theirs.apiKeyId),
  updateApiKeyRow: (tx, now) => apiKeys.updateApiKeyRow(tx, a, theirs.apiKeyId, {updated_at: now}),
  updateApiKeyExpiry: (tx, now) => apiKeys.updateApiKeyExpiry(tx, a, theirs.apiKeyId, now, now),
  touchApiKey: (tx, now) => apiKeys.touchApiKey(tx, a, theirs.apiKeyId, now),
  findApiLog: (tx) => apiLogs.findApiLog(tx, a, theirs.apiLogId),
  listApiLogs: (tx) => apiLogs.listApiLogs(tx, a, {}, page),
  findAuditHead: (tx) => userAudits.findAuditHead(tx, a),
  findUserAudit: (tx) => userAudits.findUserAudit(tx, a, theirs.userAuditId),
  listUserAudits: (tx) => userAudits.listUserAudits(tx, a, {}, page),
  listAuditChain: (tx) => userAudits.listAuditChain(tx, a, {after: 0, limit: 10}),
  findThemeSet: (tx) => themeSets.findThemeSet(tx, a, theirs.themeSetId),
  listThemeSets: (tx) => themeSets.listThemeSets(tx, a, {}, page),
  updateThemeSetRow: (tx, now) => themeSets.updateThemeSetRow(tx, a, theirs.themeSetId, {updated_at: now}),
  findNewestVersion: (tx) => templates.findNewestVersion(tx, a, theirs.templateId),
  findOauthClient: (tx) => oauthClients.findOauthClient(tx, a, theirs.oauthClientId),
  listOauthClients: (tx) => oauthClients.listOauthClients(tx, a, page),
  updateOauthClientRow: (tx, now) => oauthClients.updateOauthClientRow(tx, a, theirs.oauthClientId, {updated_at: now}),
  deleteOauthTokens: (tx) => oauthClients.deleteOauthTokens(tx, a, {clientId: theirs.oauthClientId}),
  listDocumentNumbers: (tx) =>
    documentNumbers.listDocumentNumbers(tx, {envId: a, numberHash: theirs.numberHash, exceptInquiryId: 'inq_ours'}),
  listDocumentMeetings: (tx) => documentNumbers.listDocumentMeetings(tx, {envId: a, inquiryId: theirs.inquiryId}),
  findDocument: (tx) => documents.findDocument(tx, {envId: a, id: theirs.documentId}),
  findTransaction: (tx) => transactions.findTransaction(tx, a, theirs.transactionId),
  lockTransaction: (tx) => transactions.lockTransaction(tx, a, theirs.transactionId),
  listTransactions: (tx) => transactions.listTransactions(tx, a, {typeId: theirs.transactionTypeId}, {size: 10}),
  findTransactionType: (tx) => transactionTypes.findTransactionType(tx, a, theirs.transactionTypeId),
  listTransactionTypes: (tx) => transactionTypes.listTransactionTypes(tx, a, {size: 10}),
  updateTransactionType: (tx) =>
    transactionTypes.updateTransactionType(
      tx,
      {env_id: a, id: theirs.transactionTypeId},
      {
        name: 'Ours',
        definition: {fields: {}, statuses: [], verifications: [], decision: {failedCheck: 'declined'}},
        now: world.now(),
      },
    ),
  deleteTransactionRelation: (tx) =>
    transactionsRelated.deleteTransactionRelation(tx, a, {...theirs, key: 'txn_account', targetId: theirs.accountId}),
  findDevice: (tx) => devices.findDevice(tx, a, 'dev_theirs'),
  listDevicesOfSession: (tx) => devices.listDevicesOfSession(tx, a, theirs.sessionId),
  lockDocument: (tx) => documents.lockDocument(tx, {envId: a, id: theirs.documentId}),
  listDocuments: (tx) => documents.listDocuments(tx, {envId: a, inquiryId: theirs.inquiryId}),
  updateDocument: (tx) =>
    assert.rejects(documents.updateDocument(tx, {envId: a, id: theirs.documentId}, {status: 'errored'}), /no result/),
  findEvent: (tx) => events.findEvent(tx, a, theirs.eventId),
  listEvents: (tx) => events.listEvents(tx, a, {objectIds: [theirs.inquiryId]}, page),
  listObjectEvents: (tx) => events.listObjectEvents(tx, a, [theirs.inquiryId, theirs.verificationId]),
  updateEventPayload: (tx) => events.updateEventPayload(tx, a, theirs.eventId, Buffer.from('x')),
  isInvestigated: (tx) => redaction.isInvestigated(tx, a, theirs.inquiryId),
  findImporter: (tx) => importers.findImporter(tx, a, theirs.importerId),
  countImported: (tx) => importers.countImported(tx, a, theirs.importerId, 99),
  listImporters: (tx) => importers.listImporters(tx, a, page),
  settleImporter: (tx, now) =>
    importers.settleImporter(tx, a, theirs.importerId, {
      status: 'ready',
      successful_count: 0,
      duplicate_count: 0,
      completed_at: now,
    }),
  findList: (tx) => lists.findList(tx, a, theirs.listId),
  listLists: (tx) => lists.listLists(tx, a, {}, page),
  archiveListRow: (tx, now) => lists.archiveListRow(tx, a, theirs.listId, now),
  findListItem: (tx) => lists.findListItem(tx, a, {id: theirs.listItemId, kind: 'country'}),
  archiveListItemRow: (tx, now) => lists.archiveListItemRow(tx, a, theirs.listItemId, now),
  findListCandidates: (tx) =>
    lists.findListCandidates(tx, a, {hashes: [theirs.listHash], looseHashes: [theirs.listHash], places: true}),
  hasActiveLists: (tx) => lists.hasActiveLists(tx, a),
  findEvidence: (tx) => evidence.findEvidence(tx, {envId: a, id: theirs.evidenceId}),
  listEvidenceByIds: (tx) => evidence.listEvidenceByIds(tx, {envId: a, ids: [theirs.evidenceId]}),
  listEvidence: (tx) => evidence.listEvidence(tx, {envId: a, inquiryId: theirs.inquiryId}),
  listEvidenceFiles: (tx) => evidence.listEvidenceFiles(tx, {envId: a, inquiryId: theirs.inquiryId}),
  countEvidence: (tx) => evidence.countEvidence(tx, {envId: a, inquiryId: theirs.inquiryId}),
  markEvidenceReady: (tx) => evidence.markEvidenceReady(tx, {envId: a, id: theirs.evidenceId}),
  setFileFacts: (tx) => evidence.setFileFacts(tx, {envId: a, id: theirs.fileId}, {size: 1}),
  findFilePromise: (tx) => evidence.findFilePromise(tx, {envId: a, id: theirs.fileId}).catch(() => undefined),
  findFileUse: async (tx) => (await fileUse.findFileUse(tx, a, theirs.fileId)) !== 'unknown',
  findAccountFace: (tx) =>
    faceTemplates.findAccountFace(tx, {envId: a, accountId: theirs.accountId, exceptInquiryId: 'inq_ours'}),
  listFaceOwners: (tx) => faceTemplates.listFaceOwners(tx, {envId: a, model: 'test', exceptInquiryId: 'inq_ours'}),
  listFaceTemplates: (tx) => faceTemplates.listFaceTemplates(tx, {envId: a, inquiryIds: [theirs.inquiryId]}),
  isKnownFrame: (tx) => faceTemplates.isKnownFrame(tx, a, [theirs.fileHash]),
  findIdempotency: (tx) => idempotency.findIdempotency(tx, a, 'their-key'),
  storeIdempotentAnswer: (tx) =>
    idempotency.storeIdempotentAnswer(tx, {
      env_id: a,
      key: 'their-key',
      status: 500,
      response: Buffer.from('x'),
      subject_id: a,
    }),
  findSession: (tx) => sessions.findSession(tx, a, theirs.sessionId),
  startSession: (tx, now) =>
    sessions.startSession(tx, a, theirs.sessionId, {ip_address: '1.2.3.4', user_agent: 'x', device: '{}', now}),
  countOpenSessions: (tx, now) => sessions.countOpenSessions(tx, a, theirs.inquiryId, now),
  expireSessions: (tx, now) => sessions.expireSessions(tx, a, theirs.inquiryId, now),
  prolongSession: (tx, now) => sessions.prolongSession(tx, a, theirs.sessionId, now),
  tellSession: (tx) => sessions.tellSession(tx, a, theirs.sessionId, {device_id: 'dev_x', device: '{}'}),
  listDeviceIdsOf: (tx) => listDeviceIdsOf(tx, a, theirs.inquiryId),
  listSessions: (tx) => sessions.listSessions(tx, a, {inquiryId: theirs.inquiryId}, page),
  findInquiry: (tx) => inquiries.findInquiry(tx, a, theirs.inquiryId),
  lockInquiry: (tx) => inquiries.lockInquiry(tx, a, theirs.inquiryId),
  updateInquiryRow: (tx, now) =>
    refused(inquiries.updateInquiryRow(tx, {env_id: a, id: theirs.inquiryId, version: 1}, {updated_at: now})),
  listInquiries: async (tx) =>
    (
      await Promise.all([
        inquiries.listInquiries(tx, a, {ids: [theirs.inquiryId]}, page),
        inquiries.listInquiries(tx, a, {accountId: theirs.accountId}, page),
        inquiries.listInquiries(tx, a, {referenceId}, page),
        inquiries.listInquiries(tx, a, {templateId: theirs.templateId}, page),
      ])
    ).flatMap(({items}) => items),
  searchInquiries: (tx) => searchInquiries.searchInquiries(tx, a, {clause: theirReference, sort: newest}, page),
  searchAccounts: (tx) => searchAccounts.searchAccounts(tx, a, {clause: theirReference, sort: newest}, page),
  claimCode: (tx, now) => codes.claimCode(tx, a, theirs.codeId, {secretHash: Buffer.from('x'), now}),
  expireCodes: (tx, now) => codes.expireCodes(tx, a, theirs.inquiryId, now),
  listInquiriesForOperator: (tx) => operatorReads.listInquiriesForOperator(tx, {envId: a, limit: 10}),
  countInquiriesByStatus: async (tx) => Object.keys(await operatorReads.countInquiriesByStatus(tx, a)),
  findInquiryForOperator: (tx) => operatorReads.findInquiryForOperator(tx, a, theirs.inquiryId),
  listVerificationsForOperator: (tx) => operatorReads.listVerificationsForOperator(tx, a, theirs.inquiryId),
  listDocumentsForOperator: (tx) => operatorReads.listDocumentsForOperator(tx, a, theirs.inquiryId),
  listEventNamesForOperator: (tx) => operatorReads.listEventNamesForOperator(tx, a, theirs.inquiryId),
  listDeliveriesForOperator: (tx) => operatorReads.listDeliveriesForOperator(tx, a, 10),
  listMailsForOperator: (tx) => operatorReads.listMailsForOperator(tx, a, 10),
  markMailSent: (tx, now) => mails.markMailSent(tx, a, theirs.mailId, now),
  findMail: (tx) => mails.findMail(tx, a, theirs.mailId),
  markMailFailed: (tx, now) => mails.markMailFailed(tx, {envId: a, id: theirs.mailId}, {error: 'expired', now}),
  lockConfirmationCode: (tx) =>
    confirmationCodes.lockConfirmationCode(tx, {envId: a, verificationId: theirs.verificationId}),
  lockMessageMoments: (tx) => messageCounts.lockMessageMoments(tx, a, theirs.messageHash, new Date(0)),
  readInquiryRelated: async (tx) => {
    const row = await inquiries.findInquiry(tx, b, theirs.inquiryId);
    assert.ok(row);
    const related = (await inquiryRelated.readInquiryRelated(tx, a, [row])).get(row.id);
    return [
      related?.referenceId,
      ...(related?.sessionIds ?? []),
      ...(related?.verifications ?? []),
      ...(related?.documents ?? []),
    ].filter(Boolean);
  },
  readPosition: (tx, now) =>
    refused(
      position.readPosition(tx, {envId: a, inquiryId: theirs.inquiryId, sessionId: theirs.sessionId}, {words: [], now}),
    ),
  lockStanding: (tx) => refused(standing.lockStanding(tx, a, theirs.inquiryId)),
  readStanding: (tx) => refused(standing.readStanding(tx, a, theirs.inquiryId)),
  findTemplate: (tx) => templates.findTemplate(tx, a, theirs.templateId),
  lockTemplate: (tx) => templates.lockTemplate(tx, a, theirs.templateId),
  findTemplateVersion: (tx) => templates.findTemplateVersion(tx, a, theirs.templateVersionId),
  findRunnableTemplate: async (tx) => [
    ...one(await templates.findRunnableTemplate(tx, a, {templateId: theirs.templateId})),
    ...one(await templates.findRunnableTemplate(tx, a, {templateVersionId: theirs.templateVersionId})),
  ],
  useRunnableTemplate: async (tx) => [
    ...one(await templates.useRunnableTemplate(tx, a, {templateId: theirs.templateId})),
    ...one(await templates.useRunnableTemplate(tx, a, {templateVersionId: theirs.templateVersionId})),
  ],
  listTemplates: async (tx) =>
    (await templates.listTemplates(tx, a, page)).items.filter(({id}) => id === theirs.templateId),
  listTemplateVersions: (tx) => templates.listTemplateVersions(tx, a, {templateId: theirs.templateId}, page),
  lockVerification: (tx) => verifications.lockVerification(tx, {envId: a, id: theirs.verificationId}),
  listTransactionVerifications: (tx) =>
    verifications.listTransactionVerifications(tx, {envId: a, transactionId: theirs.inquiryId}),
  findVerification: (tx) => verifications.findVerification(tx, {envId: a, id: theirs.verificationId}),
  listVerifications: (tx) => verifications.listVerifications(tx, {envId: a, inquiryId: theirs.inquiryId}),
  findDelivery: (tx) => deliveries.findDelivery(tx, a, theirs.deliveryId),
  recordAttempt: (tx, now) =>
    deliveries.recordAttempt(
      tx,
      {env_id: a, id: theirs.deliveryId, attempts: 0},
      {
        state: 'delivered',
        attempts: 1,
        first_attempted_at: now,
        next_attempt_at: null,
        last_status: 200,
        last_error: null,
        delivered_at: now,
      },
    ),
  cancelDeliveries: (tx) => deliveries.cancelDeliveries(tx, a, theirs.webhookId, 'x'),
  lastDeliveredAt: (tx) => deliveries.lastDeliveredAt(tx, a, theirs.webhookId),
  reopenDelivery: (tx) => deliveries.reopenDelivery(tx, a, theirs.deliveryId),
  findWebhook: (tx) => webhooks.findWebhook(tx, a, theirs.webhookId),
  updateWebhookRow: (tx) => webhooks.updateWebhookRow(tx, a, theirs.webhookId, {status: 'archived'}),
  listWebhooks: (tx) => webhooks.listWebhooks(tx, a, {}, page),
  listEnabledWebhooks: (tx) => webhooks.listEnabledWebhooks(tx, a),
  listWebhookSecrets: (tx, now) => webhooks.listWebhookSecrets(tx, a, theirs.webhookId, now),
  expireWebhookSecrets: (tx, now) => webhooks.expireWebhookSecrets(tx, a, theirs.webhookId, now),
  findWebhookSecretInUse: (tx) => webhooks.findWebhookSecretInUse(tx, a, theirs.webhookId),
  setWebhookSecretExpiry: (tx, now) => webhooks.setWebhookSecretExpiry(tx, a, theirs.secretId, now),
};

/** Commands of environment A with ids of B. They refuse as if the ids did not exist. */
const commands: Record<string, (w: Write) => Promise<unknown>> = {
  approveInquiry: (w) => approveInquiry(w, theirs),
  declineInquiry: (w) => declineInquiry(w, theirs),
  markInquiryForReview: (w) => markInquiryForReview(w, theirs),
  expireInquiry: (w) => expireInquiry(w, theirs),
  resumeInquiry: (w) => resumeInquiry(w, theirs),
  publishTemplate: (w) => publishTemplate(w, {templateId: theirs.templateId, graph: documentOnly}),
  createTemplateDraft: (w) => createTemplateDraft(w, {templateId: theirs.templateId, graph: documentOnly}),
  editTemplateDraft: (w) => editTemplateDraft(w, {versionId: theirs.templateVersionId, graph: documentOnly}),
  publishTemplateVersionById: (w) => publishTemplateVersionById(w, theirs.templateVersionId),
  archiveTemplateVersion: (w) => archiveTemplateVersion(w, theirs.templateVersionId),
  setTemplateStatus: (w) => setTemplateStatus(w, {templateId: theirs.templateId, status: 'inactive'}),
  redactInquiry: (w) => redactInquiry(w, theirs),
  holdAccount: (w) => holdAccount(w, theirs.accountId),
  updateAccount: (w) => updateAccount(w, {accountId: theirs.accountId, status: 'ours'}),
  changeAccountTags: (w) => changeAccountTags(w, {accountId: theirs.accountId, change: {type: 'add', name: 'ours'}}),
  redactAccount: (w) => redactAccount(w, theirs),
  consolidateAccounts: async (w) => {
    const {account} = await findOrCreateAccount(w, 'ours');
    await assert.rejects(consolidateAccounts(w, {accountId: account.id, sourceIds: [theirs.accountId]}), {
      code: 'not_found',
    });
    return consolidateAccounts(w, {accountId: theirs.accountId, sourceIds: [account.id]});
  },
  addAccountRelation: async (w) => {
    const {account} = await findOrCreateAccount(w, 'ours');
    const relation = {key: 'related_accounts', accountId: account.id, targetId: theirs.accountId};
    await assert.rejects(addAccountRelation(w, relation), {code: 'not_found'});
    return addAccountRelation(w, {...relation, accountId: theirs.accountId, targetId: account.id});
  },
  removeAccountRelation: (w) =>
    removeAccountRelation(w, {
      key: 'related_accounts',
      accountId: theirs.accountId,
      targetId: theirs.otherAccountId,
    }),
  expireInquirySession: (w) => expireInquirySession(w, theirs),
  expireInquirySessions: (w) => expireInquirySessions(w, {inquiryIds: [theirs.inquiryId]}),
  changeInquiryTags: (w) => changeInquiryTags(w, {...theirs, change: {type: 'add', name: 'ours'}}),
  holdTransaction: (w) => holdTransaction(w, theirs.transactionId),
  requireTransactionType: (w) => requireTransactionType(w, theirs.transactionTypeId),
  createTransaction: (w) =>
    createTransaction(w, {id: 'txn_ours', typeId: theirs.transactionTypeId, fields: {}, files: []}),
  changeTransactionType: (w) =>
    changeTransactionType(w, {
      typeId: theirs.transactionTypeId,
      definition: {fields: {}, statuses: [], verifications: [], decision: {failedCheck: 'declined'}},
    }),
  labelTransaction: (w) => labelTransaction(w, {...theirs, label: 'ours'}),
  addTransactionRelation: (w) => addTransactionRelation(w, {...theirs, key: 'txn_account', targetId: theirs.accountId}),
  removeTransactionRelation: (w) =>
    removeTransactionRelation(w, {...theirs, key: 'txn_account', targetId: theirs.accountId}),
  redactTransaction: (w) => redactTransaction(w, theirs),
  redactTransactionBiometrics: (w) => redactTransactionBiometrics(w, theirs),
  redactVerification: (w) => redactVerification(w, theirs),
  askedConfig: (w) => askedConfig(w.tx, a, {kind: 'government-id', templateId: theirs.templateId}),
  holdAskedVerification: (w) => holdAskedVerification(w, theirs.verificationId, 'government-id'),
  submitAskedVerification: (w) => submitAskedVerification(w, {...theirs, kind: 'government-id'}),
  submitAskedDatabase: (w) => submitAskedDatabase(w, theirs),
  sendAskedCode: (w) => sendAskedCode(w, {...theirs, kind: 'phone-number'}),
  confirmAskedCode: (w) => confirmAskedCode(w, {...theirs, kind: 'phone-number', code: '000000'}),
  submitAskedContact: (w) => submitAskedContact(w, {...theirs, kind: 'phone-number'}),
  givePictures: (w) => givePictures(w, {...theirs, kind: 'government-id', pictures: []}),
  collectDocument: (w) => collectDocument(w, {...theirs, kind: 'government-id', pictures: []}),
  updateCollected: (w) => updateCollected(w, {...theirs, kind: 'government-id', pictures: []}),
  submitCollected: (w) => submitCollected(w, {...theirs, kind: 'government-id'}),
  takeUpDocument: (w) => takeUpDocument(w, {...theirs, config: {}}),
  lockForInvestigation: (w) => lockForInvestigation(w, {...theirs, locked: true}),
  archiveList: (w) => archiveList(w, theirs),
  archiveListItem: (w) => archiveListItem(w, {kind: 'country', itemId: theirs.listItemId}),
  createListItem: (w) => createListItem(w, {kind: 'country', listId: theirs.listId, value: {'country-code': 'DE'}}),
  createImporter: (w) =>
    createImporter(w, {kind: 'list-item/name', listId: theirs.listId, file: Buffer.from('name_first,name_last\n')}),
  requireList: (w) => requireList(w.tx, w.envId, {id: theirs.listId, kind: 'country'}),
  holdInquiry: (w) => holdInquiry(w, theirs.inquiryId),
  updateInquiry: (w) => updateInquiry(w, {inquiryId: theirs.inquiryId, note: 'ours now'}),
  generateOneTimeLink: (w) => generateOneTimeLink(w, theirs),
  createInquirySession: (w) => createInquirySession(w, theirs),
  createInquiry: async (w) => {
    await assert.rejects(createInquiry(w, {namedBy: 'server', templateVersionId: theirs.templateVersionId}), {
      code: 'not_found',
    });
    await assert.rejects(
      createInquiry(w, {namedBy: 'server', templateId: world.templateId, accountId: theirs.accountId}),
      {code: 'not_found'},
    );
    return createInquiry(w, {namedBy: 'server', templateId: theirs.templateId});
  },
  startInquiry: (w) => startInquiry(w, {templateId: theirs.templateId}, {ipAddress: null, userAgent: null, device: {}}),
  openInquirySession: (w) =>
    openInquirySession(w, {inquiryId: theirs.inquiryId, client: {ipAddress: null, userAgent: null, device: {}}}),
  submitStep: (w) => submitStep(w, {inquiryId: theirs.inquiryId, step: 'consent', submit: {action: 'accept'}}),
  createHandoff: (w) => createHandoff(w, theirs),
  sendHandoff: (w) => sendHandoff(w, {inquiryId: theirs.inquiryId, by: 'email', to: 'ann@example.org'}),
  extendSession: (w) => extendSession(w, theirs),
  recordSignals: (w) => recordSignals(w, {...theirs, visit: {languages: []}}),
  refuseHandoff: (w) =>
    refuseHandoff(w, {inquiryId: theirs.inquiryId, bySessionId: 'iqse_x', sessionId: theirs.sessionId}),
  changeLanguage: (w) => changeLanguage(w, {inquiryId: theirs.inquiryId, language: 'de'}),
  openEvidence: (w) =>
    openEvidence(w, {
      inquiryId: theirs.inquiryId,
      step: 'document',
      side: 'front',
      capture: 'upload',
      contentType: 'image/jpeg',
      size: 1,
    }),
  requireWebhook: (w) => requireWebhook(w, theirs.webhookId),
  updateWebhook: (w) => updateWebhook(w, {webhookId: theirs.webhookId, name: 'ours now'}),
  enableWebhook: (w) => enableWebhook(w, theirs),
  disableWebhook: (w) => disableWebhook(w, theirs),
  rotateWebhookSecret: (w) => rotateWebhookSecret(w, theirs),
  replayDelivery: (w) => replayDelivery(w, theirs),
  updateApiKey: (w) => updateApiKey(w, {apiKeyId: theirs.apiKeyId, name: 'ours now'}),
  cloneApiKey: (w) => cloneApiKey(w, {apiKeyId: theirs.apiKeyId, mayGive: () => undefined}),
  updateThemeSet: (w) => updateThemeSet(w, {themeSetId: theirs.themeSetId, name: 'ours now'}),
  archiveThemeSet: (w) => archiveThemeSet(w, theirs),
  importTranslations: (w) => importTranslations(w, {templateId: theirs.templateId, rows: []}),
  translateDraft: (w) => translateDraft(w, {versionId: theirs.templateVersionId, rows: []}),
  updateOauthClient: (w) =>
    updateOauthClient(w, {clientId: theirs.oauthClientId, name: 'ours now', mayGive: () => undefined}),
  revokeOauthClient: (w) => revokeOauthClient(w, {clientId: theirs.oauthClientId}),
  archiveWebhook: (w) => archiveWebhook(w, theirs),
  cloneWebhook: (w) => cloneWebhook(w, theirs),
  expireApiKey: (w) => expireApiKey(w, {apiKeyId: theirs.apiKeyId, expiresInSeconds: 0}),
  createOperatorLink: (w) => createOperatorLink(w, theirs),
};

/** What runs outside a transaction of its caller. It does nothing, or refuses. */
const runs: Record<string, () => Promise<unknown>> = {
  deliverWebhook: () =>
    deliverWebhook(
      world.ctx,
      {envId: a, deliveryId: theirs.deliveryId, webhookId: theirs.webhookId},
      {id: 'x', attempt: 1, signal: new AbortController().signal},
    ),
  runVerification: () =>
    runVerification(
      world.ctx,
      {envId: a, verificationId: theirs.verificationId},
      {id: 'x', attempt: 1, signal: new AbortController().signal},
    ),
  answerLivenessStep: () =>
    answerLivenessStep(
      world.ctx,
      {envId: a, actor, requestId: 'req_test'},
      {
        inquiryId: theirs.inquiryId,
        attempt: 'liv_x',
        step: 0,
        body: {
          nonce: 'x',
          capture: 'camera_auto',
          frames: [{at: 0, jpeg: Buffer.from('ffd8ffe0', 'hex').toString('base64')}],
        },
      },
    ),
  callConnector: () =>
    callConnector(
      world.ctx,
      {envId: a, inquiryId: theirs.inquiryId, step: 'consent', until: '2026-01-01T00:00:00.000Z', calls: 0},
      {id: 'x'},
    ),
  runImporter: () => runImporter(world.ctx, {envId: a, importerId: theirs.importerId}, {id: 'x'}),
  simulateInquiry: () =>
    simulateInquiry(
      world.ctx,
      {envId: a, actor, requestId: 'req_test'},
      {...theirs, actions: [{type: 'approve_inquiry'}]},
    ),
  showSpecimen: () => showSpecimen(world.ctx, {envId: a, actor, requestId: 'req_test'}, {...theirs, name: 'approved'}),
  openWebhookSecrets: () =>
    openWebhookSecrets({reader: world.database.db, keyring: world.keyring, now: world.now()}, a, theirs.webhookId),
  putEvidence: () =>
    putEvidence(world.ctx, {envId: a, actor, requestId: 'req_test'}, {...theirs, offset: 0, bytes: oneByte()}),
  evidenceProgress: () => evidenceProgress(world.ctx, a, theirs),
  finishEvidence: () => finishEvidence(world.ctx, {envId: a, actor, requestId: 'req_test'}, theirs),
};

async function* oneByte(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new Uint8Array(1));
}

test('no query of one environment sees or touches another', async (t) => {
  const before = await everythingOf(world.database, b);
  for (const [name, query] of Object.entries(queries)) {
    await t.test(name, async () => {
      const answer = await world.database.transaction((tx) => query(tx, world.now()));
      assert.ok(isEmpty(answer), `${name} answered ${JSON.stringify(answer)}`);
      assert.deepEqual(await everythingOf(world.database, b), before, `${name} changed something`);
    });
  }
});

test('no command of one environment reaches into another', async (t) => {
  const before = await everythingOf(world.database, b);
  for (const [name, command] of Object.entries(commands)) {
    await t.test(name, async () => {
      await assert.rejects(world.run(command), {code: 'not_found'});
      assert.deepEqual(await everythingOf(world.database, b), before, `${name} changed something`);
    });
  }
  assert.deepEqual(world.sent, []);
});

test('no job or upload of one environment reaches into another', async (t) => {
  const before = await everythingOf(world.database, b);
  for (const [name, run] of Object.entries(runs)) {
    await t.test(name, async () => {
      const answer = await run().catch((error: {code?: string}) =>
        assert.equal(error.code, 'not_found', String(error)),
      );
      assert.ok(isEmpty(answer), `${name} answered ${JSON.stringify(answer)}`);
      assert.deepEqual(await everythingOf(world.database, b), before, `${name} changed something`);
    });
  }
  assert.deepEqual(world.sent, []);
});

test('the same reference id is another account in another environment', async () => {
  const {account} = await world.run((w) => findOrCreateAccount(w, referenceId));
  assert.notEqual(account.id, theirs.accountId);
  assert.equal(account.env_id, a);
});

/** Functions without an id of somebody's: they insert rows that name their environment, or stand above environments. */
const excepted: Record<string, string> = {
  'insert*': 'the row names its environment',
  'emit*': 'speaks of rows the caller read in its environment',
  claimIdempotencyKey: 'see write.test.ts: the same key elsewhere is another key',
  'find*ByHash, findSessionByTokenHash, findOauthClientAnywhere, findKeyOfToken':
    'the secret is what names the environment',
  'sweepIdempotency, sweepMessageCounts, sweepOauth, sweepApiLogs, listDueInquiries, listUnsentMails, listDueForRetention, listTemplateGraphs':
    'the clock, over all environments',
  leaveInquiry: 'an audit row of its own environment; the id is that of the session',
  findOrCreateAccount: 'tried above: the same reference id elsewhere is another account',
  'findTemplateEnvironments, environmentOf*, read*Page': 'a browser knows the id alone',
  keepFace: 'takes the inquiry the caller locked in its environment',
  'compareLists, addListItems, redactVerificationRows, readGovernmentIdRelated, readSelfieSizes, openMail, updateVerification, redactInquiryRows, redactTransactionRows, shredTransactionFiles, readTransactionRelated, updateTransactionRow, putTransactionLabel, advanceTransaction, changeTransaction, definitionOf, tell*, attachFiles, submitAsked, evidenceOfFile, keepGivenFile, storeVerification, storeDocument, storeSelfie, settleAsked*, askVerification, askContact, askDatabase':
    'takes rows the caller read in its environment',
  'putMail, putConfirmationCode, countMessage': 'the row names its environment',
  'findDataSet, listDataSets, ensureDataSet, activateDataSetVersion, deleteDataSet, deleteRecords, findRecordCandidates':
    'tried in run-database.test.ts: records of another environment are not seen',
  'findOrInsertDevice, deleteForgottenDevices':
    'a fingerprint is hashed with its environment; devices are taken away by ids that were read in it',
  'findListMatches, maySendAgain, tryCode, takeTokensBack':
    'asks by the queries tried above, for what the caller read in its environment',
  'findEnvironment, nameOfOrganization, listEnvironments*, *Setting*': 'above environments',
  lockAuditHead: 'makes the head of its own environment',
  '*Operator*, hasSignedIn, inviteOperator': 'operators belong to an organization',
};

test('every query and command that is exported is tried here, or excepted with its reason', async () => {
  const patterns = Object.keys(excepted)
    .flatMap((names) => names.split(', '))
    .map((name) => new RegExp(`^${name.replaceAll('*', '.*')}$`));
  const tried = new Set([...Object.keys(queries), ...Object.keys(commands), ...Object.keys(runs)]);
  const untried: string[] = [];
  for (const room of ['storage', 'commands']) {
    const folder = path.resolve(import.meta.dirname, '../../src', room);
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
      const module = (await import(pathToFileURL(path.join(folder, file)).href)) as Record<string, unknown>;
      for (const [name, value] of Object.entries(module)) {
        if (typeof value !== 'function' || tried.has(name) || patterns.some((pattern) => pattern.test(name))) continue;
        // queries begin with the database, commands with a Write; those that take whole rows or nothing have no id to confuse
        const [, first = '', second = ''] =
          /^(?:async )?function \w+\(\s*(\w+)\s*,\s*(.*?)[,)]/s.exec(value.toString()) ?? [];
        const reachesRows = room === 'storage' ? /^(reader|tx)$/.test(first) : first === 'w';
        if (reachesRows && /Id\b|\benvId|\bkey\b|\binput\b|\bid\b/.test(second))
          untried.push(`${file} ${name}(${first}, ${second})`);
      }
    }
  }
  const withoutIds = [
    'createAccount',
    'createTemplate',
    'createApiKey',
    'createOauthClient',
    'createWebhook',
    'createOperator',
    'claimOneTimeCode',
    'addWebhookSecret',
  ];
  assert.deepEqual(
    untried.filter((line) => !withoutIds.some((name) => line.includes(` ${name}(`))),
    [],
  );
});

async function refused(promise: Promise<unknown>): Promise<void> {
  await assert.rejects(
    promise,
    (error: {code?: string}) => error.code === 'not_found' || error.code === 'stale_version',
  );
}

function one<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

function isEmpty(answer: unknown): boolean {
  if (answer === undefined || answer === null || answer === false || answer === 0) return true;
  if (Array.isArray(answer)) return answer.length === 0;
  if (typeof answer === 'object' && 'items' in answer) return isEmpty(answer.items);
  return false;
}
