/**
 * Addresses of files that work for a while without a key. The token binds file, environment and expiry under a key of ours;
 * redaction does not need to know the tokens, because every read looks at the file's row.
 */
import {timingSafeEqual} from 'node:crypto';
import type {Context} from '../../commands/context.ts';
import type {FileUrl} from '../../storage/resources/government-id.ts';

/** For the presenters: file id -> absolute address, valid for the configured time from `now`. */
export function fileUrls(ctx: Context, envId: string, now: Date): FileUrl {
  const expires = Math.floor(now.getTime() / 1000) + ctx.settings.COUNTERSIGN_FILE_URL_SECONDS;
  return (fileId, filename) =>
    `${ctx.settings.publicUrl}/api/v1/files/${fileId}/${encodeURIComponent(filename)}?access_token=${sign(ctx, {envId, fileId, expires})}`;
}

/** The environment a token opens this file in; undefined when it is forged, for another file, or expired. */
export function openFileToken(ctx: Context, fileId: string, token: string, now: Date): string | undefined {
  const [, expires = '', envId = ''] = /^(\d{1,12})\.([\w-]{1,60})\.[\w-]{43}$/.exec(token) ?? [];
  if (!envId || Number(expires) * 1000 <= now.getTime()) return undefined;
  const expected = Buffer.from(sign(ctx, {envId, fileId, expires: Number(expires)}));
  const given = Buffer.from(token);
  return expected.length === given.length && timingSafeEqual(expected, given) ? envId : undefined;
}

function sign(ctx: Context, {envId, fileId, expires}: {envId: string; fileId: string; expires: number}): string {
  const mac = ctx.keyring.mac('file-url', `${envId}\n${fileId}\n${expires}`).toString('base64url');
  return `${expires}.${envId}.${mac}`;
}
