/** One operation of the public API: what it takes, what it answers, what it needs, and what it does. The table drives routes and documentation. */
import type * as z from 'zod';
import type {Answer, Scope, Write} from '../../commands/write.ts';
import type {Context} from '../../commands/context.ts';
import type {Permission} from '../../protocol/api-key.ts';
import type {ApiVersion} from '../../protocol/api-version.ts';
import type {Caller} from './authenticate.ts';
import {readQuery} from './query.ts';
import type {Query} from './query.ts';
import type {RateState} from './rate-limit.ts';
import {validate} from './validate.ts';

export interface OperationText {
  id: string;
  method: 'get' | 'post' | 'patch' | 'delete';
  /** As OpenAPI writes it: `/inquiries/{inquiry-id}`. */
  path: string;
  /** Other addresses that mean the same, with the same parameters. */
  aliases?: readonly string[];
  tag: string;
  summary: string;
  description?: string;
  /** Null: for any key, whatever it may do. */
  permission: Permission | null;
  /** What `include` may name. */
  includes?: readonly string[];
  /** Whether success makes a resource, which counts against the create quota. */
  creates?: boolean;
  /** Where more is taken than of other bodies; such an operation takes multipart forms too. */
  largestBodyBytes?: number;
  answers: Record<number, z.ZodType>;
  /** Of the answer, where it is not JSON but the bytes of a file. */
  contentType?: 'application/pdf';
  /** Members of `meta` for which the reference's answer has no room: they leave the body for these headers. */
  metaHeaders?: Readonly<Record<string, string>>;
}

export interface Operation<Q, B> extends OperationText {
  query: z.ZodType<Q>;
  body?: z.ZodType<B>;
  handle(call: Call<Q, B>): Promise<Answer>;
}

export interface WriteSteps<T> {
  /** What must happen outside a transaction first (bytes, engines); it may happen again, and does not where the answer is known. */
  prepare?(): Promise<void>;
  work(write: Write): Promise<T>;
  /** Whose key seals the kept answer: an inquiry's or account's id, or the environment's. */
  subjectOf(result: T): string;
  respond(result: T, write: Write): Answer | Promise<Answer>;
}

/** A request that passed every gate. */
export interface Incoming {
  ctx: Context;
  caller: Caller;
  requestId: string;
  /** For what `prepare` does. */
  scope: Scope;
  /** As this request left it. */
  rate: RateState;
  now: Date;
  params: Record<string, string>;
  /** The address's query, not yet looked at. */
  search: URLSearchParams;
  /** In kebab-case and native shape; undefined when there was none. */
  body: unknown;
  /** The revision that `If-Match` names. */
  ifMatch: number | undefined;
  /** Version of the answer; older ones include more unasked. */
  version: ApiVersion;
  /** One commit: state, events, jobs, audit and the answer under its idempotency key, sealed for whom `subjectOf` names. */
  write<T>(steps: WriteSteps<T>): Promise<Answer>;
}

export interface Call<Q, B> extends Omit<Incoming, 'search' | 'body'> {
  envId: string;
  query: Q;
  include: readonly string[];
  body: B;
  /** The list's own address with other page parameters, relative to the host. */
  pageAddress(page: Record<string, string>): string;
  /** A path parameter that the operation's path declares. */
  param(name: string): string;
}

/** An operation whose types were checked when it was written. */
export interface AnyOperation extends OperationText {
  querySchema: z.ZodType;
  bodySchema?: z.ZodType;
  run(incoming: Incoming): Promise<{answer: Answer; sparse: Query<unknown>['sparse']}>;
}

export function operation<Q, B = undefined>(text: Operation<Q, B>): AnyOperation {
  const {query: querySchema, body: bodySchema, handle, ...rest} = text;
  return {
    ...rest,
    querySchema,
    ...(bodySchema && {bodySchema}),
    async run(incoming) {
      const query = readQuery(incoming.search, {schema: querySchema, includes: text.includes ?? []});
      const body = bodySchema ? validate(bodySchema, incoming.body ?? {}) : undefined;
      const call: Call<Q, B> = {
        ctx: incoming.ctx,
        caller: incoming.caller,
        requestId: incoming.requestId,
        scope: incoming.scope,
        rate: incoming.rate,
        now: incoming.now,
        params: incoming.params,
        ifMatch: incoming.ifMatch,
        version: incoming.version,
        write: incoming.write,
        envId: incoming.caller.environment.id,
        query: query.values,
        include: includesUnasked(incoming) ? (text.includes ?? []) : query.include,
        // Without a body schema B is undefined.
        body: body as B,
        param: (name) => incoming.params[name] ?? '',
        pageAddress: (page) =>
          pageAddress(
            text.path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(incoming.params[name] ?? '')),
            incoming.search,
            page,
          ),
      };
      return {answer: await handle(call), sparse: query.sparse};
    },
  };
}

/** Before 2025-10-27 everything related came along unless `include` said otherwise. */
function includesUnasked({version, search}: Incoming): boolean {
  return version < '2025-10-27' && !search.has('include');
}

function pageAddress(path: string, search: URLSearchParams, page: Record<string, string>): string {
  const params = new URLSearchParams(
    [...search].filter(([name, value]) => value !== '' && !/^page\[(after|before)\]$/.test(name)),
  );
  for (const [name, value] of Object.entries(page)) params.set(name, value);
  return `/api/v1${path}?${params}`;
}
