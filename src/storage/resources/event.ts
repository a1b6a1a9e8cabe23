import type {EventPayload, EventResource} from '../../protocol/event.ts';
import type {Row} from '../schema.ts';
import {isoTime} from './time.ts';

/** An event as webhooks deliver it and the API lists it; `payload` is the opened one. */
export function presentEvent(
  row: Pick<Row<'event'>, 'id' | 'name' | 'created_at'>,
  payload: EventPayload,
): EventResource {
  return {type: 'event', id: row.id, attributes: {name: row.name, payload, 'created-at': isoTime(row.created_at)}};
}
