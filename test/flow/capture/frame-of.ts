/** A picture as the preview would hand it to a reader. */
import {grayFromPixels, type GrayImage} from '../../../src/verification/image/gray.ts';

export async function frameOf(picture: string): Promise<GrayImage> {
  const image = new Image();
  image.src = new URL(picture, location.href).href;
  await image.decode();
  const [width, height] = [1200, Math.round((1200 * image.height) / image.width)];
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0, width, height);
  return grayFromPixels(context.getImageData(0, 0, width, height).data, width, height, 4);
}
