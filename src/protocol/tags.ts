/** Words that a customer hangs on inquiries, accounts and others. A tag is its name; there are no tags apart from what carries them. */
import * as z from 'zod';
import {identifier} from './resource.ts';

export const tagName = z.string().min(1).max(100);
export const tagList = z.array(tagName).max(100);

/** An empty id or name is one that was not given. */
const oneOf = z.strictObject({'tag-name': tagName.optional(), 'tag-id': identifier.optional()});

export const oneTagSchema = z.strictObject({meta: oneOf.optional()});
export const allTagsSchema = z.strictObject({
  meta: z.strictObject({'tag-name': tagList.optional(), 'tag-id': z.array(identifier).max(100).optional()}).optional(),
});
