/** Webhooks where frameworks meet them: the check, the answer, and your function in between. */
import {verifyWebhook, WebhookVerificationError} from './verify-webhook.ts';
import type {VerifyWebhookOptions, WebhookEvent} from './verify-webhook.ts';

export interface WebhookHandlerOptions extends Pick<VerifyWebhookOptions, 'toleranceSeconds'> {
  /** The endpoint's secret, or several while one is being replaced. */
  secret: string | readonly string[];
  /** What you do with it. The same event may come twice; throw (or reject) to have it sent again later. */
  onEvent(event: WebhookEvent): unknown;
}

/** For what speaks `Request` and `Response`: Next.js route handlers, Hono (`c.req.raw`), Deno, Bun, workers. */
export function webhookRoute(options: WebhookHandlerOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const signature = request.headers.get('countersign-signature');
    const refusal = await receive(options, await request.arrayBuffer(), signature);
    return refusal === undefined
      ? new Response(null, {status: 204})
      : new Response(refusal, {status: 400, headers: {'content-type': 'text/plain'}});
  };
}

/** The part of Node's (and so Express's) request that is used. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  headers: Record<string, string | string[] | undefined>;
  /** What a body parser left: bytes by `express.raw()`, else nothing. */
  body?: unknown;
}

export interface NodeResponse {
  writeHead(status: number, headers?: Record<string, string>): unknown;
  end(text?: string): unknown;
}

/** For Express and `node:http`. Put it before `express.json()`, which would leave nothing of the bytes that were signed. */
export function webhookMiddleware(
  options: WebhookHandlerOptions,
): (request: NodeRequest, response: NodeResponse, next?: (error: unknown) => void) => Promise<void> {
  return async (request, response, next) => {
    try {
      const refusal = await receive(options, await rawBody(request), request.headers['countersign-signature']);
      response.writeHead(refusal === undefined ? 204 : 400, {'content-type': 'text/plain'});
      response.end(refusal);
    } catch (error) {
      if (!next) throw error;
      next(error);
    }
  };
}

/** What to answer 400 with; undefined when all is well. A body that a parser took is our side's mistake, so it is thrown. */
async function receive(
  {secret, onEvent, toleranceSeconds}: WebhookHandlerOptions,
  body: Uint8Array | ArrayBuffer,
  signature: string | string[] | null | undefined,
): Promise<string | undefined> {
  let event;
  try {
    event = await verifyWebhook(body, signature, secret, {...(toleranceSeconds !== undefined && {toleranceSeconds})});
  } catch (error) {
    const sentWrongly = error instanceof WebhookVerificationError && !ours.includes(error.code);
    if (!sentWrongly) throw error;
    return error.message;
  }
  await onEvent(event);
  return undefined;
}

const ours: readonly string[] = ['missing_secret', 'parsed_body'];

/** A webhook is far smaller; more is somebody else's. */
const mostBytes = 4 * 1024 * 1024;

async function rawBody(request: NodeRequest): Promise<Uint8Array> {
  const {body} = request;
  if (body instanceof Uint8Array) return body;
  if (body !== undefined) {
    throw new WebhookVerificationError(
      'parsed_body',
      'the body was parsed already: put this handler before the parser',
    );
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > mostBytes) throw new WebhookVerificationError('invalid_body', 'the body is too large for a webhook');
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
