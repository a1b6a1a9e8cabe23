import * as z from 'zod';
import {CountersignError} from '../../../protocol/errors.ts';
import {pageParameters} from '../../../protocol/pagination.ts';
import {userAuditLogSchema, userSchema} from '../../../protocol/user-audit-log.ts';
import {findOperator} from '../../../storage/operator.ts';
import {presentUser, presentUserAuditLog} from '../../../storage/resources/user-audit-log.ts';
import {findUserAudit, listUserAudits} from '../../../storage/user-audit-log.ts';
import {listAnswer, listSchema, oneSchema, pageRequest} from '../list.ts';
import {operation} from '../operation.ts';
import type {AnyOperation} from '../operation.ts';

const tag = 'User audit logs';

export const userAuditLogOperations: readonly AnyOperation[] = [
  operation({
    id: 'list-all-user-audit-logs',
    method: 'get',
    path: '/user-audit-logs',
    tag,
    summary: 'List the audit log, newest first',
    description:
      'What people did in the dashboard and the shell, and what anybody did to keys, clients, webhooks, templates and looks.',
    permission: 'user_audit_log.read',
    query: z.strictObject({
      ...pageParameters,
      'filter[object-id]': z.string().max(100).optional().meta({description: 'What was done to this object.'}),
    }),
    answers: {200: listSchema(userAuditLogSchema)},
    async handle(call) {
      const objectId = call.query['filter[object-id]'];
      const filter = objectId === undefined ? {} : {objectId};
      const page = await listUserAudits(call.ctx.database.db, call.envId, filter, pageRequest('audit', call.query));
      return listAnswer(call, page, presentUserAuditLog);
    },
  }),
  operation({
    id: 'retrieve-a-user-audit-log',
    method: 'get',
    path: '/user-audit-logs/{user-audit-log-id}',
    tag,
    summary: 'Retrieve one entry of the audit log',
    permission: 'user_audit_log.read',
    includes: ['user'],
    query: z.strictObject({}),
    answers: {200: oneSchema(userAuditLogSchema, userSchema)},
    async handle(call) {
      const {db} = call.ctx.database;
      const row = await findUserAudit(db, call.envId, call.param('user-audit-log-id'));
      if (!row) throw new CountersignError('not_found');
      const wanted = call.include.includes('user') && row.actor_type === 'operator';
      const operator = wanted ? await findOperator(db, row.actor_id) : undefined;
      return {
        status: 200,
        body: {data: presentUserAuditLog(row), ...(operator && {included: [presentUser(operator)]})},
      };
    },
  }),
];
