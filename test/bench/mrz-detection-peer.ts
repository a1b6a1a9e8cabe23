/**
 * mrz-detection 0.4.1 (npm, MIT, last published in 2019) on the same pictures, as its own scripts use it: find the zone, cut it out, read it.
 * It is installed into a cache folder when it is asked for, and never otherwise. It runs on Node 20; a picture it throws at was not read.
 */
import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {promisify} from 'node:util';
import sharp from 'sharp';
import {parseMrz} from '../../src/verification/document/mrz/parse.ts';
import {faceModelFolder} from '../../src/verification/face/models/folder.node.ts';

interface Library {
  getMrz(image: unknown, options: object): unknown;
  readMrz(cut: unknown, options: object): Promise<{mrz?: string[]}>;
}

export async function openMrzDetection() {
  const folder = path.join(path.dirname(faceModelFolder()), 'peers', 'mrz-detection');
  if (!existsSync(path.join(folder, 'node_modules', 'mrz-detection'))) await install(folder);
  const require = createRequire(path.join(folder, 'package.json'));
  const library = require('mrz-detection') as Library;
  const {Image} = require('image-js') as {Image: {load(bytes: Uint8Array): Promise<unknown>}};
  return {
    name: 'mrz-detection',
    barcodes: false,
    turns: false,
    async read(bytes: Uint8Array) {
      const upright = await sharp(bytes).autoOrient().flatten({background: '#ffffff'}).jpeg({quality: 95}).toBuffer();
      try {
        const lines = (await library.readMrz(library.getMrz(await Image.load(upright), {}), {})).mrz;
        if (!lines || lines.length < 2) return {};
        const {checks} = parseMrz(lines, {today: '2026-11-22'});
        return {lines, verified: checks.length > 0 && checks.every(({valid}) => valid)};
      } catch {
        // "size is out of range", "no roi found": its way of saying that it found nothing
        return {};
      }
    },
    close: () => Promise.resolve(),
  };
}

async function install(folder: string): Promise<void> {
  await mkdir(folder, {recursive: true});
  const args = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', 'mrz-detection@0.4.1'];
  await promisify(execFile)('npm', args, {shell: process.platform === 'win32', cwd: folder});
}
