import type {FlowEffect} from '../domain/steps/step.ts';
import type {Row} from '../storage/schema.ts';
import type {Write} from './write.ts';

/** The job of a connector step that was just entered. */
export async function startConnector(
  w: Write,
  inquiry: Row<'inquiry'>,
  {timeoutSeconds}: Extract<FlowEffect, {type: 'call-connector'}>,
): Promise<void> {
  const until = new Date(w.now.getTime() + timeoutSeconds * 1000).toISOString();
  await w.enqueue('call-connector', {envId: w.envId, inquiryId: inquiry.id, step: inquiry.step, until, calls: 0});
}
