/** The pages over a real database, with built files of our own making. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {languages} from '../../../src/protocol/languages.ts';
import type {TemplateGraph} from '../../../src/protocol/template.ts';
import {pageRoutes} from '../../../src/server/pages/routes.ts';
import {openApiWorld, type ApiWorld} from '../api/api-world.ts';

export interface PageWorld extends ApiWorld {
  open(address: string, headers?: Record<string, string>): Promise<{status: number; headers: Headers; text: string}>;
}

export async function openPageWorld(graph: Partial<TemplateGraph> = {}): Promise<PageWorld> {
  const world = await openApiWorld({graph});
  const publicFiles = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-public-'));
  writeBuild(publicFiles);
  const routes = pageRoutes({...world.ctx, settings: {...world.ctx.settings, publicFiles}});
  return {
    ...world,
    async open(address, headers = {}) {
      const response = await routes.request(address, {headers});
      return {status: response.status, headers: response.headers, text: await response.text()};
    },
    async close() {
      await world.close();
      fs.rmSync(publicFiles, {recursive: true});
    },
  };
}

function writeBuild(folder: string): void {
  const bundle = (file: string, rest = {}) => ({file, css: [], preload: [], chunks: {}, ...rest});
  const files: Record<string, string> = {
    'embed.js': 'var Countersign = {};',
    'embed/1.2.3.js': 'var Countersign = {};',
    'embed/sri.json': '{}',
    'assets/flow-1.js': 'export {};',
    'assets/reader-1.wasm': 'wasm',
    'assets/net-1.f16': 'weights',
    'page-words.json': JSON.stringify(Object.fromEntries(languages.map((language) => [language, words(language)]))),
    'manifest.json': JSON.stringify({
      flow: bundle('assets/flow-1.js', {
        preload: ['assets/lit-1.js'],
        chunks: {
          'flow/steps/consent': ['assets/consent-1.js', 'assets/lit-1.js'],
          'flow/locales/de/base': ['assets/de-1.js'],
        },
      }),
      page: bundle('assets/page-1.js', {css: ['assets/page-1.css']}),
    }),
  };
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), {recursive: true});
    fs.writeFileSync(path.join(folder, name), text);
  }
}

/** Words that say which language they stand for. */
const words = (language: string) =>
  Object.fromEntries(
    ['title', 'noscript', 'refusedTitle', 'refusedText', 'refusedOwner'].map((key) => [key, `${language} ${key}`]),
  );

/** Attributes of `<countersign-flow>` as the browser would read them. */
export function flowAttributes(html: string): Record<string, string> {
  const tag = /<countersign-flow ([^>]*)>/.exec(html)?.[1] ?? '';
  const text: Record<string, string> = {'&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#39;': "'"};
  return Object.fromEntries(
    [...tag.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replace(/&(quot|amp|lt|gt|#39);/g, (entity) => text[entity] ?? entity),
    ]),
  );
}

/** One directive of the page's policy. */
export function directive(headers: Headers, name: string): string | undefined {
  const policy = headers.get('content-security-policy') ?? '';
  return policy
    .split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1);
}
