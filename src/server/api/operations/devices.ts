/** Browsers that sessions came from; one that came more than once is one device. */
import * as z from 'zod';
import {CountersignError} from '../../../protocol/errors.ts';
import {deviceSchema} from '../../../protocol/device.ts';
import {findDevice, listDevicesOfSession} from '../../../storage/device.ts';
import {presentDevice} from '../../../storage/resources/device.ts';
import {listSchema, oneSchema} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';

export const deviceOperations: readonly AnyOperation[] = [
  operation({
    id: 'list-all-devices',
    method: 'get',
    path: '/devices',
    tag: 'Devices',
    summary: 'List the devices of an inquiry session',
    permission: 'inquiry.read',
    query: z.strictObject({
      'filter[inquiry-session-id]': z
        .string()
        .max(100)
        .meta({description: 'Id of the session whose devices are listed.'}),
    }),
    answers: {200: listSchema(deviceSchema)},
    async handle(call) {
      const sessionId = call.query['filter[inquiry-session-id]'];
      const rows = await listDevicesOfSession(call.ctx.database.db, call.envId, sessionId);
      return {status: 200, body: {data: rows.map(presentDevice), links: {prev: null, next: null}}};
    },
  }),
  operation({
    id: 'retrieve-a-device',
    method: 'get',
    path: '/devices/{device-id}',
    tag: 'Devices',
    summary: 'Retrieve a device',
    permission: 'inquiry.read',
    query: z.strictObject({}),
    answers: {200: oneSchema(deviceSchema)},
    async handle(call) {
      const row = await findDevice(call.ctx.database.db, call.envId, call.param('device-id'));
      if (!row) throw new CountersignError('not_found');
      return {status: 200, body: {data: presentDevice(row)}};
    },
  }),
];
