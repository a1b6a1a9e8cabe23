/**
 * Looks: theme sets of the environment (`protocol/theme-set.ts`), and those that the operator keeps on the server: a folder `<data folder>/themes/<id>/` with `theme.json` (`{"scheme", "properties"}` as a
 * host page gives them), and beside it, if wanted, `logo.svg`, `logo.png` or `logo.webp`, and `font.woff2`. The folder `default` counts
 * where nobody names another. Pictures and fonts come from here only: the frame's policy lets nothing else in.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import {Hono} from 'hono';
import * as z from 'zod';
import type {Context} from '../../commands/context.ts';
import {isId} from '../../protocol/ids.ts';
import {presentLook} from '../../storage/resources/theme-set.ts';
import {findThemeSet} from '../../storage/theme-set.ts';
import {isolation} from './security-headers.ts';

const themeFileSchema = z.strictObject({
  scheme: z.enum(['light', 'dark', 'auto']).optional(),
  properties: z.record(z.string().regex(/^--cs-[a-z-]+$/), z.string().max(200)).optional(),
});

export type ThemeSet = z.infer<typeof themeFileSchema> & {
  /** Addresses on this server. */
  logo?: string;
  font?: string;
};

const types: Record<string, string> = {
  'logo.svg': 'image/svg+xml',
  'logo.png': 'image/png',
  'logo.webp': 'image/webp',
  'font.woff2': 'font/woff2',
};

/** A name that is one plain folder: no way out of the place where they stand. */
const plainName = /^[A-Za-z0-9][\w-]{0,63}$/;

/**
 * @returns undefined where there is no such folder; a page with a look that nobody made still opens
 * @throws Error when `theme.json` is there and is not a theme: the operator reads it in the log
 */
export async function readThemeSet(themes: string, id: string): Promise<ThemeSet | undefined> {
  if (!plainName.test(id)) return undefined;
  const folder = path.join(themes, id);
  const names = await fs.readdir(folder).catch(() => undefined); // not there, or not a folder: the same as no look
  if (!names) return undefined;
  const text = names.includes('theme.json') ? await fs.readFile(path.join(folder, 'theme.json'), 'utf8') : '{}';
  const logo = ['logo.svg', 'logo.png', 'logo.webp'].find((name) => names.includes(name));
  return {
    ...parseTheme(path.join(folder, 'theme.json'), text),
    ...(logo && {logo: `/themes/${id}/${logo}`}),
    ...(names.includes('font.woff2') && {font: `/themes/${id}/font.woff2`}),
  };
}

function parseTheme(file: string, text: string): z.infer<typeof themeFileSchema> {
  try {
    return themeFileSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${file} is not a theme: {"scheme": "light", "properties": {"--cs-accent": "#0f766e"}}`, {cause});
  }
}

/**
 * The look of that name: a theme set of the page's environment by its id, or a folder. A set that is not there or archived is as good as
 * none named.
 */
export async function themeOf(
  ctx: Pick<Context, 'database'>,
  themes: string,
  page: {envId: string} | undefined,
  id: string,
): Promise<ThemeSet | undefined> {
  if (!isId('theme-set', id)) return readThemeSet(themes, id);
  const row = page && (await findThemeSet(ctx.database.db, page.envId, id));
  if (!row || row.archived_at) return readThemeSet(themes, 'default');
  const {folder, ...look} = presentLook(row);
  const {logo, font} = (folder !== undefined && (await readThemeSet(themes, folder))) || {};
  return {...look, ...(logo !== undefined && {logo}), ...(font !== undefined && {font})};
}

/** `/themes/<id>/<file>`: pictures and fonts, and nothing that runs. */
export function themeFiles(themes: string): Hono {
  const routes = new Hono();
  routes.get('/themes/:id/:file', async (c) => {
    const {id, file} = c.req.param();
    const type = types[file];
    if (!type || !plainName.test(id)) return c.notFound();
    const bytes = await fs.readFile(path.join(themes, id, file)).catch(() => undefined); // whatever the reason: there is none to show
    if (!bytes) return c.notFound();
    return c.body(new Uint8Array(bytes), 200, {
      ...isolation,
      'Content-Type': type,
      'Cache-Control': 'public, max-age=300',
      // a drawing opened by itself runs nothing either
      'Content-Security-Policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    });
  });
  return routes;
}
