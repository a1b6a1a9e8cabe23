/** What a new key or client may do: no more than the one that makes it. */
import type {Permission} from '../../protocol/api-key.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {holdsPermission} from './authenticate.ts';
import type {Caller} from './authenticate.ts';
import {isAddressOrRange} from './ip-allow-list.ts';

/** undefined = the usual set, which only a key that holds all may hand out unasked. */
export function permissionsFor(
  caller: Caller,
  asked: readonly (Permission | '*')[] | undefined,
): readonly (Permission | '*')[] | undefined {
  if (caller.key.permissions.includes('*')) return asked;
  if (!asked) return caller.key.permissions as (Permission | '*')[];
  const index = asked.findIndex((permission) => permission === '*' || !holdsPermission(caller, permission));
  if (index < 0) return asked;
  throw new CountersignError('forbidden', {
    details: 'a key cannot give away permissions it does not have',
    pointer: `/data/attributes/permissions/${index}`,
  });
}

export function checkAllowList(list: readonly string[] | undefined): void {
  const index = list?.findIndex((entry) => !isAddressOrRange(entry)) ?? -1;
  if (index < 0) return;
  throw new CountersignError('invalid_attribute', {
    details: 'expected an IP address, a CIDR range or *',
    pointer: `/data/attributes/ip-address-allowlist/${index}`,
  });
}
