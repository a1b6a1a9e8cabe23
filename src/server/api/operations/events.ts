import * as z from 'zod';
import {CountersignError} from '../../../protocol/errors.ts';
import {eventSchema, keptEventSchema} from '../../../protocol/event.ts';
import type {EventResource} from '../../../protocol/event.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import type {Context} from '../../../commands/context.ts';
import {findEvent, listEvents} from '../../../storage/event.ts';
import {presentEvent} from '../../../storage/resources/event.ts';
import type {Row} from '../../../storage/schema.ts';
import {listAnswer, listParameter, listSchema, oneSchema, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';

export const eventOperations: readonly AnyOperation[] = [
  operation({
    id: 'list-all-events',
    method: 'get',
    path: '/events',
    tag: 'Events',
    summary: 'List events, newest first',
    description: 'Of redacted people only name and time remain; the attributes are empty.',
    permission: 'event.read',
    query: z.strictObject({
      ...pageParameters,
      'filter[name]': listParameter.optional().meta({description: 'Event names, a comma list.'}),
      'filter[object-id]': listParameter.optional().meta({description: 'Ids of what they speak of, a comma list.'}),
      'filter[id]': listParameter.optional().meta({description: 'Event ids, a comma list.'}),
    }),
    answers: {200: listSchema(eventSchema)},
    async handle(call) {
      const {query} = call;
      const {'filter[id]': ids, 'filter[name]': names, 'filter[object-id]': objectIds} = query;
      const page = await listEvents(
        call.ctx.database.db,
        call.envId,
        {...(ids && {ids}), ...(names && {names}), ...(objectIds && {objectIds})},
        pageRequest('event', query),
      );
      const opened = new Map<string, EventResource>();
      for (const row of page.items) {
        const event = await openEvent(call.ctx, row);
        if (event) opened.set(row.id, event);
      }
      // Links still speak of all rows, so a page of redacted ones does not end the walk.
      const {body, status} = listAnswer(
        call,
        page,
        (row) => opened.get(row.id) ?? presentEvent(row, redactedPayload(row)),
      );
      return {status, body};
    },
  }),
  operation({
    id: 'retrieve-an-event',
    method: 'get',
    path: '/events/{event-id}',
    tag: 'Events',
    summary: 'Retrieve an event',
    permission: 'event.read',
    query: z.strictObject({}),
    answers: {200: oneSchema(eventSchema)},
    async handle(call) {
      const row = await findEvent(call.ctx.database.db, call.envId, call.param('event-id'));
      if (!row) throw new CountersignError('not_found');
      const event = await openEvent(call.ctx, row);
      return {status: 200, body: {data: event ?? presentEvent(row, redactedPayload(row))}};
    },
  }),
];

/** undefined when the key of the person was shredded. What was included at the time goes to webhooks only. */
async function openEvent(ctx: Context, row: Row<'event'>): Promise<EventResource | undefined> {
  try {
    const key = {envId: row.env_id, subjectId: row.subject_id, context: `event:${row.id}`};
    const plain = await ctx.keyring.open(ctx.database.db, key, row.payload);
    const {data, context} = keptEventSchema.parse(JSON.parse(plain.toString('utf8')));
    return presentEvent(row, {data, context});
  } catch (error) {
    if (error instanceof CountersignError && error.code === 'gone') return undefined;
    throw error;
  }
}

/** That something happened to somebody remains; what it was is gone. */
function redactedPayload(row: Row<'event'>): EventResource['attributes']['payload'] {
  return {data: {type: row.object_type, id: row.object_id, attributes: {}}};
}
