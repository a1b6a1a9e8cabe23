/** Who changed what: people in the dashboard and the shell, and whoever changes access. */
import * as z from 'zod';
import {identifier, timestamp} from './resource.ts';

export const userAuditLogSchema = z
  .strictObject({
    type: z.literal('user-audit-log'),
    id: identifier.meta({examples: ['ual_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      path: z.string().optional(),
      method: z.string().optional(),
      'ip-address': z.string().optional(),
      'user-agent': z.string().optional(),
      'created-at': timestamp,
      'impersonator-email-address': z.null(),
      context: z
        .strictObject({
          action: z.string(),
          'actor-type': z.string(),
          'actor-id': z.string(),
          'object-type': z.string(),
          'object-id': identifier,
          'inquiry-id': identifier.optional(),
          'request-id': z.string(),
          number: z.int().meta({description: 'Place in the chain, from 1 without gaps.'}),
          hash: z.string().meta({description: 'Over what the entry says and the hash before.'}),
          'previous-hash': z.string(),
        })
        .meta({description: 'Who did what to which object, and where the entry stands in the chain.'}),
    }),
    relationships: z.strictObject({
      user: z
        .strictObject({data: z.strictObject({type: z.literal('user'), id: identifier})})
        .optional()
        .meta({description: 'Where it was an operator.'}),
    }),
  })
  .meta({id: 'user-audit-log', description: 'One entry of the audit log; entries are only ever added.'});
export type UserAuditLogResource = z.infer<typeof userAuditLogSchema>;

export const userSchema = z
  .strictObject({
    type: z.literal('user'),
    id: identifier,
    attributes: z.strictObject({'email-address': z.string(), 'name-first': z.string(), 'name-last': z.string()}),
  })
  .meta({id: 'user', description: 'An operator.'});
export type UserResource = z.infer<typeof userSchema>;
