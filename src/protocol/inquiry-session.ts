/** One person on one device in one inquiry. */
import * as z from 'zod';
import {identifier, timestamp, toOne} from './resource.ts';

const text = z.string().nullable();
const flag = z.boolean().nullable();

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
      'is-proxy': flag,
      'is-tor': flag.meta({description: 'Null where the operator keeps no list of Tor exits.'}),
      'is-datacenter': flag.meta({
        description: 'By the name of the network; null where no list of networks is loaded.',
      }),
      'is-vpn': flag,
      'threat-level': text.meta({description: 'low, medium or high, from the signals of the session; a hint.'}),
      'country-code': text.meta({description: 'Where the address is registered, ISO 3166-1 alpha-2.'}),
      'country-name': text,
      'ip-connection-type': text,
      'ip-isp': text,
      'network-organization': text,
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
