import type {Row} from '../storage/schema.ts';
import {changeInquiry, holdInquiry} from './change-inquiry.ts';
import type {Write} from './write.ts';

/** Hands the inquiry to a person; the one who is verified can do nothing more. @throws CountersignError `not_found`, `gone`, `invalid_transition` */
export async function markInquiryForReview(
  w: Write,
  input: {inquiryId: string; comment?: string},
): Promise<Row<'inquiry'>> {
  const row = await holdInquiry(w, input.inquiryId);
  const {comment} = input;
  return changeInquiry(w, row, {changes: [{type: 'mark-for-review', ...(comment !== undefined && {comment})}]});
}
