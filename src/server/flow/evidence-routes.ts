/** Pictures: a slot, then its bytes in parts, and how far they have come. */
import {Hono} from 'hono';
import type {Context} from '../../commands/context.ts';
import {openEvidence} from '../../commands/open-evidence.ts';
import {evidenceProgress, putEvidence, slotOf} from '../../commands/put-evidence.ts';
import {writeOnce} from '../../commands/write.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {openEvidenceSchema} from '../../protocol/flow.ts';
import type {EvidenceSlot} from '../../protocol/flow.ts';
import {readFlowRequest} from './flow-request.ts';
import type {FlowLimits} from './flow-request.ts';
import type {FlowContext, FlowEnv} from './gate.ts';
import {perSession} from './position-routes.ts';
import {authenticateSession} from './session-auth.ts';

export function evidenceRoutes(ctx: Context, limit: FlowLimits): Hono<FlowEnv> {
  const routes = new Hono<FlowEnv>();

  routes.post('/evidence', async (c) => {
    const {inquiryId, sessionId, scope} = await authenticateSession(ctx, c);
    limit(`session:${sessionId}`, perSession, ctx.now());
    const {body, idempotency} = await readFlowRequest(c, openEvidenceSchema, sessionId);
    const answer = await writeOnce(
      ctx,
      scope,
      idempotency,
      () => inquiryId,
      (w) => openEvidence(w, {...body, inquiryId}),
      (evidence) => ({status: 201, body: slotOf(evidence, 0)}),
    );
    return c.json(answer.body as EvidenceSlot, 201);
  });

  routes.put('/evidence/:id', async (c) => {
    const {inquiryId, sessionId, scope} = await authenticateSession(ctx, c);
    limit(`session:${sessionId}`, perSession, ctx.now());
    const range = rangeOf(c.req.header('content-range'));
    const slot = await putEvidence(ctx, scope, {
      inquiryId,
      evidenceId: c.req.param('id'),
      offset: range.first,
      ...(range.total !== undefined && {total: range.total}),
      bytes: atMost(c.req.raw.body, range.length),
    });
    return answerSlot(c, slot);
  });

  // HEAD comes here too, and gets the headers
  routes.get('/evidence/:id', async (c) => {
    const {envId, inquiryId} = await authenticateSession(ctx, c);
    return answerSlot(c, await evidenceProgress(ctx, envId, {inquiryId, evidenceId: c.req.param('id')}));
  });

  return routes;
}

function answerSlot(c: FlowContext, slot: EvidenceSlot): Response {
  c.header('Upload-Offset', String(slot.offset));
  c.header('Upload-Complete', slot.state === 'ready' ? '?1' : '?0');
  return c.json(slot);
}

interface ByteRange {
  first: number;
  /** Bytes this part may bring. */
  length: number;
  total?: number;
}

/** RFC 9110 14.4, the form with a known size; without the header the body is the whole. */
function rangeOf(header: string | undefined): ByteRange {
  if (header === undefined) return {first: 0, length: Number.POSITIVE_INFINITY};
  const match = /^bytes (\d{1,9})-(\d{1,9})\/(\d{1,9})$/.exec(header);
  const [first, last, total] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  if (!match || last < first || last >= total) {
    throw new CountersignError('invalid_header', {
      details: 'Expected Content-Range: bytes <first>-<last>/<size>.',
      pointer: 'Content-Range',
    });
  }
  return {first, length: last - first + 1, total};
}

/** A body longer than its range says is refused before it can run into the next part. */
async function* atMost(body: ReadableStream<Uint8Array> | null, length: number): AsyncGenerator<Uint8Array> {
  if (!body) return;
  let received = 0;
  const reader = body.getReader();
  try {
    for (;;) {
      const {done, value} = await reader.read();
      if (done) return;
      received += value.byteLength;
      if (received > length)
        throw new CountersignError('range_mismatch', {details: 'The part is longer than its range.'});
      yield value;
    }
  } finally {
    // whoever stops reading early is not interested in the rest
    await reader.cancel().catch(() => {});
  }
}
