/** One account as an answer, with its type where `include` asked for it. */
import type {Answer} from '../../commands/write.ts';
import {accountSchema, accountTypeSchema} from '../../protocol/account.ts';
import {presentAccount} from '../../storage/resources/account.ts';
import {presentAccountType} from '../../storage/resources/account-type.ts';
import type {Row} from '../../storage/schema.ts';
import {oneSchema} from './list.ts';
import type {Call} from './operation.ts';

export const accountIncludes = ['account-type'];
export const accountAnswerSchema = oneSchema(accountSchema, accountTypeSchema);

export function accountAnswer(
  call: Pick<Call<unknown, unknown>, 'include' | 'caller'>,
  row: Row<'account'>,
  status: 200 | 201 | 202 = 200,
): Answer {
  const included = call.include.includes('account-type') ? [presentAccountType(call.caller.environment)] : [];
  return {status, body: {data: presentAccount(row), ...(included.length > 0 && {included})}};
}
