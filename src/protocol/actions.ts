/** What an action step of a template does, one after the other. A new action is a member here and a case in `domain/walk.ts`. */
import * as z from 'zod';
import {expressionSchema} from './expression.ts';
import {tagName} from './tags.ts';

const comment = z.string().min(1).max(1000).optional();

export const actionSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('set-field'),
    field: z.string(),
    /** A value, or an expression; a value that does not fit the field leaves it as it was. */
    value: expressionSchema,
  }),
  z.strictObject({do: z.literal('add-tag'), tag: tagName}),
  z.strictObject({do: z.literal('remove-tag'), tag: tagName}),
  z.strictObject({
    /** Puts fields into the inquiry's account; makes one where it has none. */
    do: z.literal('save-account'),
    /** Which fields; absent = all that accounts have. */
    fields: z.array(z.string()).min(1).optional(),
    /** Tags the account gets. */
    tags: z.array(tagName).max(20).optional(),
  }),
  z.strictObject({do: z.literal('approve'), comment}),
  z.strictObject({do: z.literal('decline'), comment}),
  z.strictObject({do: z.literal('mark-for-review'), comment}),
]);
export type Action = z.infer<typeof actionSchema>;

/** Actions that decide the inquiry: nothing more is asked after one. */
export const decidingActions: readonly Action['do'][] = ['approve', 'decline', 'mark-for-review'];
