/**
 * The job of a connector step: the operator's service is asked, its answer goes into fields, the inquiry goes on.
 *
 * Requirements
 * 1. At least once: a call that is repeated carries the same `Idempotency-Key`, and whichever answer comes first moves the inquiry.
 * 2. It ends: after the step's time the inquiry goes on by `failed`, whether the service is slow, down, or not configured at all.
 * 3. Only the named fields leave, and no transaction is open while the service takes its time.
 */
import {applyConnectorAnswer} from '../domain/flow.ts';
import {valueAt, writeFields} from '../domain/template.ts';
import type {TypedFields} from '../domain/template.ts';
import type {Jobs} from '../jobs/queue.ts';
import type {ConnectorAnswer} from '../outbound/connectors.ts';
import type {Step} from '../protocol/template.ts';
import {findEnvironment} from '../storage/environment.ts';
import {lockStanding, readStanding} from '../storage/standing.ts';
import type {Standing} from '../storage/standing.ts';
import type {Context} from './context.ts';
import {moveInquiry} from './move-inquiry.ts';
import {unlessGone} from './unless-gone.ts';
import {write} from './write.ts';
import type {Scope, Write} from './write.ts';

type ConnectorStep = Extract<Step, {kind: 'connector'}>;
type Call = Jobs['call-connector'];

const longestCallMs = 10_000;
const firstPauseMs = 1000;

export async function callConnector(ctx: Context, call: Call, job: {id: string}): Promise<void> {
  const standing = await readStanding(ctx.database.db, call.envId, call.inquiryId).catch(unlessGone);
  const step = standing && waitingStep(standing, call.step);
  if (!step) return;
  const left = Date.parse(call.until) - ctx.now().getTime();
  const answer: ConnectorAnswer = left <= 0 ? {type: 'unavailable'} : await ask(ctx, call, {standing, step, left});
  const scope: Scope = {envId: call.envId, actor: {type: 'system', id: 'call-connector'}, requestId: job.id};
  await write(ctx, scope, (w) => settle(w, call, answer));
}

function waitingStep({graph, row}: Standing, name: string): ConnectorStep | undefined {
  const step = row.step === name ? graph.steps[name] : undefined;
  return step?.kind === 'connector' ? step : undefined;
}

async function ask(
  ctx: Context,
  call: Call,
  {standing, step, left}: {standing: Standing; step: ConnectorStep; left: number},
): Promise<ConnectorAnswer> {
  if (!ctx.connectors) return {type: 'not_configured'};
  const environment = await findEnvironment(ctx.database.db, call.envId);
  const {fields} = standing.row;
  const body = {
    environment: environment?.kind ?? 'production',
    'inquiry-id': call.inquiryId,
    step: call.step,
    fields: Object.fromEntries(step.send.map((key) => [key, fields[key]?.value ?? null])),
  };
  const options = {
    timeoutMs: Math.min(longestCallMs, left),
    idempotencyKey: `${call.inquiryId}:${call.step}:${call.until}`,
  };
  return ctx.connectors.ask(step.connector, body, options);
}

async function settle(w: Write, call: Call, answer: ConnectorAnswer): Promise<void> {
  const at = await lockStanding(w.tx, w.envId, call.inquiryId);
  const step = waitingStep(at, call.step);
  if (!step) return;
  const pauseMs = firstPauseMs * 2 ** Math.min(call.calls, 6);
  const again = new Date(Math.min(w.now.getTime() + pauseMs, Date.parse(call.until)));
  if (answer.type === 'unavailable' && again > w.now)
    return w.enqueue('call-connector', {...call, calls: call.calls + 1}, {startAfter: again});

  const answered = answer.type === 'answer';
  const change = applyConnectorAnswer(at.graph, at.state, {step: call.step, answered}, w.now);
  if (change.type !== 'changed') return;
  await w.audit(`inquiry.connector-${answer.type.replace('_', '-')}`, 'inquiry', call.inquiryId);
  const fields = answered ? received(at, step, answer.body) : at.row.fields;
  await moveInquiry(w, at, change, {fields});
}

/** Each field by itself: one value that does not fit loses none of the others. */
function received({graph, row}: Standing, {receive}: ConnectorStep, body: unknown): TypedFields {
  let fields: TypedFields = row.fields;
  for (const [key, pointer] of Object.entries(receive)) {
    const value = valueAt(body, pointer);
    const written = value === undefined ? undefined : writeFields(graph.fields, fields, {[key]: value});
    if (written?.ok) fields = written.fields;
  }
  return fields;
}
