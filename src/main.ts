/**
 * Puts the system together, here and nowhere else: settings -> database -> keys -> files -> queue -> engines -> one context, then the
 * servers and workers that use it. Ports open first and answer 503, so that a supervisor sees the process live while it prepares.
 */
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import pino, {type Logger} from 'pino';
import {SettingsError} from './cli/read-settings.ts';
import {keepPhotographs} from './cli/specimens.ts';
import {posedFrames} from './cli/specimens/posed.ts';
import type {ComposeOptions, Composer, System, Toolbox} from './cli/system.ts';
import {apiLogOf} from './commands/api-log.ts';
import {applyRetention} from './commands/apply-retention.ts';
import {callConnector} from './commands/call-connector.ts';
import {bootstrap} from './commands/bootstrap.ts';
import type {Context} from './commands/context.ts';
import {createApiKey} from './commands/create-api-key.ts';
import {deliverWebhook, deliveryLanes} from './commands/deliver-webhook.ts';
import {expireInquiries} from './commands/expire-inquiries.ts';
import {indexFaces} from './commands/face-index.ts';
import {openSenders} from './commands/open-senders.ts';
import {prepareFaceModels} from './commands/prepare-face-models.ts';
import {openProgressBoard} from './commands/progress-board.ts';
import {readDocument} from './commands/read-document.ts';
import {runImporter} from './commands/run-importer.ts';
import {runVerification} from './commands/run-verification.ts';
import {deliverMessage} from './commands/send-message.ts';
import {write} from './commands/write.ts';
import {openQueue} from './jobs/open-queue.ts';
import {openMailHosts} from './outbound/mail-hosts.ts';
import {openGuardedFetch} from './outbound/open-guarded-fetch.ts';
import {openConnectors} from './outbound/connectors.ts';
import {openRegistries} from './outbound/registries.ts';
import {newId} from './protocol/ids.ts';
import type {RawSettings, Settings} from './protocol/settings.ts';
import {listen, type Listener} from './server/listen.ts';
import {operatorApp} from './server/operator/operator-app.ts';
import {publicApp} from './server/public-app.ts';
import {openDatabase} from './storage/open-database.ts';
import {openFiles} from './storage/open-files.ts';
import {openKeyring} from './storage/open-keyring.ts';
import {openMasterKey} from './storage/master-key.ts';
import {isoTime} from './storage/resources/time.ts';
import {faceModelFolder, faceModelsVariable} from './verification/face/models/folder.node.ts';
import {openNetworkLookup} from './verification/network/open-network-lookup.node.ts';
import {openEnginePool} from './verification/pool.node.ts';

/** Beside the bundle in a package; in the source tree the built browser files stand in `dist/`. */
const bundled = !import.meta.url.endsWith('.ts');
const here = import.meta.dirname;
const places = {
  publicFiles: path.join(here, bundled ? 'public' : '../dist/countersign-server/public'),
  models: path.join(here, bundled ? 'models' : '../models'),
  engine: path.join(here, bundled ? 'engine.js' : 'engine.ts'),
  shop: path.join(here, bundled ? 'demo' : '../demo', 'shop/server.mjs'),
};

/**
 * Memory for short buffers is fetched so much at a time. A request needs dozens, of rows and what is sealed in them, and Node's 8 kB are
 * asked of the system for each.
 */
Buffer.poolSize = 64 * 1024;

export const composer: Composer = {startSystem, openToolbox};

async function startSystem(options: ComposeOptions): Promise<System> {
  const {raw, role, demo, stage} = options;
  const listeners = await openListeners(options);
  const faceModels = await stage('Face models', (onProgress) => findFaceModels(raw, onProgress));
  const settings = {...settle(raw, {role, demo, ...listeners}), faceModels};
  const ctx = await openContext(settings, stage);
  const {sandbox, sandboxKey, operatorLink} = await stage('Keys and templates', () => bootstrap(ctx));
  const apiKey = sandboxKey ?? (demo ? await freshDemoKey(ctx, sandbox.id) : undefined);
  const ready = ctx.engines.ready();

  listeners.public?.setFetch(publicApp(ctx, ready).fetch);
  listeners.operator?.setFetch(operatorApp(ctx).fetch);
  if (role !== 'web') await ctx.queue.work(handlers(ctx), {'deliver-webhook': deliveryLanes(ctx)});
  await stage('Models of the engines', () => ready);
  const shop = demo ? await openShop(settings, apiKey) : undefined;
  return {
    ctx,
    ...(apiKey && {sandboxKey: apiKey}),
    ...(operatorLink && {operatorLink}),
    stop: async (graceMs) => {
      await shop?.stop();
      await Promise.all([listeners.public?.close(graceMs), listeners.operator?.close(graceMs)]);
      await closeContext(ctx, graceMs);
    },
  };
}

