import {expect} from '@open-wc/testing';
import {MrzReader} from '../../../src/flow/capture/mrz-reader.ts';
import {grayFromPixels, type GrayImage} from '../../../src/verification/image/gray.ts';
import {waitUntil} from '../flow-page.ts';

const slow = {timeout: 30_000};

async function frameOf(picture: string): Promise<GrayImage> {
  const image = new Image();
  image.src = new URL(picture, location.href).href;
  await image.decode();
  const [width, height] = [1200, Math.round((1200 * image.height) / image.width)];
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0, width, height);
  return grayFromPixels(context.getImageData(0, 0, width, height).data, width, height, 4);
}

describe('reading lines live', () => {
  it('finds the lines of a passport and of a card readable, in a worker, with the weights of this origin', async () => {
    for (const picture of ['/demo/specimens/passport-photo.jpg', '/demo/specimens/id-back-photo.jpg']) {
      const reader = new MrzReader();
      reader.offer(await frameOf(picture), 0);
      await waitUntil(() => reader.idle, picture, slow);
      expect(reader.readable(1), picture).to.equal(true);
      reader.stop();
    }
  });

  it('finds none readable where there are none', async () => {
    const reader = new MrzReader();
    reader.offer(await frameOf('/demo/specimens/cat.jpg'), 0);
    await waitUntil(() => reader.idle, 'an answer', slow);
    expect(reader.readable(1)).to.equal(false);
    reader.stop();
  });
});
