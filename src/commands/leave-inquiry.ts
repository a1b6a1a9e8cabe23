/** What a person does beside the steps: leave (the inquiry stays where it is), or change the language. */
import type {Leave} from '../protocol/flow.ts';
import {changeInquiry, holdInquiry} from './change-inquiry.ts';
import type {Write} from './write.ts';

/** Recorded for the operator's funnel; nothing is lost by leaving, so nothing changes. */
export async function leaveInquiry(w: Write, input: {inquiryId: string} & Leave): Promise<void> {
  await w.audit(`inquiry.leave-${input.reason}`, 'inquiry', input.inquiryId);
}

/** Kept with the inquiry, so that another device and our mails speak it too. `language` is a BCP 47 tag. */
export async function changeLanguage(w: Write, input: {inquiryId: string; language: string}): Promise<void> {
  const row = await holdInquiry(w, input.inquiryId);
  if (row.language !== input.language) await changeInquiry(w, row, {columns: {language: input.language}});
}
