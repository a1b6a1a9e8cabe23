/** Which files the build made (`rollup.config.mjs`), read once per process. */
import fs from 'node:fs/promises';
import path from 'node:path';

export interface Bundle {
  /** The entry, relative to the public folder. */
  file: string;
  css: string[];
  /** What the entry imports statically. */
  preload: string[];
  /** What it may import later, by module (`flow/steps/consent`), each with what that imports. */
  chunks: Record<string, string[]>;
}

export type Manifest = Record<'flow' | 'page', Bundle>;

/** @throws when the browser files were not built */
export async function readManifest(publicFiles: string): Promise<Manifest> {
  const file = path.join(publicFiles, 'manifest.json');
  const manifest = JSON.parse(await fs.readFile(file, 'utf8')) as Partial<Manifest>;
  const {flow, page} = manifest;
  if (!flow || !page) throw new Error(`${file} lacks the flow: run npm run build`);
  return {flow, page};
}
