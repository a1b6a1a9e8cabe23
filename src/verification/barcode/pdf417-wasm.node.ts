/** The reader's wasm from the installed package, loaded once per process. */
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {loadPdf417Reader} from './read-pdf417.ts';

let loading: Promise<void> | undefined;

export function preparePdf417Reader(): Promise<void> {
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  // Resolved as a package path, so it is found beside the sources and beside the bundle alike.
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  await loadPdf417Reader(await readFile(path));
}
