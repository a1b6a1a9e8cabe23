import type {ImporterResource} from '../../protocol/importer.ts';
import type {Row} from '../schema.ts';
import {isoTime} from './time.ts';

export function presentImporter(row: Row<'importer'>): ImporterResource {
  return {
    type: `importer/${row.kind}`,
    id: row.id,
    attributes: {
      status: row.status,
      'created-at': isoTime(row.created_at),
      'completed-at': isoTime(row.completed_at),
      'successful-count': row.successful_count,
      'duplicate-count': row.duplicate_count,
      'error-count': row.error_count,
    },
  };
}
