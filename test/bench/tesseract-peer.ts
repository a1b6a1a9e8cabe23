/**
 * General OCR on the same pictures: tesseract.js with its English data or a file of other data, full page, helped by our own assembly
 * and check digits.
 */
import {basename, dirname, join, resolve} from 'node:path';
import {createRequire} from 'node:module';
import {assembleMrz} from '../../src/verification/document/mrz/assemble.ts';
import sharp from 'sharp';

export async function openTesseract(traineddata?: string) {
  const {createWorker} = await import('tesseract.js');
  const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json'));
  // Local data and no cache: it would download both otherwise.
  const [language, langPath] =
    traineddata === undefined
      ? ['eng', join(data, '4.0.0_best_int')]
      : [basename(traineddata).replace(/\.traineddata(\.gz)?$/, ''), dirname(resolve(traineddata))];
  const gzip = traineddata === undefined || traineddata.endsWith('.gz');
  const worker = await createWorker(language, 1, {langPath, gzip, cacheMethod: 'none'});
  return {
    name: `tesseract.js ${language}`,
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
