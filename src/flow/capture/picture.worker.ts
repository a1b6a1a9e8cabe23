/**
 * Makes a chosen image fit to send, beside the page: upright, at most 12 megapixels, JPEG, and without its metadata, so that the
 * place where it was taken never leaves the device.
 */
export interface PictureRequest {
  file: Blob;
}
export type PictureAnswer = {blob: Blob} | {undecodable: true};

interface WorkerScope {
  onmessage: ((event: MessageEvent<PictureRequest>) => void) | null;
  postMessage(answer: PictureAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;
const maxPixels = 12_000_000;

scope.onmessage = ({data}) => {
  void prepare(data.file).then((answer) => scope.postMessage(answer));
};

async function prepare(file: Blob): Promise<PictureAnswer> {
  let bitmap: ImageBitmap;
  try {
    // Applies the EXIF orientation in every engine.
    bitmap = await createImageBitmap(file);
  } catch {
    return {undecodable: true};
  }
  const scale = Math.min(1, Math.sqrt(maxPixels / (bitmap.width * bitmap.height)));
  const width = Math.max(1, Math.floor(bitmap.width * scale));
  const height = Math.max(1, Math.floor(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) return {undecodable: true};
  // JPEG has no transparency: what was see-through becomes white, not black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return {blob: await canvas.convertToBlob({type: 'image/jpeg', quality: 0.92})};
}
