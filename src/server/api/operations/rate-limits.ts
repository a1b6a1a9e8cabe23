import * as z from 'zod';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';

export const rateLimitOperations: readonly AnyOperation[] = [
  operation({
    id: 'list-all-rate-limits',
    method: 'get',
    path: '/rate-limits',
    tag: 'Rate limits',
    summary: 'List rate limits',
    description: 'What the environment has left in this minute; asking counts too.',
    permission: null,
    query: z.strictObject({}),
    answers: {
      200: z.strictObject({
        data: z.array(
          z.strictObject({
            type: z.literal('rate-limit/api'),
            attributes: z.strictObject({limit: z.int(), remaining: z.int(), 'seconds-to-reset': z.int()}),
          }),
        ),
      }),
    },
    handle({rate: {limit, remaining, resetSeconds}}) {
      const attributes = {limit, remaining, 'seconds-to-reset': resetSeconds};
      return Promise.resolve({status: 200, body: {data: [{type: 'rate-limit/api', attributes}]}});
    },
  }),
];
