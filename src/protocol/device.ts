/** A browser that inquiries came from, by keyed hashes of what it says of itself. */
import * as z from 'zod';
import {identifier} from './resource.ts';

export const deviceSchema = z
  .strictObject({
    type: z.literal('device'),
    id: identifier.meta({examples: ['dev_1Bq5hFn7Xk2mVw9sTz4RpL']}),
    attributes: z.strictObject({
      'device-vendor-id': z.string().nullable().meta({description: 'Of a mobile SDK; null for browsers.'}),
      'device-fingerprint': z.string().nullable(),
      'browser-fingerprint': z.string().nullable(),
    }),
  })
  .meta({id: 'device', description: 'A browser that inquiries came from.'});
export type DeviceResource = z.infer<typeof deviceSchema>;
