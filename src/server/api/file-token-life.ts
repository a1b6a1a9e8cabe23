/** How long signed file addresses last is one setting of the server; a request may name it, but not another one. */
import type {Context} from '../../commands/context.ts';
import {CountersignError} from '../../protocol/errors.ts';

export function checkFileTokenLife(ctx: Context, seconds: number | undefined): void {
  const {COUNTERSIGN_FILE_URL_SECONDS: configured} = ctx.settings;
  if (seconds === undefined || seconds === configured) return;
  throw new CountersignError('unprocessable', {
    details: `expected ${configured}, the server's COUNTERSIGN_FILE_URL_SECONDS, or nothing`,
    pointer: '/data/attributes/file-access-token-expires-in',
  });
}
