/** The page and the order a search asks for: in the address as everywhere, or in the body. */
import * as z from 'zod';
import {CountersignError} from '../../protocol/errors.ts';
import type {IdKind} from '../../protocol/ids.ts';
import {toKebab} from '../../protocol/inflection.ts';
import type {PageRequest} from '../../protocol/pagination.ts';
import {pageParameters} from '../../protocol/pagination.ts';
import type {SearchRequest} from '../../protocol/search.ts';
import type {Sort} from '../../storage/search.ts';
import {pageRequest} from './list.ts';

export const searchQuery = z.strictObject(pageParameters);

export function searchPage(kind: IdKind, query: z.infer<typeof searchQuery>, body: SearchRequest): PageRequest {
  const {after, before, size} = body.page ?? {};
  return pageRequest(kind, {
    'page[after]': query['page[after]'] ?? after,
    'page[before]': query['page[before]'] ?? before,
    'page[size]': query['page[size]'] ?? size,
  });
}

/** Newest first unless the body says otherwise. */
export function searchSort({sort}: SearchRequest): Sort {
  if (!sort) return {attribute: 'created-at', direction: 'desc'};
  const attribute = toKebab(sort.attribute);
  if (attribute === 'created-at' || attribute === 'updated-at') return {attribute, direction: sort.direction};
  throw new CountersignError('invalid_attribute', {
    details: 'expected created_at or updated_at',
    pointer: '/sort/attribute',
  });
}
