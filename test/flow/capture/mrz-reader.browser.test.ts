import {expect} from '@open-wc/testing';
import {MrzReader} from '../../../src/flow/capture/mrz-reader.ts';
import {waitUntil} from '../flow-page.ts';
import {frameOf} from './frame-of.ts';

const slow = {timeout: 30_000};

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
