/** Lists: page parameters in, one page with its links out. */
import * as z from 'zod';
import type {Answer} from '../../commands/write.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {isId} from '../../protocol/ids.ts';
import type {IdKind} from '../../protocol/ids.ts';
import {defaultPageSize, linksSchema} from '../../protocol/pagination.ts';
import type {Page, PageRequest} from '../../protocol/pagination.ts';
import type {Resource} from '../../protocol/resource.ts';

interface PageQuery {
  'page[after]'?: string | undefined;
  'page[before]'?: string | undefined;
  'page[size]'?: number | undefined;
}

/** @throws `invalid_parameter` when a cursor is not an id of that kind, or both directions were asked for. */
export function pageRequest(kind: IdKind, query: PageQuery): PageRequest {
  const {'page[after]': after, 'page[before]': before, 'page[size]': size = defaultPageSize} = query;
  for (const [pointer, cursor] of Object.entries({'page[after]': after, 'page[before]': before})) {
    if (cursor !== undefined && !isId(kind, cursor)) {
      throw new CountersignError('invalid_parameter', {details: 'expected the id of an item of this list', pointer});
    }
  }
  if (after !== undefined && before !== undefined) {
    throw new CountersignError('invalid_parameter', {
      details: 'expected one of page[after] and page[before]',
      pointer: 'page[before]',
    });
  }
  return {size, ...(after !== undefined && {after}), ...(before !== undefined && {before})};
}

export function listAnswer<T extends {id: string}>(
  call: {pageAddress(page: Record<string, string>): string},
  page: Page<T>,
  present: (item: T) => Resource,
): Answer {
  const first = page.items[0];
  const last = page.items.at(-1);
  return {
    status: 200,
    body: {
      data: page.items.map(present),
      links: {
        prev: page.hasPrevious && first ? call.pageAddress({'page[before]': first.id}) : null,
        next: page.hasNext && last ? call.pageAddress({'page[after]': last.id}) : null,
      },
    },
  };
}

export function listSchema(item: z.ZodType): z.ZodType {
  return z.strictObject({data: z.array(item), links: linksSchema});
}

/** One resource, and what `include` asked for. */
export function oneSchema(item: z.ZodType, included?: z.ZodType): z.ZodType {
  return z.strictObject({data: item, ...(included && {included: z.array(included).optional()})});
}

/** A moment in a filter: a date, or a date and time with its zone. */
export const momentParameter = z
  .union(
    [z.iso.datetime({offset: true}), z.iso.date()],
    'expected an existing date such as 2026-03-29, or 2026-03-29T19:06:45Z',
  )
  .transform((text) => new Date(text));

/** A comma list in a filter. */
export const listParameter = z
  .string()
  .max(4000)
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );
