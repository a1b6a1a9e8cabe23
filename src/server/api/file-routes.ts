/**
 * `GET /files/{id}/{filename}?access_token=…`: a stored file for whoever holds its signed address, while that lasts.
 * Pictures re-encoded by us show in a browser; what somebody gave us is only ever downloaded.
 */
import {Readable} from 'node:stream';
import {Hono} from 'hono';
import type {Context} from '../../commands/context.ts';
import {CountersignError} from '../../protocol/errors.ts';
import {isId} from '../../protocol/ids.ts';
import {findFileUse} from '../../storage/file-use.ts';
import {answerError} from './error-answer.ts';
import {openFileToken} from './file-url.ts';

const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

export function fileRoutes(ctx: Context): Hono {
  const routes = new Hono();
  routes.get('/:id/:filename', async (c) => {
    try {
      return await serveFile(ctx, c.req.param('id'), c.req.query('access_token') ?? '');
    } catch (thrown) {
      const {status, body} = answerError(thrown);
      if (status >= 500)
        ctx.log.error({error: thrown instanceof Error ? thrown.name : 'unknown'}, 'a file could not be served');
      return Response.json(body, {status, headers});
    }
  });
  return routes;
}

async function serveFile(ctx: Context, id: string, token: string): Promise<Response> {
  if (!isId('file', id)) throw new CountersignError('not_found');
  const envId = openFileToken(ctx, id, token, ctx.now());
  if (envId === undefined) throw new CountersignError('unauthorized');
  const use = await findFileUse(ctx.database.db, envId, id);
  if (use === 'unknown') throw new CountersignError('not_found');
  if (use === 'redacted') throw new CountersignError('gone');
  const {file, stream} = await ctx.files.read(ctx.database.db, {envId, id});
  const disposition = use === 'display' && file.contentType === 'image/jpeg' ? 'inline' : 'attachment';
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      ...headers,
      'Content-Type': use === 'display' ? file.contentType : 'application/octet-stream',
      'Content-Length': String(file.size),
      'Content-Disposition': `${disposition}; filename="${id}"`,
    },
  });
}
