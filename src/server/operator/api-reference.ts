/**
 * `/api/docs`: our OpenAPI document for reading. The viewer is somebody else's program on the operators' origin, so its page is
 * sandboxed into an origin of its own: it reaches no cookie, no storage and no other page of ours.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import {Hono} from 'hono';
import {html} from 'hono/html';
import type {Settings} from '../../protocol/settings.ts';
import {openApiDocument} from '../api/openapi.ts';
import {operations} from '../api/operations/all.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // the viewer writes style attributes; nothing else of it is inline
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  'sandbox allow-scripts allow-popups',
].join('; ');

/** What a page of no origin must be told that it may load. */
const open = {'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*'} as const;

export function apiReference({publicUrl, publicFiles}: Pick<Settings, 'publicUrl' | 'publicFiles'>): Hono {
  const routes = new Hono();
  const servers = [{url: `${publicUrl}/api/v1`}];
  routes.get('/docs', (c) => {
    c.header('content-security-policy', contentSecurityPolicy);
    return c.html(page());
  });
  routes.get('/docs/viewer.js', async (c) => {
    const script = await fs.readFile(path.join(publicFiles, 'assets/api-reference.js'));
    const headers = {
      ...open,
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    };
    return c.body(script, 200, headers);
  });
  routes.get('/openapi.json', (c) => c.json({...openApiDocument(operations), servers}, 200, open));
  return routes;
}

/** Trying calls out is switched off: the API answers no browser of another origin, and keys do not belong here. */
function page() {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Countersign API</title>
        <script defer src="/api/docs/viewer.js"></script>
      </head>
      <body>
        <rapi-doc
          spec-url="/api/openapi.json"
          load-fonts="false"
          regular-font="system-ui, sans-serif"
          mono-font="ui-monospace, monospace"
          render-style="read"
          schema-style="table"
          theme="light"
          primary-color="#0f766e"
          allow-try="false"
          allow-authentication="false"
          allow-server-selection="false"
          allow-spec-url-load="false"
          allow-spec-file-load="false"
          show-header="false"
        ></rapi-doc>
      </body>
    </html>`;
}
