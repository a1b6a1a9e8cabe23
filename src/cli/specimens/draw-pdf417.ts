/** A PDF417 symbol as SVG rectangles, from the module matrix that zxing-cpp's writer gives. */
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {prepareZXingModule, writeBarcode} from 'zxing-wasm/writer';

let loading: Promise<unknown> | undefined;

export async function drawPdf417(
  text: string,
  box: {x: number; y: number; width: number; height: number},
): Promise<string> {
  loading ??= prepare();
  await loading;
  // Error correction level 5 is the least that AAMVA recommends for a card.
  const {symbol, error} = await writeBarcode(text, {format: 'PDF417', ecLevel: '5', addQuietZones: false});
  if (error) throw new Error(`The bar code could not be written: ${error}`);
  const {data, width, height} = symbol;
  const [stepX, stepY] = [box.width / width, box.height / height];
  let d = '';
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if ((data[row * width + column] ?? 255) > 127) continue;
      const from = column;
      while (column + 1 < width && (data[row * width + column + 1] ?? 255) <= 127) column++;
      d += `M${(box.x + from * stepX).toFixed(2)} ${(box.y + row * stepY).toFixed(2)}h${((column + 1 - from) * stepX).toFixed(2)}v${(stepY + 0.02).toFixed(2)}h-${((column + 1 - from) * stepX).toFixed(2)}z`;
    }
  }
  return `<path d="${d}" fill="#141414"/>`;
}

async function prepare(): Promise<unknown> {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm');
  const wasmBinary = (await readFile(path)).slice().buffer;
  return prepareZXingModule({overrides: {wasmBinary}, fireImmediately: true, equalityFn: () => true});
}
