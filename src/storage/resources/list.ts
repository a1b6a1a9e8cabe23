import type {ListItemResource, ListItemValue, ListResource} from '../../protocol/list.ts';
import type {ListItemRow} from '../list.ts';
import type {Row} from '../schema.ts';
import {isoTime} from './time.ts';

export function presentList(row: Row<'list'>): ListResource {
  return {
    type: `list/${row.kind}`,
    id: row.id,
    attributes: {
      name: row.name,
      status: row.status,
      'archived-at': isoTime(row.archived_at),
      'created-at': isoTime(row.created_at),
      'updated-at': isoTime(row.updated_at),
      ...(row.kind === 'name' && {'allow-fuzzy-name-first': row.allow_fuzzy}),
    },
    relationships: {'list-items': {data: []}},
  };
}

/** `value` is the opened one. */
export function presentListItem(row: ListItemRow, value: ListItemValue): ListItemResource {
  return {
    type: `list-item/${row.kind}`,
    id: row.id,
    attributes: {
      status: row.status,
      'archived-at': isoTime(row.archived_at),
      'updated-at': isoTime(row.updated_at),
      'created-at': isoTime(row.created_at),
      'redacted-at': null,
      'match-count': row.match_count,
      ...value,
    },
    relationships: {creator: {data: {type: row.creator_type, id: row.creator_id}}},
  };
}
