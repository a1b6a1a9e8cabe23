import type {DeviceResource} from '../../protocol/device.ts';
import type {Row} from '../schema.ts';

export function presentDevice(row: Pick<Row<'device'>, 'id' | 'browser_fingerprint'>): DeviceResource {
  return {
    type: 'device',
    id: row.id,
    attributes: {
      'device-vendor-id': null,
      'device-fingerprint': null,
      'browser-fingerprint': row.browser_fingerprint,
    },
  };
}
