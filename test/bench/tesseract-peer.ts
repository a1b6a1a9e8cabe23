/** General OCR on the same pictures: tesseract.js with its English data, full page, helped by our own assembly and check digits. */
import {dirname, join} from 'node:path';
import {createRequire} from 'node:module';
import {assembleMrz} from '../../src/verification/document/mrz/assemble.ts';
import sharp from 'sharp';

export async function openTesseract() {
  const {createWorker} = await import('tesseract.js');
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
  // Local data and no cache: it would download both otherwise.
  const worker = await createWorker('eng', 1, {
    langPath: join(data, '4.0.0_best_int'),
    gzip: true,
    cacheMethod: 'none',
  });
  return {
    name: 'tesseract.js eng',
    barcodes: false,
    turns: false,
    async read(bytes: Uint8Array) {
      const upright = await sharp(bytes).autoOrient().flatten({background: '#ffffff'}).png().toBuffer();
      const {data: page} = await worker.recognize(upright);
      const lines = page.text
        .toUpperCase()
        .split('\n')
        .map((line) => ({text: line.replace(/[«‹({[]/g, '<').replace(/[^A-Z0-9<]/g, '')}));
      const assembly = assembleMrz(lines);
      return assembly && assembly.score >= 3 ? {lines: assembly.lines, verified: assembly.checkShare === 1} : {};
    },
    async close() {
      await worker.terminate();
    },
  };
}
