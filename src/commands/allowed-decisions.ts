import {allowedDecisions as decide} from '../domain/inquiry.ts';
import {inquiryState} from '../storage/inquiry.ts';
import type {Row} from '../storage/schema.ts';

/** Which decisions a reviewer may take on this inquiry now. */
export function allowedDecisions(inquiry: Row<'inquiry'>): ReturnType<typeof decide> {
  return inquiry.redacted_at ? [] : decide(inquiryState(inquiry));
}
