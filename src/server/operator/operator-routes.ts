/** The private API behind the dashboard. Every route names its environment, which must belong to the operator's organization. */
import {Hono, type Context as HonoContext} from 'hono';
import {Readable} from 'node:stream';
import type {Context} from '../../commands/context.ts';
import {approveInquiry} from '../../commands/approve-inquiry.ts';
import {declineInquiry} from '../../commands/decline-inquiry.ts';
import {markInquiryForReview} from '../../commands/mark-inquiry-for-review.ts';
import {replayDelivery} from '../../commands/replay-delivery.ts';
import {write, type Scope} from '../../commands/write.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {newId} from '../../protocol/ids.ts';
import {decisionSchema, type Decision} from '../../protocol/operator.ts';
import {inquiryStatuses, type InquiryStatus} from '../../storage/schema.ts';
import * as reads from '../../storage/operator-reads.ts';
import {routePath} from 'hono/route';
import {clientAddress} from '../api/client-address.ts';
import {presentDetail, presentOutbox, presentSummary} from './operator-views.ts';
import type {OperatorVariables} from './operator-session.ts';

type C = HonoContext<{Variables: OperatorVariables}>;

const pageSize = 25;

export function operatorRoutes(ctx: Context): Hono<{Variables: OperatorVariables}> {
  const routes = new Hono<{Variables: OperatorVariables}>();
  const {db} = ctx.database;

  routes.get('/me', async (c) => {
    const operator = c.get('operator');
    const environments = await reads.listEnvironmentsOf(db, operator.org_id);
    return c.json({name: operator.name, email: operator.email, environments});
  });

  routes.get('/environments/:env/inquiries', async (c) => {
    const envId = await ownEnvironment(ctx, c);
    const status = parseStatus(c.req.query('status'));
    const after = c.req.query('after');
    const rows = await reads.listInquiriesForOperator(db, {
      envId,
      limit: pageSize + 1,
      ...(status && {status}),
      ...(after && {after}),
    });
    const items = rows.slice(0, pageSize).map(presentSummary);
    const counts = await reads.countInquiriesByStatus(db, envId);
    return c.json({items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null, counts});
  });

  routes.get('/environments/:env/inquiries/:id', async (c) => {
    const envId = await ownEnvironment(ctx, c);
    const inquiryId = c.req.param('id');
    const detail = await presentDetail(ctx, envId, inquiryId);
    await write(ctx, scopeOf(ctx, c, envId), (w) => w.audit('inquiry.view', 'inquiry', inquiryId));
    return c.json(detail);
  });

  routes.post('/environments/:env/inquiries/:id/decision', async (c) => {
    const envId = await ownEnvironment(ctx, c);
    const parsed = decisionSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success) throw new CountersignError('invalid_attribute', {details: 'Expected {decision, comment?}.'});
    await decide(ctx, scopeOf(ctx, c, envId), {id: c.req.param('id'), ...parsed.data});
    return c.json(await presentDetail(ctx, envId, c.req.param('id')));
  });

  routes.get('/environments/:env/files/:id', async (c) => {
    const envId = await ownEnvironment(ctx, c);
    const {file, stream} = await ctx.files.read(db, {envId, id: c.req.param('id')});
    if (!file.contentType.startsWith('image/')) c.header('content-disposition', 'attachment');
    c.header('content-type', file.contentType);
    c.header('content-security-policy', "sandbox; default-src 'none'");
    return c.body(Readable.toWeb(stream) as ReadableStream);
  });

  routes.get('/environments/:env/outbox', async (c) => {
    const envId = await ownEnvironment(ctx, c);
    return c.json(await presentOutbox(ctx, envId));
  });

  routes.post('/environments/:env/deliveries/:id/replay', async (c) => {
    const envId = await ownEnvironment(ctx, c);
    await write(ctx, scopeOf(ctx, c, envId), (w) => replayDelivery(w, {deliveryId: c.req.param('id')}));
    return c.json(await presentOutbox(ctx, envId));
  });

  return routes;
}

async function ownEnvironment(ctx: Context, c: C): Promise<string> {
  const asked = c.req.param('env');
  const environments = await reads.listEnvironmentsOf(ctx.database.db, c.get('operator').org_id);
  const environment = environments.find(({id}) => id === asked);
  if (!environment) throw new CountersignError('not_found');
  return environment.id;
}

function scopeOf(ctx: Context, c: C, envId: string): Scope {
  return {
    envId,
    actor: {type: 'operator', id: c.get('operator').id},
    requestId: newId('request', ctx.now().getTime()),
    origin: {
      method: c.req.method,
      path: routePath(c),
      ipAddress: clientAddress(c, ctx.settings.COUNTERSIGN_TRUST_PROXY),
      userAgent: c.req.header('user-agent'),
    },
  };
}

function parseStatus(text: string | undefined): InquiryStatus | undefined {
  if (!text) return undefined;
  const status = inquiryStatuses.find((known) => known === text);
  if (!status)
    throw new CountersignError('invalid_parameter', {
      pointer: 'status',
      details: `Expected one of ${inquiryStatuses.join(', ')}.`,
    });
  return status;
}

async function decide(
  ctx: Context,
  scope: Scope,
  input: {id: string; decision: Decision; comment?: string | undefined},
): Promise<void> {
  const details = {inquiryId: input.id, ...(input.comment && {comment: input.comment})};
  switch (input.decision) {
    case 'approve':
      await write(ctx, scope, (w) => approveInquiry(w, details));
      return;
    case 'decline':
      await write(ctx, scope, (w) => declineInquiry(w, details));
      return;
    case 'mark-for-review':
      await write(ctx, scope, (w) => markInquiryForReview(w, details));
  }
}
