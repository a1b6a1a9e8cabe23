/** A world with a context for commands: default templates in both environments, and the network as a list of what was sent. */
import type {Context} from '../../src/commands/context.ts';
import {createInquiry} from '../../src/commands/create-inquiry.ts';
import type {CreatedInquiry, CreateInquiry} from '../../src/commands/create-inquiry.ts';
import {openProgressBoard} from '../../src/commands/progress-board.ts';
import {write} from '../../src/commands/write.ts';
import type {Scope, Write} from '../../src/commands/write.ts';
import {documentOnly} from '../../src/domain/default-templates.ts';
import type {EnqueueOptions, Jobs} from '../../src/jobs/queue.ts';
import type {GuardedRequest} from '../../src/outbound/guarded-fetch.ts';
import type {EventPayload} from '../../src/protocol/event.ts';
import {newId} from '../../src/protocol/ids.ts';
import {settingsSchema} from '../../src/protocol/settings.ts';
import type {TemplateGraph} from '../../src/protocol/template.ts';
import {insertTemplate, insertTemplateVersion} from '../../src/storage/template.ts';
import {openWorld} from '../contract/world.ts';
import type {World, WorldOptions} from '../contract/world.ts';

export interface SentRequest extends GuardedRequest {
  url: string;
}

export interface EnqueuedJob {
  name: string;
  data: Record<string, unknown>;
  options?: EnqueueOptions;
}

export interface CommandWorld extends World {
  ctx: Context;
  templateId: string;
  templateVersionId: string;
  otherTemplateId: string;
  /** Everything that was put into the queue, also by transactions that rolled back. */
  enqueued: EnqueuedJob[];
  sent: SentRequest[];
  /** What receivers answer; replace it to make trouble. */
  answer: (request: SentRequest) => Promise<number>;
  /** Runs a command in the first environment. */
  run<T>(command: (w: Write) => Promise<T>, scope?: Partial<Scope>): Promise<T>;
  makeInquiry(input?: Partial<CreateInquiry>): Promise<CreatedInquiry>;
  /** Names of the events of an object, oldest first. */
  eventsOf(objectId: string): Promise<string[]>;
  payloadOf(eventId: string): Promise<EventPayload>;
}

export async function openCommandWorld(
  options: WorldOptions & {graph?: Partial<TemplateGraph>} = {},
): Promise<CommandWorld> {
  const base = await openWorld(options);
  const enqueued: EnqueuedJob[] = [];
  const sent: SentRequest[] = [];
  const {queue} = base;
  const ctx: Context = {
    ...base,
    queue: {
      enqueue: (tx, name, data, enqueueOptions) => {
        enqueued.push({
          name,
          data: {...(data satisfies Jobs[typeof name])},
          ...(enqueueOptions && {options: enqueueOptions}),
        });
        return queue.enqueue(tx, name, data, enqueueOptions);
      },
      work: (handlers, lanes) => queue.work(handlers, lanes),
      wake: (name) => queue.wake(name),
      deadLetters: () => queue.deadLetters(),
      stop: (graceMs) => queue.stop(graceMs),
    },
    settings: {
      ...settingsSchema.parse({}),
      role: 'all',
      demo: false,
      publicUrl: 'https://id.example.com',
      operatorUrl: 'https://operator.example.com',
      demoUrl: 'http://localhost:3002',
      publicFiles: '',
      models: '',
    },
    engines: {
      run: () => Promise.reject(new Error('no engine in this world')),
      ready: () => Promise.resolve(),
      stats: () => ({size: 0, busy: 0, queued: 0, restarts: 0}),
      stop: () => Promise.resolve(),
    },
    fetch: async (url, request) => {
      const one = {url, ...request};
      sent.push(one);
      return {status: await world.answer(one)};
    },
    network: {lookup: () => ({})},
    progress: openProgressBoard(),
  };
  const own = await makeTemplate(ctx, base.envId, {...documentOnly, ...options.graph});
  const other = await makeTemplate(ctx, base.otherEnvId, documentOnly);
  const scope: Scope = {envId: base.envId, actor: {type: 'api-key', id: 'api_test'}, requestId: 'req_test'};
  const world: CommandWorld = {
    ...base,
    ctx,
    templateId: own.id,
    templateVersionId: own.versionId,
    otherTemplateId: other.id,
    enqueued,
    sent,
    answer: () => Promise.resolve(200),
    run: (command, changed) => write(ctx, {...scope, ...changed}, command),
    makeInquiry: (input) => world.run((w) => createInquiry(w, {namedBy: 'server', templateId: own.id, ...input})),
    async eventsOf(objectId) {
      const rows = await base.database.db
        .selectFrom('event')
        .select('name')
        .where('object_id', '=', objectId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(({name}) => name);
    },
    async payloadOf(eventId) {
      const row = await base.database.db
        .selectFrom('event')
        .selectAll()
        .where('id', '=', eventId)
        .executeTakeFirstOrThrow();
      const key = {envId: row.env_id, subjectId: row.subject_id, context: `event:${row.id}`};
      return JSON.parse((await base.keyring.open(base.database.db, key, row.payload)).toString()) as EventPayload;
    },
  };
  return world;
}

async function makeTemplate(
  ctx: Context,
  envId: string,
  graph: TemplateGraph,
): Promise<{id: string; versionId: string}> {
  const now = ctx.now();
  const id = newId('inquiry-template', now.getTime());
  const versionId = newId('inquiry-template-version', now.getTime());
  await ctx.database.transaction(async (tx) => {
    const common = {env_id: envId, created_at: now};
    const name = 'Document only';
    await insertTemplate(tx, {...common, id, name, status: 'active', published_version_id: versionId, updated_at: now});
    const version = {
      template_id: id,
      number: 1,
      status: 'published' as const,
      graph: JSON.stringify(graph),
      published_at: now,
    };
    await insertTemplateVersion(tx, {...common, id: versionId, ...version});
  });
  return {id, versionId};
}
