import type {ThemeSetResource} from '../../protocol/theme-set.ts';
import type {Row} from '../schema.ts';
import {isoTime} from './time.ts';

export function presentThemeSet(row: Row<'theme_set'>): ThemeSetResource {
  return {
    type: 'theme-set',
    id: row.id,
    attributes: {
      name: row.name,
      status: row.archived_at === null ? 'active' : 'archived',
      styles: row.styles,
      'created-at': isoTime(row.created_at),
      'updated-at': isoTime(row.updated_at),
      'archived-at': isoTime(row.archived_at),
    },
  };
}
