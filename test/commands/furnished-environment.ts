/** An environment with one of everything in it, for tests that try to reach it from another. */
import {sql} from 'kysely';
import {createAccount} from '../../src/commands/create-account.ts';
import {addAccountRelation} from '../../src/commands/relate-account.ts';
import {createApiKey} from '../../src/commands/create-api-key.ts';
import {createThemeSet} from '../../src/commands/change-theme-set.ts';
import {createOauthClient} from '../../src/commands/create-oauth-client.ts';
import {createInquiry} from '../../src/commands/create-inquiry.ts';
import {createList, createListItem} from '../../src/commands/create-list.ts';
import {createImporter} from '../../src/commands/run-importer.ts';
import {createOperator} from '../../src/commands/create-operator.ts';
import {createTransactionType} from '../../src/commands/change-transaction-type.ts';
import {createTransaction} from '../../src/commands/create-transaction.ts';
import {createWebhook} from '../../src/commands/create-webhook.ts';
import {ownStatuses} from '../../src/domain/transaction.ts';
import {newId} from '../../src/protocol/ids.ts';
import type {Database} from '../../src/storage/database.ts';
import {insertDocumentNumber} from '../../src/storage/document-number.ts';
import {insertDocument} from '../../src/storage/document.ts';
import {insertFaceTemplate} from '../../src/storage/face-template.ts';
import {insertEvidence} from '../../src/storage/evidence.ts';
import {claimIdempotencyKey} from '../../src/storage/idempotency.ts';
import {insertApiLogs} from '../../src/storage/api-log.ts';
import {putConfirmationCode} from '../../src/storage/confirmation-code.ts';
import {countMessage} from '../../src/storage/message-count.ts';
import {putMail} from '../../src/storage/outbox-mail.ts';
import {insertVerification} from '../../src/storage/verification.ts';
import type {CommandWorld} from './command-world.ts';

/** Of their account. */
export const referenceId = 'theirs';

export interface Theirs {
  inquiryId: string;
  sessionId: string;
  accountId: string;
  /** Related to the first. */
  otherAccountId: string;
  apiKeyId: string;
  oauthClientId: string;
  themeSetId: string;
  apiLogId: string;
  userAuditId: string;
  webhookId: string;
  secretId: string;
  deliveryId: string;
  eventId: string;
  codeId: string;
  evidenceId: string;
  fileId: string;
  verificationId: string;
  documentId: string;
  mailId: string;
  messageHash: Buffer;
  listId: string;
  importerId: string;
  listItemId: string;
  listHash: Buffer;
  numberHash: Buffer;
  /** Of the bytes of a picture. */
  fileHash: Buffer;
  operatorId: string;
  templateId: string;
  templateVersionId: string;
  transactionTypeId: string;
  transactionId: string;
}

/** Every row of an environment in every table that has environments, as text. */
export async function everythingOf(database: Database, envId: string): Promise<Record<string, string>> {
  const {rows: tables} = await sql<{name: string}>`
    select table_name as name from information_schema.columns
    where column_name = 'env_id' and table_schema = current_schema() order by table_name
  `.execute(database.db);
  const everything: Record<string, string> = {};
  for (const {name} of tables) {
    const {rows} = await sql<{
      row: string;
    }>`select t::text as row from ${sql.table(name)} t where env_id = ${envId} order by t::text`.execute(database.db);
    everything[name] = rows.map(({row}) => row).join('\n');
  }
  return everything;
}

