import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {
  EngineError,
  type EngineFailure,
  type EnginePool,
  type GovernmentIdInput,
} from '../../src/verification/engine.ts';
import {openEnginePool} from '../../src/verification/pool.node.ts';

const entry = new URL('./hostile-engine.ts', import.meta.url);

function order(id: string, bytes = new Uint8Array(3)): GovernmentIdInput {
  return {evidence: [{id, side: 'front', bytes}], chosen: {}, config: {}, today: '2026-11-22', sandbox: true};
}

function fails(failure: EngineFailure, message?: RegExp) {
  return (error: unknown): boolean => {
    assert.ok(error instanceof EngineError, String(error));
    assert.equal(error.failure, failure);
    if (message) assert.match(error.message, message);
    return true;
  };
}

const pidOf = async (pool: EnginePool): Promise<string> =>
  (await pool.run('government-id', order('answer'))).fields['document-number']?.value ?? '';

describe('the engine pool', () => {
  let pool: EnginePool;
  before(async () => {
    process.env['COUNTERSIGN_SECRET'] = 'not for children';
    pool = openEnginePool({processes: 1, entry, models: 'models', memoryMb: 300, queueLimit: 2});
    await pool.ready();
  });
  after(() => pool.stop());

  it('runs an engine in another process, with bytes, progress words and no secrets', async () => {
    const words: string[] = [];
    const result = await pool.run('government-id', order('answer', new Uint8Array(1_000_000)), {
      onProgress: (word) => words.push(word),
    });
    assert.notEqual(result.fields['document-number']?.value, String(process.pid));
    assert.equal(result.fields['document-number']?.confidence, 1_000_000);
    assert.equal(result.cpuMs, 0, 'the child sees no secret in its environment');
    assert.deepEqual(words, ['received', 'deciding']);
  });

  it('kills a run that hangs and serves the next with a new process', async () => {
    const first = await pidOf(pool);
    const {restarts} = pool.stats();
    await assert.rejects(pool.run('government-id', order('hang'), {timeoutMs: 200}), fails('timeout', /200 ms/));
    assert.notEqual(await pidOf(pool), first);
    assert.equal(pool.stats().restarts, restarts + 1);
  });

  it('lets a dying decoder cost its own job and nothing else', async () => {
    const runs = [pool.run('government-id', order('abort')), pool.run('government-id', order('answer'))];
    const [died, lived] = await Promise.allSettled(runs);
    assert.equal(died?.status, 'rejected');
    assert.ok(fails('crashed')(died.reason));
    assert.equal(lived?.status, 'fulfilled');
    await assert.rejects(pool.run('government-id', order('exit')), fails('crashed', /code 3/));
    assert.ok(await pidOf(pool));
  });

  it('keeps the process when an engine merely throws', async () => {
    const first = await pidOf(pool);
    await assert.rejects(
      pool.run('government-id', order('throw')),
      fails('crashed', /RangeError: the picture has no pixels/),
    );
    assert.equal(await pidOf(pool), first);
  });

  it('ends a process that eats memory', async () => {
    await assert.rejects(pool.run('government-id', order('eat')), fails('out_of_memory'));
    assert.ok(await pidOf(pool));
  });

  it('renews a process that keeps much memory, between two runs', async () => {
    const first = await pidOf(pool);
    const hoarder = await pool.run('government-id', order('hoard'));
    assert.equal(hoarder.fields['document-number']?.value, first, 'its own run is answered');
    assert.notEqual(await pidOf(pool), first);
  });

  it('refuses when the queue is full', async () => {
    const accepted = [1, 2, 3].map(() => pool.run('government-id', order('wait')));
    assert.deepEqual({...pool.stats(), restarts: 0}, {size: 1, busy: 1, queued: 2, restarts: 0});
    await assert.rejects(pool.run('government-id', order('answer')), fails('queue_full'));
    await Promise.all(accepted);
  });

  it('gives a run up when its signal says so, waiting or running', async () => {
    const caller = new AbortController();
    const hanging = pool.run('government-id', order('hang'), {
      signal: caller.signal,
      onProgress: () => caller.abort(),
    });
    const waiting = pool.run('government-id', order('answer'), {signal: caller.signal});
    await Promise.all([assert.rejects(hanging, fails('stopped')), assert.rejects(waiting, fails('stopped'))]);
    await assert.rejects(pool.run('government-id', order('answer'), {signal: caller.signal}), fails('stopped'));
    assert.ok(await pidOf(pool));
  });
});

describe('an engine pool that cannot work', () => {
  it('says why its processes do not start', async () => {
    const pool = openEnginePool({processes: 1, entry, models: 'missing'});
    const waiting = pool.run('government-id', order('answer'));
    await Promise.all([
      assert.rejects(pool.ready(), fails('crashed', /does not start.*no models there/)),
      assert.rejects(waiting, fails('crashed')),
    ]);
    await pool.stop();
  });

  it('lets running work finish on stop, refuses the rest', async () => {
    const pool = openEnginePool({processes: 1, entry, models: 'models'});
    await pool.ready();
    const running = pool.run('government-id', order('wait'));
    const queued = pool.run('government-id', order('answer'));
    const refused = assert.rejects(queued, fails('stopped'));
    await pool.stop();
    assert.ok((await running).fields['document-number']);
    await refused;
    await assert.rejects(pool.run('government-id', order('answer')), fails('stopped'));
  });
});
