/** The flow API on a real embedded database, real sealed files and a real queue; the engine alone may be scripted. */
import type {Hono} from 'hono';
import {openProgressBoard} from '../../../src/commands/progress-board.ts';
import type {Context} from '../../../src/commands/context.ts';
import {createInquiry} from '../../../src/commands/create-inquiry.ts';
import type {CreatedInquiry, CreateInquiry} from '../../../src/commands/create-inquiry.ts';
import {callConnector} from '../../../src/commands/call-connector.ts';
import {runVerification} from '../../../src/commands/run-verification.ts';
import {write} from '../../../src/commands/write.ts';
import {flowBase, sessionSchema} from '../../../src/protocol/flow.ts';
import {positionSchema} from '../../../src/protocol/position.ts';
import type {EvidenceSlot, Session, SubmitStep} from '../../../src/protocol/flow.ts';
import type {Position} from '../../../src/protocol/position.ts';
import {newId} from '../../../src/protocol/ids.ts';
import {settingsSchema} from '../../../src/protocol/settings.ts';
import type {TemplateGraph} from '../../../src/protocol/template.ts';
import {flowRoutes} from '../../../src/server/flow/routes.ts';
import type {EnginePool} from '../../../src/verification/engine.ts';
import {openWorld} from '../../contract/world.ts';
import type {World} from '../../contract/world.ts';
import {documentGraph} from '../../domain/flow-graph.ts';

export interface FlowWorld extends World {
  ctx: Context;
  app: Hono;
  templateId: string;
  /** How many runs of a verification count as made already: the queue's pauses between them take real time. */
  runs: {skipped: number};
  addTemplate(graph: TemplateGraph): Promise<string>;
  /** As a server with an API key does. */
  createInquiry(changes?: Partial<CreateInquiry>): Promise<CreatedInquiry>;
  call(path: string, init?: CallInit): Promise<Response>;
  /** Resolves with the first position that fits; by default within 20 s, which real engines on a busy machine may pass. */
  until(token: string, fits: (position: Position) => boolean, withinMs?: number): Promise<Position>;
  eventNames(): Promise<string[]>;
}

export interface CallInit {
  method?: string;
  token?: string | undefined;
  json?: unknown;
  bytes?: Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

export async function openFlowWorld(engines: EnginePool, databaseUrl?: string): Promise<FlowWorld> {
  const place = databaseUrl === undefined ? {} : {databaseUrl};
  const world = await openWorld({
    ...place,
    queue: {pollMs: 20, settings: {'run-verification': {retryDelaySeconds: 0}}},
  });
  const ctx: Context = {
    settings: {
      ...settingsSchema.parse({COUNTERSIGN_DATA_DIR: world.dataDir}),
      role: 'all',
      demo: false,
      publicUrl: 'https://verify.example.com',
      operatorUrl: 'https://ops.example.com',
      demoUrl: 'https://demo.example.com',
      publicFiles: '',
      models: '',
    },
    database: world.database,
    keyring: world.keyring,
    files: world.files,
    queue: world.queue,
    engines,
    fetch: () => Promise.reject(new Error('this world has no network')),
    network: {lookup: () => ({})},
    progress: openProgressBoard(),
    log: world.log,
    // moves on with every look, so that what comes later also says so
    now: () => {
      world.advance(50);
      return world.now();
    },
  };
  const runs = {skipped: 0};
  await world.queue.work({
    'run-verification': (data, job) => runVerification(ctx, data, {...job, attempt: job.attempt + runs.skipped}),
    'call-connector': (data, job) => callConnector(ctx, data, job),
    'deliver-webhook': () => Promise.resolve(),
    'expire-inquiries': () => Promise.resolve(),
    'apply-retention': () => Promise.resolve(),
    'run-importer': () => Promise.resolve(),
    'read-document': () => Promise.resolve(),
    'send-message': () => Promise.resolve(),
    'sweep-files': () => Promise.resolve(),
    'index-faces': () => Promise.resolve(),
  });
  const app = flowRoutes(ctx);
  const call = (path: string, init: CallInit = {}) => callApp(app, path, init);
  const addTemplate = (graph: TemplateGraph) => insertTemplate(world, graph);
  const templateId = await addTemplate(documentGraph());
  return {
    ...world,
    ctx,
    app,
    templateId,
    runs,
    addTemplate,
    call,
    createInquiry: (changes = {}) =>
      write(ctx, {envId: world.envId, actor: {type: 'api-key', id: 'api_test'}, requestId: 'req_test'}, (w) =>
        createInquiry(w, {namedBy: 'server', templateId, autoCreateSession: true, ...changes}),
      ),
    until: (token, fits, withinMs) => until({ctx, call, withinMs}, token, fits),
    eventNames: async () => {
      const rows = await world.database.db.selectFrom('event').select('name').orderBy('created_at').execute();
      return rows.map(({name}) => name);
    },
  };
}

function callApp(app: Hono, path: string, {method, token, json, bytes, headers}: CallInit): Promise<Response> {
  const body = json === undefined ? bytes : JSON.stringify(json);
  return Promise.resolve(
    app.request(path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(token !== undefined && {authorization: `Bearer ${token}`}),
        ...(json !== undefined && {'content-type': 'application/json'}),
        ...headers,
      },
      body: body ?? null,
    }),
  );
}

