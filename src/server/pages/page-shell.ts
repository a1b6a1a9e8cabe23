/** What every page of the public origin shares: head, language, stylesheet. Everything put in is escaped by `html`. */
import {html} from 'hono/html';
import {directionOf, type Language} from '../../protocol/languages.ts';
import type {Manifest} from './manifest.ts';

export type Markup = ReturnType<typeof html>;

export interface Shell {
  language: Language;
  title: string;
  manifest: Manifest;
  /** Attributes of the first script, which runs before anything else is fetched by script; without any it is left out. */
  first: Record<string, string | undefined>;
  /** Modules to fetch early. */
  preload: readonly string[];
  body: Markup;
}

export function pageShell({language, title, manifest, first, preload, body}: Shell): Markup {
  const {page} = manifest;
  const needed = Object.values(first).some((value) => value !== undefined);
  return html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${needed ? html`<script src="/${page.file}" ${attributes(first)}></script>` : ''}
        ${page.css.map((file) => html`<link rel="stylesheet" href="/${file}" />`)}
        ${preload.map((file) => html`<link rel="modulepreload" href="/${file}" />`)}
      </head>
      <body>
        ${body}
      </body>
    </html> `;
}

/** `name="value"` for what is given; names are ours, values are escaped. */
export function attributes(values: Record<string, string | undefined>): Markup[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (!/^[a-z-]+$/.test(name)) throw new Error(`${name} is no attribute of ours`);
    return [html`${name}="${value}" `];
  });
}
