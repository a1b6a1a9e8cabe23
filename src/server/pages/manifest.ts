/** Which files the build made (`rollup.config.mjs`), read once per process. */
import fs from 'node:fs/promises';
import path from 'node:path';
import type {Language} from '../../protocol/languages.ts';

export interface Bundle {
  /** The entry, relative to the public folder. */
  file: string;
  css: string[];
  /** What the entry imports statically. */
  preload: string[];
  /** What it may import later, by module (`flow/steps/consent`), each with what that imports. */
  chunks: Record<string, string[]>;
}

/** What the pages around the flow say: the group `page` of each language in `flow/locales/`. */
export interface PageWords {
  title: string;
  noscript: string;
  refusedTitle: string;
  refusedText: string;
  refusedOwner: string;
}

export interface Manifest extends Record<'flow' | 'page', Bundle> {
  words: Partial<Record<Language, PageWords>>;
}

/** @throws when the browser files were not built */
export async function readManifest(publicFiles: string): Promise<Manifest> {
  const file = path.join(publicFiles, 'manifest.json');
  const manifest = JSON.parse(await fs.readFile(file, 'utf8')) as Partial<Manifest>;
  const words = JSON.parse(await fs.readFile(path.join(publicFiles, 'page-words.json'), 'utf8')) as Manifest['words'];
  const {flow, page} = manifest;
  if (!flow || !page) throw new Error(`${file} lacks the flow: run npm run build`);
  return {flow, page, words};
}

/** @throws when the browser files were built before the language was added */
export function pageWords({words}: Manifest, language: Language): PageWords {
  const found = words[language];
  if (!found) throw new Error(`page-words.json lacks ${language}: run npm run build`);
  return found;
}