/** Where somebody expired the sandbox's first key, the demo gets one of its own for a day. */
async function freshDemoKey(ctx: Context, envId: string): Promise<string> {
  const now = ctx.now().getTime();
  const scope = {envId, actor: {type: 'system' as const, id: 'demo'}, requestId: newId('request', now)};
  const expiresAt = new Date(now + 24 * 3600 * 1000);
  const {value} = await write(ctx, scope, (w) => createApiKey(w, {name: 'Demo shop', permissions: ['*'], expiresAt}));
  return value;
}

/** Without them everything else works; start-up and `/readyz` say so. */
async function findFaceModels(
  raw: RawSettings,
  onProgress?: (done: number, of: number) => void,
): Promise<NonNullable<Settings['faceModels']>> {
  const models = await prepareFaceModels({
    folder: faceModelFolder(raw.COUNTERSIGN_MODEL_DIR),
    ...(onProgress && {onProgress}),
  });
  return {folder: models.folder, ...(models.state === 'missing' && {missing: models.reason})};
}

async function openToolbox(raw: RawSettings): Promise<Toolbox> {
  const settings = settle(raw, {role: 'worker', demo: false});
  const ctx = await openContext(settings, (_says, work) => work());
  return {ctx, close: () => closeContext(ctx, 0)};
}

interface Listeners {
  public?: Listener;
  operator?: Listener;
  demoPort?: number;
}

async function openListeners({raw, role, demo}: ComposeOptions): Promise<Listeners> {
  if (role === 'worker') return {};
  const {COUNTERSIGN_TLS_CERT: certFile, COUNTERSIGN_TLS_KEY: keyFile, HOST: host} = raw;
  const tls = certFile && keyFile ? {tls: {certFile, keyFile}} : {};
  return {
    public: await listen({host, port: raw.PORT, ...tls}),
    operator: await listen({host, port: raw.OPERATOR_PORT, ...tls}),
    ...(demo && {demoPort: raw.DEMO_PORT || (await freePort(host))}),
  };
}

/** The shop's address must be known before it starts: webhooks to it are permitted by name. */
async function freePort(host: string): Promise<number> {
  const probe = await listen({host, port: 0});
  await probe.close(0);
  return probe.port;
}

/** Addresses follow from the ports we got, unless the operator named them. */
function settle(raw: RawSettings, rest: Pick<Settings, 'role' | 'demo'> & Listeners): Settings {
  const scheme = raw.COUNTERSIGN_TLS_CERT ? 'https' : 'http';
  const local = (port: number | undefined): string => `${scheme}://localhost:${port ?? 0}`;
  const publicUrl = raw.COUNTERSIGN_PUBLIC_URL ?? local(rest.public?.port ?? raw.PORT);
  const operatorUrl = raw.COUNTERSIGN_OPERATOR_URL ?? local(rest.operator?.port ?? raw.OPERATOR_PORT);
  refuseSharedHost(publicUrl, operatorUrl);
  refuseHalfSenders(raw);
  return {
    ...raw,
    role: rest.role,
    demo: rest.demo,
    publicUrl,
    operatorUrl,
    demoUrl: `http://localhost:${rest.demoPort ?? raw.DEMO_PORT}`,
    publicFiles: places.publicFiles,
    models: places.models,
  };
}

/** Cookies ignore ports: on one host the public pages' scripts would share the operators' jar. Plain http is for trying out. */
function refuseSharedHost(publicUrl: string, operatorUrl: string): void {
  const [open, closed] = [new URL(publicUrl), new URL(operatorUrl)];
  if (open.protocol !== 'https:' || open.hostname !== closed.hostname || open.hostname === 'localhost') return;
  throw new SettingsError(
    'COUNTERSIGN_PUBLIC_URL and COUNTERSIGN_OPERATOR_URL must be different hosts: cookies ignore ports.',
  );
}

/** A sender needs both of its settings; one alone is a mistake that would show only when the first code does not come. */
function refuseHalfSenders(raw: RawSettings): void {
  for (const pair of [
    ['COUNTERSIGN_SMTP_URL', 'COUNTERSIGN_MAIL_FROM'],
    ['COUNTERSIGN_SMS_HOOK_URL', 'COUNTERSIGN_SMS_HOOK_SECRET'],
  ] as const) {
    const missing = pair.filter((name) => raw[name] === undefined);
    if (missing.length === 1) throw new SettingsError(`${pair.join(' and ')} go together: ${missing[0]} is missing.`);
  }
}

