import assert from 'node:assert/strict';
import {test} from 'node:test';
import {pino} from 'pino';
import {JobWorker} from '../../src/jobs/job-worker.ts';
import type {ClaimedJob, JobStore, JobWorkerOptions} from '../../src/jobs/job-worker.ts';

/** Longer than any test: only waking makes it look again. */
const neverMs = 600_000;

test('a wake that comes while it is claiming is not lost', async () => {
  const store = new FakeStore();
  const looked = gate();
  const mayAnswer = gate();
  store.whileClaiming = () => {
    looked.open();
    return mayAnswer.opened;
  };
  const worker = start(store);
  await looked.opened;
  // too late for the claim under way, and nobody wakes again
  store.waiting.push({id: 'a', data: {}, attempt: 1});
  worker.wake();
  mayAnswer.open();
  await store.until(() => store.completed.length === 1);
  await worker.stop(1000);
});

test('a claim that fails is tried again', async () => {
  const store = new FakeStore();
  let failures = 0;
  store.whileClaiming = () => (++failures <= 2 ? Promise.reject(new Error('database away')) : Promise.resolve());
  store.waiting.push({id: 'a', data: {}, attempt: 1});
  const worker = start(store, {pollMs: 1});
  await store.until(() => store.completed.length === 1);
  await worker.stop(1000);
  assert.ok(failures >= 3);
});

test('a job that throws is reported by name and code, never by its words', async () => {
  const store = new FakeStore();
  const lines: string[] = [];
  const log = pino({level: 'warn'}, {write: (line) => void lines.push(line)});
  store.waiting.push({id: 'a', data: {}, attempt: 1});
  const worker = start(store, {
    log,
    perform: () => Promise.reject(Object.assign(new TypeError('Erika Mustermann'), {code: 'E_ODD'})),
  });
  await store.until(() => store.failed.length === 1);
  await worker.stop(1000);
  assert.deepEqual(store.failed, [{id: 'a', reason: {name: 'TypeError', code: 'E_ODD'}}]);
  assert.ok(lines.some((line) => line.includes('TypeError') && line.includes('job-worker.test')));
  assert.ok(!lines.join('').includes('Erika'));
});

test('an outcome that cannot be written does not stop the others', async () => {
  const store = new FakeStore();
  store.complete = (id) => {
    if (id === 'a') return Promise.reject(new Error('database away'));
    store.note(() => store.completed.push(id));
    return Promise.resolve();
  };
  store.waiting.push({id: 'a', data: {}, attempt: 1}, {id: 'b', data: {}, attempt: 1});
  const worker = start(store, {concurrency: 1});
  await store.until(() => store.completed.includes('b'));
  await worker.stop(1000);
});

test('while it stops it claims nothing more', async () => {
  const store = new FakeStore();
  const running = gate();
  const mayEnd = gate();
  store.waiting.push({id: 'a', data: {}, attempt: 1});
  const worker = start(store, {
    concurrency: 2,
    perform: () => {
      running.open();
      return mayEnd.opened;
    },
  });
  await running.opened;
  const stopped = worker.stop(60_000);
  store.waiting.push({id: 'b', data: {}, attempt: 1});
  worker.wake();
  mayEnd.open();
  await stopped;
  assert.deepEqual(store.completed, ['a']);
  assert.equal(store.waiting.length, 1);
  assert.deepEqual(store.released, []);
});

test('what outlives the grace is given back, and its late outcome changes nothing', async () => {
  const store = new FakeStore();
  const running = gate();
  const mayEnd = gate();
  store.waiting.push({id: 'a', data: {}, attempt: 1});
  const worker = start(store, {
    perform: async (_job, signal) => {
      running.open();
      await mayEnd.opened;
      signal.throwIfAborted();
    },
  });
  await running.opened;
  await worker.stop(1);
  assert.deepEqual(store.released, ['a']);
  mayEnd.open();
  await new Promise(setImmediate);
  assert.deepEqual(store.failed, []);
  assert.deepEqual(store.completed, []);
});

class FakeStore implements JobStore {
  readonly waiting: ClaimedJob[] = [];
  readonly completed: string[] = [];
  readonly failed: {id: string; reason: {name: string; code?: string}}[] = [];
  readonly released: string[] = [];
  whileClaiming: () => Promise<void> = () => Promise.resolve();
  #changed = (): void => {};

  async claim(count: number): Promise<ClaimedJob[]> {
    const jobs = this.waiting.slice(0, count);
    await this.whileClaiming();
    return this.waiting.splice(0, jobs.length);
  }

  complete(id: string): Promise<void> {
    this.note(() => this.completed.push(id));
    return Promise.resolve();
  }

  fail(id: string, reason: {name: string; code?: string}): Promise<void> {
    this.note(() => this.failed.push({id, reason}));
    return Promise.resolve();
  }

  release(ids: string[]): Promise<void> {
    this.note(() => this.released.push(...ids));
    return Promise.resolve();
  }

  note(change: () => void): void {
    change();
    this.#changed();
  }

  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => (this.#changed = resolve));
  }
}

function start(store: JobStore, options: Partial<JobWorkerOptions> = {}): JobWorker {
  const worker = new JobWorker({
    name: 'test',
    store,
    perform: () => Promise.resolve(),
    concurrency: 1,
    leaseMs: neverMs,
    pollMs: neverMs,
    log: pino({level: 'silent'}),
    ...options,
  });
  worker.start();
  return worker;
}

function gate(): {opened: Promise<void>; open: () => void} {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return {opened, open};
}