/** One of everything in an environment. */
export async function furnish(
  {ctx, database, now, otherTemplateId, run}: CommandWorld,
  envId: string,
): Promise<Theirs> {
  const scope = {envId};
  const webhook = await run(
    (w) => createWebhook(w, {url: 'https://theirs.example.com', enabledEvents: ['*'], status: 'enabled'}),
    scope,
  );
  const account = await run((w) => createAccount(w, {referenceId}), scope);
  const other = await run((w) => createAccount(w, {}), scope);
  const relation = {accountId: account.account.id, key: 'related_accounts', targetId: other.account.id};
  await run((w) => addAccountRelation(w, relation), scope);
  const {inquiry, session} = await run(
    (w) =>
      createInquiry(w, {
        namedBy: 'server',
        templateId: otherTemplateId,
        referenceId,
        autoCreateSession: true,
        autoCreateOneTimeLink: true,
      }),
    scope,
  );
  const list = await run((w) => createList(w, {kind: 'country', name: 'Theirs'}), scope);
  const value = {'country-code': 'DE'};
  const item = await run((w) => createListItem(w, {kind: 'country', listId: list.id, value}), scope);
  const importer = await run(
    (w) => createImporter(w, {kind: 'account', file: Buffer.from('reference_id\nx\n')}),
    scope,
  );
  const transactionTypeId = await run(
    (w) =>
      createTransactionType(w, {
        name: 'Theirs',
        definition: {
          fields: {},
          statuses: [...ownStatuses],
          verifications: [],
          decision: {failedCheck: 'declined'},
        },
      }),
    scope,
  );
  const transaction = await run(
    (w) =>
      createTransaction(w, {
        id: newId('transaction', now().getTime()),
        typeId: transactionTypeId,
        fields: {},
        files: [],
      }),
    scope,
  );
  const apiKey = await run((w) => createApiKey(w, {name: 'Theirs'}), scope);
  const themeSet = await run((w) => createThemeSet(w, {name: 'Theirs', styles: {}}), scope);
  const apiLogId = newId('request', now().getTime());
  await insertApiLogs(database.db, [
    {
      env_id: scope.envId,
      id: apiLogId,
      operation: 'list-all-accounts',
      method: 'GET',
      path: '/api/v1/accounts',
      parameters: {},
      status: 200,
      error_code: null,
      duration_ms: 1,
      caller_id: 'api_x',
      ip_address: null,
      user_agent: null,
      api_version: null,
      host: null,
      created_at: now(),
    },
  ]);
  await run((w) => createApiKey(w, {name: 'Audited'}), {...scope, actor: {type: 'system', id: 'shell'}});
  const userAudit = await database.db.selectFrom('user_audit_log').selectAll().executeTakeFirstOrThrow();
  const {client: oauthClient} = await run((w) => createOauthClient(w, {name: 'Theirs'}), scope);
  const {operator} = await run((w) => createOperator(w, {email: 'them@example.com', name: 'Them'}), scope);
  const at = now();
  const id = (kind: Parameters<typeof newId>[0]) => newId(kind, at.getTime());
  const [evidenceId, verificationId, documentId] = [id('evidence'), id('verification'), id('document')];
  const numberHash = Buffer.from('hash of their number');
  const fileHash = Buffer.from('hash of their picture');
  const messageHash = Buffer.from('hash of their recipient');
  const {fileId, mailId} = await database.transaction(async (tx) => {
    const file = await ctx.files.reserve(tx, {envId, subjectId: inquiry.id, contentType: 'image/jpeg', now: at});
    await tx.updateTable('file').set({sha256: fileHash}).where('env_id', '=', envId).where('id', '=', file).execute();
    const common = {env_id: envId, inquiry_id: inquiry.id, created_at: at};
    await insertFaceTemplate(tx, {...common, account_id: account.account.id, model: 'test', sealed: Buffer.from('x')});
    await insertEvidence(tx, {
      ...common,
      id: evidenceId,
      file_id: file,
      step: 'document',
      side: 'front',
      capture: 'upload',
      state: 'pending',
    });
    const columns = {...common, updated_at: at};
    await insertVerification(tx, {
      ...columns,
      id: verificationId,
      kind: 'government-id',
      attempt: 1,
      status: 'submitted',
      result: '{}',
      checks: '[]',
      version: 1,
    });
    const pages = JSON.stringify([{side: 'front', evidenceId, capture: 'upload', displayFileId: file}]);
    await insertDocument(tx, {
      ...columns,
      id: documentId,
      kind: 'government-id',
      status: 'submitted',
      pages,
      fields: '{}',
    });
    await insertDocumentNumber(tx, {...common, number_hash: numberHash, account_id: account.account.id});
    const content = {to: 'them@example.com', subject: 's', text: 't'};
    await putConfirmationCode(tx, {
      env_id: envId,
      verification_id: verificationId,
      code_hash: Buffer.from('x'),
      sends: 1,
      wrong: 0,
      sent_at: at,
    });
    await countMessage(tx, [
      {env_id: envId, id: newId('message-count', at.getTime()), key_hash: messageHash, sent_at: at},
    ]);
    const mail = await putMail(tx, ctx.keyring, {envId, subjectId: inquiry.id, kind: 'test', content, now: at});
    await claimIdempotencyKey(tx, {
      env_id: envId,
      key: 'their-key',
      request_hash: Buffer.from('x'),
      created_at: at,
      expires_at: new Date(at.getTime() + 1e9),
    });
    return {fileId: file, mailId: mail};
  });
  const first = async (table: 'webhook_secret' | 'webhook_delivery' | 'event' | 'one_time_code') =>
    (await database.db.selectFrom(table).select('id').where('env_id', '=', envId).executeTakeFirstOrThrow()).id;
  return {
    inquiryId: inquiry.id,
    sessionId: session?.session.id ?? '',
    accountId: account.account.id,
    otherAccountId: other.account.id,
    apiKeyId: apiKey.apiKey.id,
    oauthClientId: oauthClient.id,
    themeSetId: themeSet.id,
    apiLogId,
    userAuditId: userAudit.id,
    webhookId: webhook.webhook.id,
    secretId: await first('webhook_secret'),
    deliveryId: await first('webhook_delivery'),
    eventId: await first('event'),
    codeId: await first('one_time_code'),
    evidenceId,
    fileId,
    verificationId,
    documentId,
    mailId,
    messageHash,
    numberHash,
    listId: list.id,
    importerId: importer.id,
    listItemId: item.id,
    listHash: item.match_hash,
    fileHash,
    operatorId: operator.id,
    templateId: otherTemplateId,
    templateVersionId: inquiry.template_version_id,
    transactionTypeId,
    transactionId: transaction.id,
  };
}
