/**
 * Coarse events of the screen, for the operator's funnel: a name and nothing else ever reaches the log.
 * They are hints, not facts: no transaction, no row, and a lost one is lost.
 */
import type {Telemetry} from '../protocol/flow.ts';
import type {Context} from './context.ts';

export function recordTelemetry(
  ctx: Context,
  of: {inquiryId: string; sessionId: string; requestId: string},
  {events}: Telemetry,
): void {
  if (events.length > 0) ctx.log.info({...of, events: events.map(({name}) => name)}, 'flow events');
}
