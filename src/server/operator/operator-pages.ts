/** The two pages of the operators' origin: signing in, and the shell the dashboard lives in. */
import fs from 'node:fs/promises';
import path from 'node:path';
import {html} from 'hono/html';

/** What the build writes about the browser bundles: entry name -> script and what to preload. */
interface Manifest {
  [entry: string]: {file: string; css?: string[]; preload?: string[]} | undefined;
}

export function signInPage(code: string, state: 'ask' | 'used') {
  const ask = state === 'ask' && code !== '';
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Sign in · Countersign</title>
        <link rel="stylesheet" href="/assets/operator.css" />
      </head>
      <body class="sign-in">
        <main>
          <h1>${ask ? 'Sign in to Countersign' : 'A fresh link is needed'}</h1>
          <p>
            ${
              ask
                ? 'This link works once. Continue on the device you want to work on.'
                : 'Sign-in links work once and for a short time. A new one comes from the shell where Countersign runs; with the embedded database, each start prints one.'
            }
          </p>
          ${
            ask
              ? html`<form method="post" action="/sign-in">
                  <input type="hidden" name="code" value="${code}" />
                  <button type="submit" autofocus>Sign in</button>
                </form>`
              : html`<pre><code>countersign operators link</code></pre>`
          }
        </main>
      </body>
    </html>`;
}

export async function dashboardPage(publicFiles: string) {
  const manifest = JSON.parse(await fs.readFile(path.join(publicFiles, 'manifest.json'), 'utf8')) as Manifest;
  const entry = manifest['dashboard'];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Countersign</title>
        <link rel="stylesheet" href="/assets/operator.css" />
        ${(entry?.preload ?? []).map((file) => html`<link rel="modulepreload" href="/${file}" />`)}
        <script type="module" src="/${entry?.file ?? ''}"></script>
      </head>
      <body>
        <countersign-dashboard></countersign-dashboard>
        <noscript>The dashboard needs JavaScript.</noscript>
      </body>
    </html>`;
}
