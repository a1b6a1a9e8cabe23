/** The net that reads MRZ lines, opened once per process. */
import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {openOnnxRecogniser} from './mrz/recogniser-onnx.node.ts';
import type {MrzRecogniser} from './mrz/recogniser.ts';

let opening: Promise<MrzRecogniser> | undefined;

export function mrzRecogniser(): Promise<MrzRecogniser> {
  opening ??= openOnnxRecogniser({models: modelsFolder()});
  return opening;
}

/** COUNTERSIGN_MODELS, else the nearest `models` folder above: beside the sources, or packed beside the bundle. */
function modelsFolder(): string {
  const named = process.env['COUNTERSIGN_MODELS'];
  if (named) return named;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'models', 'mrz', 'mrz-lines.onnx'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The folder models/mrz is missing from this installation');
    folder = parent;
  }
  return join(folder, 'models');
}