async function openContext(settings: Settings, stage: ComposeOptions['stage']): Promise<Context> {
  const log = openLog(settings);
  const dataDir = settings.COUNTERSIGN_DATA_DIR;
  const database = await stage('Database', () => openDatabase({dataDir, databaseUrl: settings.DATABASE_URL}));
  const masterKey = await openMasterKey({secret: settings.COUNTERSIGN_SECRET, database});
  const keyring = openKeyring({masterKey, remember: database.kind === 'embedded'});
  return {
    settings,
    log,
    database,
    keyring,
    files: openFiles({dataDir, keyring, database}),
    queue: await stage('Job queue', () =>
      openQueue({database, log, settings: {'run-verification': {concurrency: settings.COUNTERSIGN_ENGINE_PROCESSES}}}),
    ),
    engines: openEnginePool({
      processes: settings.COUNTERSIGN_ENGINE_PROCESSES,
      entry: places.engine,
      models: settings.models,
      environment: engineEnvironment(settings),
    }),
    fetch: openGuardedFetch({
      allowLoopback: settings.COUNTERSIGN_ALLOW_LOOPBACK_WEBHOOKS,
      // exactly the demo shop's address, and only while it runs
      allowed: settings.demo ? [settings.demoUrl] : [],
    }),
    network: openNetworkLookup({
      ...(settings.COUNTERSIGN_ASN_DATABASE !== undefined && {asn: settings.COUNTERSIGN_ASN_DATABASE}),
      ...(settings.COUNTERSIGN_TOR_EXITS !== undefined && {torExits: settings.COUNTERSIGN_TOR_EXITS}),
    }),
    ...(settings.COUNTERSIGN_CONNECTORS !== undefined && {
      connectors: openConnectors(settings.COUNTERSIGN_CONNECTORS),
    }),
    ...(settings.COUNTERSIGN_REGISTRIES !== undefined && {
      registries: openRegistries(settings.COUNTERSIGN_REGISTRIES),
    }),
    senders: openSenders(settings),
    mailHosts: openMailHosts(),
    progress: openProgressBoard(),
    specimens: keepPhotographs(() => new Date().toISOString().slice(0, 10)),
    posedFrames,
    now: () => new Date(),
  };
}

/** What the engines are told beside their models' folder. */
function engineEnvironment({faceModels, ...settings}: Settings): Record<string, string> {
  const calibration = settings.COUNTERSIGN_FACE_CALIBRATION;
  return {
    COUNTERSIGN_FACE_MODEL: settings.COUNTERSIGN_FACE_MODEL,
    ...(faceModels && {[faceModelsVariable]: faceModels.folder}),
    ...(calibration !== undefined && {COUNTERSIGN_FACE_CALIBRATION: path.resolve(calibration)}),
  };
}

/** Level of pino. */
const warning = 40;

/**
 * JSON lines on stderr, so that stdout stays for people and scripts. What is logged never holds a person's data. Lines are written
 * several at a time, for each writing costs more than its line; a warning is written at once, with what waits before it.
 */
function openLog(settings: RawSettings): Logger {
  const lines = pino.destination({dest: 2, sync: true, minLength: 4096, periodicFlush: 100});
  process.once('exit', () => lines.flushSync());
  const options: pino.LoggerOptions = {
    level: settings.LOG_LEVEL,
    base: null,
    timestamp: () => `,"time":"${isoTime(new Date())}"`,
    hooks: {
      logMethod(line, log, level) {
        log.apply(this, line);
        if (level >= warning) lines.flushSync();
      },
    },
  };
  return pino(options, lines);
}

async function closeContext(ctx: Context, graceMs: number): Promise<void> {
  await apiLogOf(ctx).flush();
  await ctx.queue.stop(graceMs);
  await ctx.engines.stop();
  ctx.senders?.email?.close();
  await ctx.database.close();
}

/** Every kind of job and the command that does it. */
function handlers(ctx: Context): Parameters<Context['queue']['work']>[0] {
  return {
    'run-verification': (data, job) => runVerification(ctx, data, job),
    'read-document': (data, job) => readDocument(ctx, data, job),
    'call-connector': (data, job) => callConnector(ctx, data, job),
    'deliver-webhook': (data, job) => deliverWebhook(ctx, data, job),
    'send-message': (data, job) => deliverMessage(ctx, data, job),
    'run-importer': (data, job) => runImporter(ctx, data, job),
    'expire-inquiries': async (_data, {signal}) => void (await expireInquiries(ctx, signal)),
    'apply-retention': async (_data, {signal}) => void (await applyRetention(ctx, signal)),
    'sweep-files': async () => void (await ctx.files.sweep(ctx.now())),
    'index-faces': async (_data, {signal}) => void (await indexFaces(ctx, signal)),
  };
}

/** The demo's own server, as a customer would write it: it knows our address and a key, nothing else. */
async function openShop(settings: Settings, apiKey: string | undefined): Promise<{stop(): Promise<void>}> {
  const {startShop} = (await import(pathToFileURL(places.shop).href)) as {
    startShop(options: {
      port: number;
      countersignUrl: string;
      apiKey: string | undefined;
    }): Promise<{stop(): Promise<void>}>;
  };
  return startShop({port: Number(new URL(settings.demoUrl).port), countersignUrl: settings.publicUrl, apiKey});
}
