import {expect} from '@open-wc/testing';
import {MrzReader} from '../../../src/flow/capture/mrz-reader.ts';
import {startBarcodeReaderWorker} from '../../../src/flow/capture/worker.ts';
import {waitUntil} from '../flow-page.ts';
import {frameOf} from './frame-of.ts';

const slow = {timeout: 30_000};

async function decoded(picture: string): Promise<boolean> {
  const reader = new MrzReader(startBarcodeReaderWorker);
  reader.offer(await frameOf(picture), 0);
  await waitUntil(() => reader.idle, picture, slow);
  const readable = reader.readable(1);
  reader.stop();
  return readable;
}

describe('reading bar codes live', () => {
  it('finds the bar code of a licence readable, in a worker, with the reader of this origin', async () => {
    expect(await decoded('/demo/specimens/licence-back-photo.jpg')).to.equal(true);
  });

  it('finds none where there is none', async () => {
    expect(await decoded('/demo/specimens/cat.jpg')).to.equal(false);
  });
});
