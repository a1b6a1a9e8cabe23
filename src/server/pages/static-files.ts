/**
 * The built files: `/assets/*` (hashed, for ever), `/embed.js` and `/embed/sri.json` (five minutes) and `/embed/<version>.js` (for
 * ever). `/models/*` are the nets that a browser finds faces with (a day). Each is compressed once per process; only names that stand in the folder are served.
 */
import {existsSync} from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';
import zlib from 'node:zlib';
import {Hono} from 'hono';
import type {Context as HonoContext} from 'hono';
import {isolation} from './security-headers.ts';

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.bin': 'application/octet-stream',
  // weights of the net that reads lines live
  '.f16': 'application/octet-stream',
};

const aYear = 'public, max-age=31536000, immutable';
const aDay = 'public, max-age=86400';
const fiveMinutes = 'public, max-age=300';

type Encoding = 'br' | 'gzip' | 'identity';

/** The nets a browser finds faces with; the others stay on the server. */
const browserModels: readonly string[] = ['face-detector.json', 'face-detector.bin', 'face-mesh.json', 'face-mesh.bin'];

/** @param models folder of the face engine's nets; absent where nobody looked for them */
export function staticFiles(publicFiles: string, models?: string): Hono {
  const routes = new Hono();
  const encoded = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  const send = async (c: HonoContext, name: string, cacheControl: string, folder = publicFiles): Promise<Response> => {
    const file = path.join(folder, name);
    const type = types[path.extname(name)];
    // one segment of plain characters: no way out of the folder
    if (!type || !/^([a-z]+\/)?[\w.-]+$/.test(name) || !existsSync(file)) return c.notFound();
    const encoding = acceptedEncoding(c.req.header('accept-encoding') ?? '');
    const key = `${encoding} ${file}`;
    const body = encoded.get(key) ?? encode(file, encoding);
    encoded.set(key, body);
    return c.body(await body, 200, {
      ...isolation,
      'Content-Type': type,
      'Cache-Control': cacheControl,
      Vary: 'Accept-Encoding',
      // a tag with `integrity` asks by CORS
      'Access-Control-Allow-Origin': '*',
      ...(encoding !== 'identity' && {'Content-Encoding': encoding}),
    });
  };

  // browsers ask for it on every origin; nothing is better than a line in the console
  routes.get('/favicon.ico', (c) => c.body(null, 204, {'Cache-Control': aYear}));
  routes.get('/embed.js', (c) => send(c, 'embed.js', fiveMinutes));
  // what `integrity` to write for each version; a newer server adds its own
  routes.get('/embed/sri.json', (c) => send(c, 'embed/sri.json', fiveMinutes));
  routes.get('/embed/:version{[\\w.-]+}', (c) => {
    const version = c.req.param('version');
    return version.endsWith('.js') ? send(c, `embed/${version}`, aYear) : c.notFound();
  });
  routes.get('/assets/:file{[\\w.-]+}', (c) => send(c, `assets/${c.req.param('file')}`, aYear));
  routes.get('/models/:file{[\\w.-]+}', (c) => {
    const file = c.req.param('file');
    return models !== undefined && browserModels.includes(file) ? send(c, file, aDay, models) : c.notFound();
  });
  return routes;
}

function acceptedEncoding(header: string): Encoding {
  const accepted = header.split(',').map((part) => part.trim().split(';')[0]);
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}

/** Weights of nets hardly shrink: the best quality took four seconds of whoever asked first, for one part in twenty. */
export function brotliQuality(file: string): number {
  return ['.bin', '.f16'].includes(path.extname(file)) ? 5 : zlib.constants.BROTLI_MAX_QUALITY;
}

async function encode(file: string, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await fs.readFile(file);
  if (encoding === 'br')
    return new Uint8Array(await brotli(bytes, {params: {[zlib.constants.BROTLI_PARAM_QUALITY]: brotliQuality(file)}}));
  return new Uint8Array(encoding === 'gzip' ? await gzip(bytes, {level: 9}) : bytes);
}
