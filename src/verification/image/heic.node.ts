/** HEIC by libheif (LGPL, wasm), an optional dependency that is loaded only when such a file comes: sharp ships without HEVC. */
import {ImageError} from './image-error.ts';

/** The part of libheif-js that we use. */
interface HeifImage {
  get_width(): number;
  get_height(): number;
  display(
    target: {data: Uint8ClampedArray; width: number; height: number},
    done: (result: {data: Uint8ClampedArray} | null) => void,
  ): void;
  free(): void;
}
interface Libheif {
  HeifDecoder: new () => {decode(bytes: Uint8Array): HeifImage[]};
  ready?: Promise<unknown>;
}

/** Upright RGBA of the primary picture; libheif applies the container's own rotation. `checkSize` may throw before pixels are made. */
export async function decodeHeic(
  bytes: Uint8Array,
  checkSize: (width: number, height: number) => void,
): Promise<{data: Uint8Array; width: number; height: number}> {
  const libheif = await loadLibheif();
  const images = readContainer(libheif, bytes);
  const image = images[0];
  if (!image) throw new ImageError('file_damaged', 'The HEIC file holds no picture');
  try {
    const width = image.get_width();
    const height = image.get_height();
    checkSize(width, height);
    const target = {data: new Uint8ClampedArray(width * height * 4), width, height};
    const shown = await new Promise<{data: Uint8ClampedArray} | null>((resolve) => image.display(target, resolve));
    if (!shown) throw new ImageError('file_damaged', 'The HEIC picture cannot be decoded');
    return {data: new Uint8Array(shown.data.buffer), width, height};
  } finally {
    for (const each of images) each.free();
  }
}

function readContainer(libheif: Libheif, bytes: Uint8Array): HeifImage[] {
  try {
    return new libheif.HeifDecoder().decode(bytes);
  } catch (cause) {
    throw new ImageError('file_damaged', 'The HEIC container cannot be read', {cause});
  }
}

/** Held in a variable so that type checks and bundlers leave the optional package alone. */
const libheifModule: string = 'libheif-js/wasm-bundle.js';

async function loadLibheif(): Promise<Libheif> {
  try {
    const module = (await import(libheifModule)) as {default: Libheif};
    await module.default.ready;
    return module.default;
  } catch (cause) {
    throw new ImageError('file_unsupported', 'HEIC needs the optional package libheif-js, which is not installed', {
      cause,
    });
  }
}
