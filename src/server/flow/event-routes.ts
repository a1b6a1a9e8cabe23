/**
 * `GET /events`: the position and the engine's words as they change, read by `fetch` so that the token stays in a header.
 *
 * 1. It begins with the position as it is, so whoever reconnects misses nothing.
 * 2. The board of this process wakes it; a slow look at the database finds what other processes did.
 * 3. It ends with the last screen, with the session, or after ten minutes; the frame asks again.
 * 4. A comment every 15 s keeps proxies from closing it.
 */
import {Hono} from 'hono';
import {streamSSE} from 'hono/streaming';
import type {SSEStreamingApi} from 'hono/streaming';
import type {Context} from '../../commands/context.ts';
import {CountersignError} from '../../protocol/errors.ts';
import type {Position} from '../../protocol/position.ts';
import {readPosition} from '../../storage/position.ts';
import {languageOf} from './gate.ts';
import type {FlowContext, FlowEnv} from './gate.ts';
import {authenticateSession} from './session-auth.ts';
import type {Visitor} from './session-auth.ts';

const lookMs = 2000;
const heartbeatMs = 15_000;
const longestMs = 10 * 60_000;
/** Tabs and devices of one inquiry that listen at once. */
const mostStreams = 10;

export function eventRoutes(ctx: Context): Hono<FlowEnv> {
  const routes = new Hono<FlowEnv>();
  const open = new Map<string, number>();

  routes.get('/events', async (c) => {
    const visitor = await authenticateSession(ctx, c);
    const {inquiryId} = visitor;
    const streams = open.get(inquiryId) ?? 0;
    if (streams >= mostStreams) throw new CountersignError('rate_limited', {retryAfterSeconds: 30});
    open.set(inquiryId, streams + 1);
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      try {
        await follow(ctx, c, visitor, stream);
      } finally {
        const left = (open.get(inquiryId) ?? 1) - 1;
        if (left > 0) open.set(inquiryId, left);
        else open.delete(inquiryId);
      }
    });
  });

  return routes;
}

async function follow(ctx: Context, c: FlowContext, visitor: Visitor, stream: SSEStreamingApi): Promise<void> {
  const bell = new Bell();
  const stop = ctx.progress.subscribe(visitor.inquiryId, () => bell.ring());
  stream.onAbort(() => bell.ring());
  const endsAt = Date.now() + longestMs;
  let shown = '';
  let said = '';
  let spokeAt = Date.now();
  try {
    while (!stream.aborted && !stream.closed && Date.now() < endsAt) {
      const position = await currentPosition(ctx, c, visitor);
      if (!position) return;
      const words = ctx.progress.words(visitor.inquiryId);
      if (fingerprint(position) !== shown) {
        shown = fingerprint(position);
        said = JSON.stringify(words);
        spokeAt = Date.now();
        await stream.writeSSE({event: 'position', data: JSON.stringify({position})});
      } else if (words.length > 0 && JSON.stringify(words) !== said) {
        said = JSON.stringify(words);
        spokeAt = Date.now();
        await stream.writeSSE({event: 'progress', data: JSON.stringify({words})});
      } else if (Date.now() - spokeAt >= heartbeatMs) {
        spokeAt = Date.now();
        await stream.write(': still here\n\n');
      }
      if (isLast(position)) return;
      await bell.wait(lookMs);
    }
  } finally {
    stop();
  }
}

/** Undefined once the session may no longer look: the device was refused, its time is up, the data were redacted. */
async function currentPosition(ctx: Context, c: FlowContext, visitor: Visitor): Promise<Position | undefined> {
  try {
    await authenticateSession(ctx, c);
    const moment = {words: ctx.progress.words(visitor.inquiryId), now: ctx.now(), ...languageOf(c)};
    return await readPosition(ctx.database.db, visitor, moment);
  } catch (error) {
    // the frame's next question gets the refusal itself
    if (error instanceof CountersignError) return undefined;
    throw error;
  }
}

/** What makes a position another one; words have their own event, and that time goes by is none. */
function fingerprint(position: Position): string {
  return JSON.stringify({...position, sessionSecondsLeft: 0, screen: {...position.screen, words: []}});
}

function isLast({screen: {kind}}: Position): boolean {
  return kind === 'success' || kind === 'failed' || kind === 'expired';
}

/** Something to wait at; a ring while nobody waits is kept. */
class Bell {
  #rang = false;
  #wake: () => void = () => {};

  ring(): void {
    this.#rang = true;
    this.#wake();
  }

  async wait(longestMs: number): Promise<void> {
    if (!this.#rang) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, longestMs);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#rang = false;
    this.#wake = () => {};
  }
}
