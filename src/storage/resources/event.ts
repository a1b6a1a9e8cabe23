import type {EventResource, KeptEvent} from '../../protocol/event.ts';
import type {Row} from '../schema.ts';
import {isoTime} from './time.ts';

/** An event as webhooks deliver it and the API lists it; `payload` is the opened one. */
export function presentEvent(
  row: Pick<Row<'event'>, 'id' | 'name' | 'created_at'>,
  {context, ...payload}: KeptEvent,
): EventResource {
  const createdAt = isoTime(row.created_at);
  return {
    type: 'event',
    id: row.id,
    attributes: {name: row.name, payload, ...(context && {context}), 'created-at': createdAt},
  };
}
