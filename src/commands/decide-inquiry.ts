/** Decides an inquiry that has everything it asked for, by the default rule, in the commit that completed it. */
import {decideByChecks} from '../domain/decision.ts';
import type {InquiryChange} from '../domain/inquiry.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import type {Row} from '../storage/schema.ts';
import {listVerifications} from '../storage/verification.ts';
import {changeInquiry} from './change-inquiry.ts';
import type {Write} from './write.ts';

const changes = {
  approved: {type: 'approve'},
  declined: {type: 'decline'},
  needs_review: {type: 'mark-for-review'},
} as const satisfies Record<string, InquiryChange>;

export async function decideFinishedInquiry(
  w: Write,
  inquiry: Row<'inquiry'>,
  graph: TemplateGraph,
): Promise<Row<'inquiry'>> {
  const verifications = await listVerifications(w.tx, {envId: w.envId, inquiryId: inquiry.id});
  // what a backend asks beside the flow is its own affair
  const led = verifications.filter(({asked}) => asked === null);
  const {decision} = decideByChecks(led, graph);
  return changeInquiry(w, inquiry, {changes: [changes[decision]]});
}
