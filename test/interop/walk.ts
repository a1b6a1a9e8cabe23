/**
 * Walks through every operation of the API on the whole running system, as an integration would, with a webhook receiver beside it.
 * Writes every exchange and webhook body as a line of JSON to the file named by `EXCHANGES`, for a conformance check;
 * `API_VERSION` (a date) asks for an older version of the API. `EXAMPLES` names the file of the OpenAPI document's examples.
 */
import {randomBytes} from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {composer} from '../../src/main.ts';
import {nativeVersion, versionAt} from '../../src/protocol/api-version.ts';
import {settingsSchema} from '../../src/protocol/settings.ts';
import {openMail} from '../../src/storage/outbox-mail.ts';
import {
  walkBackend,
  walkContacts,
  walkDevices,
  walkMistypedNumber,
  walkRecords,
  walkTransactions,
} from './backend-paths.ts';
import {walkApiLogs, walkAudit, walkOauth, walkThemeSets, walkTranslations} from './platform-paths.ts';
import {
  walkAccounts,
  walkApiKeys,
  walkDocument,
  walkEvents,
  walkImports,
  walkInquiries,
  walkInvestigation,
  walkLists,
  walkOtherKinds,
  walkSimulation,
  walkTemplates,
  walkWebhooks,
} from './paths.ts';
import type {Walk} from './paths.ts';
import {examplesOf} from './examples.ts';
import {openReceiver} from './receiver.ts';
import {Recorder} from './recorder.ts';

const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'countersign-interop-'));
const key = `countersign_sandbox_${randomBytes(16).toString('hex')}`;
const receiver = await openReceiver();
const system = await composer.startSystem({
  raw: settingsSchema.parse({
    PORT: 0,
    OPERATOR_PORT: 0,
    DEMO_PORT: 0,
    COUNTERSIGN_DATA_DIR: dataDir,
    COUNTERSIGN_SECRET: randomBytes(32).toString('hex'),
    COUNTERSIGN_SANDBOX_API_KEY: key,
    COUNTERSIGN_ALLOW_LOOPBACK_WEBHOOKS: 'true',
    COUNTERSIGN_REQUESTS_PER_MINUTE: 100_000,
    COUNTERSIGN_ENGINE_PROCESSES: 1,
    LOG_LEVEL: 'warn',
  }),
  role: 'all',
  demo: false,
  stage: (says, work) => step(says, work),
});

try {
  const {publicUrl} = system.ctx.settings;
  const version = versionAt(process.env['API_VERSION'] ?? nativeVersion);
  const api = new Recorder({publicUrl, key, version});
  try {
    await walkEverything({api, publicUrl, receiver, codeFor});
  } finally {
    await writeExchanges(api);
  }
} finally {
  await system.stop(5000);
  await receiver.close();
  await fs.rm(dataDir, {recursive: true, force: true});
}

/** Nothing sends in a sandbox without senders; what would be sent waits in its outbox. */
async function codeFor(verificationId: string): Promise<string> {
  const {database, keyring} = system.ctx;
  const row = await database.db
    .selectFrom('outbox_mail')
    .selectAll()
    .where('subject_id', '=', verificationId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const {text} = await openMail(database.db, keyring, row);
  return /\b\d{6}\b/.exec(text)?.[0] ?? '';
}

async function walkEverything(start: Omit<Walk, 'templateId'>): Promise<void> {
  await step('Webhooks', () => walkWebhooks(start));
  // what a fresh environment began with happened before anybody could subscribe to it
  const before = await start.api.list('/events?page[size]=1');
  const templateId = await step('Templates', () => walkTemplates(start));
  const walk: Walk = {...start, templateId};
  await step('Accounts', () => walkAccounts(walk));
  await step('Inquiries', () => walkInquiries(walk));
  const approved = await step('A passport', () =>
    walkDocument(walk, {pictures: ['passport-photo.jpg'], expected: 'approved'}),
  );
  await step('A licence with two sides', () =>
    walkDocument(walk, {
      pictures: ['licence-front-photo.jpg', 'licence-back-photo.jpg'],
      type: 'dl',
      expected: 'approved',
    }),
  );
  await step('A passport that has expired', () =>
    walkDocument(walk, {pictures: ['passport-expired-photo.jpg'], expected: 'declined'}),
  );
  await step('A cat', () => walkDocument(walk, {pictures: ['cat.jpg'], expected: 'failed'}));
  await step('Devices', () => walkDevices(walk, approved));
  await step('A backend alone', () => walkBackend(walk));
  await step('Numbers and addresses', () => walkContacts(walk));
  await step('A number that was mistyped', () => walkMistypedNumber(walk));
  await step('Records', () => walkRecords(walk));
  await step('Transactions', () => walkTransactions(walk));
  await step('Lists', () => walkLists(walk));
  await step('Imports', () => walkImports(walk));
  await step('Simulation', () => walkSimulation(walk));
  await step('A selfie and a proof of address', () => walkOtherKinds(walk));
  await step('Events', () => walkEvents(walk, approved));
  await step('An investigation', () => walkInvestigation(walk, approved));
  await step('API keys', () => walkApiKeys(walk));
  await step('OAuth', () => walkOauth(walk));
  await step('Looks', () => walkThemeSets(walk));
  await step('Words', () => walkTranslations(walk));
  await step('Logs', () => walkApiLogs(walk));
  await step('The audit log', () => walkAudit(walk));
  await step('Every event at the receiver', () => allDelivered(walk.api, before.data[0]?.id));
}

/** Every event the API lists, newest first, has come to the receiver; `since` is the last one of which it could not hear. */
async function allDelivered(api: Recorder, since: string | undefined): Promise<void> {
  for (let path: string | null = '/events?page[size]=100'; path !== null;) {
    const page: Awaited<ReturnType<Recorder['list']>> = await api.list(path);
    for (const {id} of page.data) {
      if (id === since) return;
      await receiver.waitForId(id);
    }
    path = page.links.next?.replace('/api/v1', '') ?? null;
  }
}

async function writeExchanges(api: Recorder): Promise<void> {
  const lines = [...api.exchanges, ...receiver.bodies].map((line) => JSON.stringify(line));
  const target = process.env['EXCHANGES'];
  if (target) await fs.writeFile(target, `${lines.join('\n')}\n`);
  const examples = process.env['EXAMPLES'];
  if (examples) await fs.writeFile(examples, `${JSON.stringify(examplesOf(api.exchanges), null, 1)}\n`);
  const operations = new Set(
    api.exchanges.map(({method, path}) => `${method} ${path.replace(/\?.*/, '').replace(/_[1-9A-Za-z]{22}/, '')}`),
  );
  const events = new Set(receiver.bodies.map(({event}) => event));
  say(
    `${api.exchanges.length} exchanges over ${operations.size} addresses, ${receiver.bodies.length} webhook bodies of ${events.size} events` +
      (target ? ` written to ${target}` : ' (EXCHANGES names no file, nothing written)'),
  );
}

async function step<T>(says: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  say(`${says}: ${Math.round(performance.now() - started)} ms`);
  return result;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
