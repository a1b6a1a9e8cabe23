import * as z from 'zod';
import {apiLogOf} from '../../../commands/api-log.ts';
import {apiLogHandlingSchema, apiLogSchema} from '../../../protocol/api-log.ts';
import {CountersignError} from '../../../protocol/errors.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import {findApiLog, listApiLogs} from '../../../storage/api-log.ts';
import {presentApiLog, presentApiLogHandling} from '../../../storage/resources/api-log.ts';
import {listAnswer, listSchema, oneSchema, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';

const tag = 'API logs';

export const apiLogOperations: readonly AnyOperation[] = [
  operation({
    id: 'list-all-api-logs',
    method: 'get',
    path: '/api-logs',
    tag,
    summary: 'List API logs, newest first',
    description: 'Requests of this environment. They are written once a second, and kept for two weeks by default.',
    permission: 'api_log.read',
    query: z.strictObject({
      ...pageParameters,
      'filter[caller-id]': z
        .string()
        .max(100)
        .optional()
        .meta({description: 'Requests of this API key or OAuth client.'}),
      'filter[status]': z.coerce.number().int().optional().meta({description: 'Requests that were answered so.'}),
    }),
    answers: {200: listSchema(apiLogSchema)},
    async handle(call) {
      const {'filter[caller-id]': callerId, 'filter[status]': status} = call.query;
      // what this process answered stands in the list
      await apiLogOf(call.ctx).flush();
      const filter = {...(callerId !== undefined && {callerId}), ...(status !== undefined && {status})};
      const page = await listApiLogs(call.ctx.database.db, call.envId, filter, pageRequest('request', call.query));
      return listAnswer(call, page, presentApiLog);
    },
  }),
  operation({
    id: 'retrieve-an-api-log',
    method: 'get',
    path: '/api-logs/{api-log-id}',
    tag,
    summary: 'Retrieve an API log by the id of its request',
    permission: 'api_log.read',
    includes: ['handling'],
    query: z.strictObject({}),
    answers: {200: oneSchema(apiLogSchema, apiLogHandlingSchema)},
    async handle(call) {
      await apiLogOf(call.ctx).flush();
      const row = await findApiLog(call.ctx.database.db, call.envId, call.param('api-log-id'));
      if (!row) throw new CountersignError('not_found');
      const included = call.include.includes('handling') ? [presentApiLogHandling(row)] : undefined;
      return {status: 200, body: {data: presentApiLog(row), ...(included && {included})}};
    },
  }),
];
