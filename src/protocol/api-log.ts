/** What is told of requests to the API: where they went and how they ended. */
import * as z from 'zod';
import {identifier, timestamp} from './resource.ts';

export const apiLogSchema = z
  .strictObject({
    type: z.literal('api-log'),
    id: identifier.meta({examples: ['req_1Bq5hFn7Xk2mVw9sTz4RpL'], description: 'That of the request.'}),
    attributes: z.strictObject({
      request: z.strictObject({
        method: z.string(),
        path: z.string().meta({description: 'The path of the operation; ids are not told.'}),
        headers: z.strictObject({
          Authorization: z.string().meta({description: 'Names the key or client by its id, in place of its value.'}),
          Host: z.string().optional(),
          'Persona-Version': z.string().optional(),
          'User-Agent': z.string().optional(),
        }),
        'get-params': z
          .record(z.string(), z.string())
          .meta({description: 'Parameters; a value that could be about a person is `[hidden]`.'}),
        'ip-address': z.string().optional(),
      }),
      response: z.strictObject({
        status: z.int(),
        headers: z.strictObject({'Request-Id': z.string()}),
      }),
      'created-at': timestamp,
      'redacted-at': z.null(),
    }),
  })
  .meta({id: 'api-log', description: 'One request to the API, without what it said.'});
export type ApiLogResource = z.infer<typeof apiLogSchema>;

export const apiLogHandlingSchema = z
  .strictObject({
    type: z.literal('api-log-handling'),
    id: identifier,
    attributes: z.strictObject({
      operation: z.string(),
      'caller-id': identifier,
      'duration-ms': z.number(),
      'error-code': z.string().nullable(),
    }),
  })
  .meta({id: 'api-log-handling', description: 'How long a request took, for whom, and what was wrong with it.'});
export type ApiLogHandlingResource = z.infer<typeof apiLogHandlingSchema>;
