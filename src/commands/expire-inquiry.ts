import type {Row} from '../storage/schema.ts';
import {changeInquiry, holdInquiry} from './change-inquiry.ts';
import type {Write} from './write.ts';

/** Ends an open inquiry with its sessions and links; it can be resumed. @throws CountersignError `not_found`, `gone`, `invalid_transition` */
export async function expireInquiry(w: Write, input: {inquiryId: string}): Promise<Row<'inquiry'>> {
  return changeInquiry(w, await holdInquiry(w, input.inquiryId), {changes: [{type: 'expire'}]});
}
