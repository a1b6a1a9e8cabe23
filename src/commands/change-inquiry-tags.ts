import {changeTags} from '../domain/tags.ts';
import type {TagChange} from '../domain/tags.ts';
import type {Row} from '../storage/schema.ts';
import {changeInquiry, holdInquiry} from './change-inquiry.ts';
import type {Write} from './write.ts';

export type {TagChange};

/** Tags that stand already change nothing and tell nobody. @throws CountersignError `not_found`, `gone` */
export async function changeInquiryTags(
  w: Write,
  input: {inquiryId: string; change: TagChange},
): Promise<Row<'inquiry'>> {
  const row = await holdInquiry(w, input.inquiryId);
  const {tags, added, removed} = changeTags(row.tags, input.change);
  if (added.length + removed.length === 0) return row;
  await w.audit('inquiry.update-tags', 'inquiry', row.id);
  return changeInquiry(w, row, {columns: {tags: JSON.stringify(tags)}, events: ['inquiry.updated-tags']});
}
