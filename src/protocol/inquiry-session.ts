/** One person on one device in one inquiry. */
import * as z from 'zod';
import {identifier, timestamp, toOne} from './resource.ts';

const text = z.string().nullable();

export const inquirySessionSchema = z
  .strictObject({
    type: z.literal('inquiry-session'),
    id: identifier.meta({examples: ['iqse_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      status: z.enum(['new', 'active', 'expired']),
      'created-at': timestamp,
      'started-at': timestamp.nullable(),
      'expired-at': timestamp.nullable(),
      'ip-address': text,
      'user-agent': text,
      'os-name': text,
      'os-full-version': text,
      'device-type': text,
      'device-name': text,
      'browser-name': text,
      'browser-full-version': text,
      'mobile-sdk-name': text,
      'mobile-sdk-full-version': text,
      'device-handoff-method': text,
    }),
    relationships: z.strictObject({
      inquiry: z.strictObject({data: z.strictObject({type: z.literal('inquiry'), id: identifier})}),
      device: toOne('device'),
    }),
  })
  .meta({id: 'inquiry-session', description: 'One person on one device in one inquiry.'});
export type InquirySessionResource = z.infer<typeof inquirySessionSchema>;

export const expireInquirySessionsSchema = z.strictObject({
  meta: z.strictObject({'inquiry-ids': z.array(identifier).min(1).max(100)}),
});

export const createInquirySessionSchema = z.strictObject({
  data: z.strictObject({
    type: z.literal('inquiry-session').optional(),
    attributes: z.strictObject({
      'inquiry-id': identifier.meta({description: 'The inquiry to open for one more device.'}),
    }),
  }),
});
