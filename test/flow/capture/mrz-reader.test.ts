import assert from 'node:assert/strict';
import {test} from 'node:test';
import {MrzReader} from '../../../src/flow/capture/mrz-reader.ts';
import type {MrzReaderAnswer} from '../../../src/flow/capture/mrz-reader.worker.ts';
import type {GrayImage} from '../../../src/verification/image/gray.ts';

/** A worker that answers when told to. */
class ScriptedWorker extends EventTarget {
  onmessage: ((event: MessageEvent<MrzReaderAnswer>) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  asked = 0;
  terminated = false;
  postMessage(): void {
    this.asked++;
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(data: MrzReaderAnswer): void {
    this.onmessage?.(new MessageEvent('message', {data}));
  }
}

function open() {
  const workers: ScriptedWorker[] = [];
  const reader = new MrzReader(() => {
    const worker = new ScriptedWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return {reader, workers};
}
const frame = (): GrayImage => ({data: new Uint8Array(4), width: 2, height: 2});

test('the worker comes with the first frame, and takes one at a time', () => {
  const {reader, workers} = open();
  assert.equal(workers.length, 0);
  reader.offer(frame(), 0);
  reader.offer(frame(), 10);
  assert.equal(workers.length, 1);
  assert.equal(workers[0]?.asked, 1);
  assert.equal(reader.idle, false);
  workers[0]?.answer({readable: false, ms: 20});
  assert.equal(reader.idle, true);
});

test('a reading speaks for the moments after its frame, not for ever', () => {
  const {reader, workers} = open();
  reader.offer(frame(), 1000);
  assert.equal(reader.readable(1001), false);
  workers[0]?.answer({readable: true, ms: 60});
  assert.equal(reader.readable(2000), true);
  assert.equal(reader.readable(2600), false);
});

test('a frame that could not be read takes nothing back', () => {
  const {reader, workers} = open();
  reader.offer(frame(), 0);
  workers[0]?.answer({readable: true, ms: 60});
  reader.offer(frame(), 200);
  workers[0]?.answer({readable: false, ms: 60});
  assert.equal(reader.readable(300), true);
});

test('without weights, on a device that is too slow, and after an error nobody asks again', () => {
  const ends: ((worker: ScriptedWorker) => void)[] = [
    (worker) => worker.answer({unavailable: true}),
    (worker) => worker.answer({readable: false, ms: 4000}),
    (worker) => worker.onerror?.(new Event('error', {cancelable: true})),
  ];
  for (const end of ends) {
    const {reader, workers} = open();
    reader.offer(frame(), 0);
    const [worker] = workers;
    assert.ok(worker);
    end(worker);
    assert.equal(reader.idle, false);
    assert.equal(worker.terminated, true);
    reader.offer(frame(), 500);
    assert.equal(worker.asked, 1);
    assert.equal(reader.readable(500), false);
  }
});