async function insertTemplate({database, envId, now}: World, graph: TemplateGraph): Promise<string> {
  const id = newId('inquiry-template', now().getTime());
  const versionId = newId('inquiry-template-version', now().getTime());
  const times = {created_at: now(), updated_at: now()};
  await database.transaction(async (tx) => {
    await tx
      .insertInto('inquiry_template')
      .values({env_id: envId, id, name: 'Document only', status: 'active', published_version_id: versionId, ...times})
      .execute();
    await tx
      .insertInto('inquiry_template_version')
      .values({
        env_id: envId,
        id: versionId,
        template_id: id,
        number: 1,
        status: 'published',
        graph: JSON.stringify(graph),
        created_at: now(),
        published_at: now(),
      })
      .execute();
  });
  return id;
}

/** Waits for the board to ring, and asks; a hint that came before the question is in the answer. */
async function until(
  {ctx, call, withinMs = 120_000}: {ctx: Context; call: FlowWorld['call']; withinMs: number | undefined},
  token: string,
  fits: (position: Position) => boolean,
): Promise<Position> {
  const first = await positionAt(call, token);
  if (fits(first)) return first;
  return new Promise((resolve, reject) => {
    const look = () =>
      void positionAt(call, token).then((position) => {
        if (!fits(position)) return;
        stop();
        clearTimeout(timer);
        resolve(position);
      }, reject);
    const stop = ctx.progress.subscribe(first.inquiryId, look);
    const timer = setTimeout(() => {
      stop();
      reject(new Error('the position did not come'));
    }, withinMs);
    look();
  });
}

export async function positionAt(call: FlowWorld['call'], token: string): Promise<Position> {
  return positionSchema.parse(await json(await call('/position', {token})));
}

export async function start(flow: FlowWorld, changes: Record<string, unknown> = {}): Promise<Session> {
  const response = await flow.call('/inquiries', {json: {templateId: flow.templateId, ...changes}});
  return sessionSchema.parse(await json(response));
}

export async function submit(flow: FlowWorld, token: string, step: string, body: SubmitStep): Promise<Position> {
  return positionSchema.parse(await json(await flow.call(`/steps/${step}`, {token, json: body})));
}

/** A picture by its content; the engine of these tests does not look closer. */
export const picture = Buffer.concat([
  Buffer.from('ffd8ffe000104a464946', 'hex'),
  Buffer.alloc(5000, 7),
  Buffer.from('ffd9', 'hex'),
]);

export async function upload(
  flow: FlowWorld,
  token: string,
  side: 'front' | 'back' = 'front',
  bytes: Uint8Array<ArrayBuffer> = picture,
): Promise<string> {
  const about = {step: 'document', side, capture: 'camera_auto', contentType: 'image/jpeg', size: bytes.byteLength};
  const slot = (await json(await flow.call('/evidence', {token, json: about}))) as EvidenceSlot;
  await json(await flow.call(`/evidence/${slot.id}`, {method: 'PUT', token, bytes}));
  return slot.id;
}

/** The body of a success; anything else fails the test with what it said. */
export async function json(response: Response): Promise<unknown> {
  const body = (await response.json()) as unknown;
  if (!response.ok) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  return body;
}

export {flowBase};
