import type {Row} from '../storage/schema.ts';
import {changeInquiry, holdInquiry} from './change-inquiry.ts';
import type {Write} from './write.ts';

/** Ends the inquiry well and blocks any further progress in it. @throws CountersignError `not_found`, `gone`, `invalid_transition` */
export async function approveInquiry(w: Write, input: {inquiryId: string; comment?: string}): Promise<Row<'inquiry'>> {
  const row = await holdInquiry(w, input.inquiryId);
  const {comment} = input;
  return changeInquiry(w, row, {changes: [{type: 'approve', ...(comment !== undefined && {comment})}]});
}
