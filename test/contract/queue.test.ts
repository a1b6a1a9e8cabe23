import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {openQueue} from '../../src/jobs/open-queue.ts';
import type {QueueOptions} from '../../src/jobs/open-queue.ts';
import type {JobHandler, JobName, Queue} from '../../src/jobs/queue.ts';
import {onEachDatabase} from './each-database.ts';
import type {World} from './world.ts';

type Handlers = {[N in JobName]: JobHandler<N>};
type Options = Omit<QueueOptions, 'database' | 'log'>;

/** Longer than any test: what runs before that was woken, not polled. */
const neverMs = 600_000;

onEachDatabase((world) => {
  const open: Queue[] = [];
  const queueOn = async (options: Options = {}): Promise<Queue> => {
    const queue = await openQueue({database: world().database, log: world().log, pollMs: 50, ...options});
    open.push(queue);
    return queue;
  };
  afterEach(async () => {
    for (const queue of open.splice(0)) await queue.stop(0);
    await world().database.execute('delete from pgboss.job', []);
  });

  test('a job runs once its transaction commits, with what was put in', async () => {
    const queue = await queueOn({pollMs: neverMs});
    const ran = eventually<unknown>();
    await queue.work(handlers({'run-verification': async (data, {attempt}) => ran.settle({data, attempt})}));
    await put(world(), queue, 'ver_1');
    queue.wake('run-verification');
    assert.deepEqual(await ran.happened, {data: {envId: 'env_1', verificationId: 'ver_1'}, attempt: 1});
  });

  test('a job whose transaction is rolled back never was', async () => {
    const queue = await queueOn();
    const ids: string[] = [];
    const last = eventually();
    await queue.work(
      handlers({
        'run-verification': async ({verificationId}) => {
          ids.push(verificationId);
          if (verificationId === 'ver_last') last.settle();
        },
      }),
    );
    await assert.rejects(
      world().database.transaction(async (tx) => {
        await queue.enqueue(tx, 'run-verification', {envId: 'env_1', verificationId: 'ver_undone'});
        throw new Error('no');
      }),
    );
    await put(world(), queue, 'ver_last');
    await last.happened;
    assert.deepEqual(ids, ['ver_last']);
  });

  test('a job starts no sooner than it should, and then without waiting for the poll', async () => {
    const queue = await queueOn({pollMs: neverMs});
    const ran = eventually<number>();
    await queue.work(handlers({'deliver-webhook': async () => ran.settle(Date.now())}));
    const startAfter = new Date(Date.now() + 700);
    await world().database.transaction((tx) =>
      queue.enqueue(tx, 'deliver-webhook', {envId: 'env_1', deliveryId: 'wbhdel_1', webhookId: 'wbh_1'}, {startAfter}),
    );
    queue.wake('deliver-webhook');
    const at = await ran.happened;
    assert.ok(at >= startAfter.getTime() - 50, `${startAfter.getTime() - at} ms early`);
  });

  test('all jobs run, however few hands there are, and never more at once', async () => {
    const queue = await queueOn({pollMs: neverMs, settings: {'run-verification': {concurrency: 3}}});
    const count = 20;
    const all = eventually();
    let running = 0;
    let most = 0;
    const seen = new Set<string>();
    await queue.work(
      handlers({
        'run-verification': async ({verificationId}) => {
          running += 1;
          most = Math.max(most, running);
          await new Promise(setImmediate);
          running -= 1;
          seen.add(verificationId);
          if (seen.size === count) all.settle();
        },
      }),
    );
    await world().database.transaction(async (tx) => {
      for (let n = 0; n < count; n++) {
        await queue.enqueue(tx, 'run-verification', {envId: 'env_1', verificationId: `ver_${n}`});
      }
    });
    queue.wake('run-verification');
    await all.happened;
    assert.ok(most <= 3, `${most} at once`);
  });

  test('a full lane lets the others pass, however many wait in it, and goes on when one has ended', async () => {
    const queue = await queueOn({pollMs: neverMs, settings: {'deliver-webhook': {concurrency: 6}}});
    const widths = new Map([['wbh_narrow', 1]]);
    const running = new Map<string, number>();
    const most = new Map<string, number>();
    const order: string[] = [];
    const end = eventually();
    const othersDone = eventually();
    const work = handlers({
      'deliver-webhook': async ({webhookId}) => {
        running.set(webhookId, (running.get(webhookId) ?? 0) + 1);
        most.set(webhookId, Math.max(most.get(webhookId) ?? 0, running.get(webhookId) ?? 0));
        await (webhookId === 'wbh_slow' ? othersDone.happened : new Promise(setImmediate));
        running.set(webhookId, (running.get(webhookId) ?? 0) - 1);
        order.push(webhookId);
        if (order.length === 20) othersDone.settle();
        if (order.length === 520) end.settle();
      },
    });
    await world().database.transaction(async (tx) => {
      const lanes = [...Array(500).fill('wbh_slow'), ...Array(10).fill('wbh_narrow'), ...Array(10).fill('wbh_quick')];
      for (const [n, webhookId] of lanes.entries())
        await queue.enqueue(tx, 'deliver-webhook', {envId: 'env_1', deliveryId: `wbhdel_${n}`, webhookId});
    });
    await queue.work(work, {'deliver-webhook': {field: 'webhookId', width: 3, widths: () => widths}});
    await othersDone.happened;
    assert.ok(!order.slice(0, 20).includes('wbh_slow'), 'the others went by');
    await end.happened;
    assert.deepEqual([most.get('wbh_slow'), most.get('wbh_narrow')], [3, 1]);
  });

  test('two workers share the jobs and run none twice', async () => {
    const runs: string[] = [];
    const all = eventually();
    const work = handlers({
      'run-verification': async ({verificationId}) => {
        runs.push(verificationId);
        await new Promise(setImmediate);
        if (runs.length === 30) all.settle();
      },
    });
    const [one, two] = [await queueOn(), await queueOn()];
    await Promise.all([one.work(work), two.work(work)]);
    for (let n = 0; n < 30; n++) await put(world(), n % 2 ? one : two, `ver_${n}`);
    await all.happened;
    assert.equal(new Set(runs).size, 30);
  });

  test('a job that fails is tried again, then becomes a dead letter; its error text is not kept', async () => {
    const queue = await queueOn({settings: {'run-verification': {retryLimit: 1, retryDelaySeconds: 1}}});
    const attempts: number[] = [];
    const second = eventually();
    await queue.work(
      handlers({
        'run-verification': async (_, {attempt}) => {
          attempts.push(attempt);
          if (attempt === 2) second.settle();
          throw new Error('Erika Mustermann was here');
        },
      }),
    );
    await put(world(), queue, 'ver_bad');
    await second.happened;
    await until(async () => (await queue.deadLetters()).length > 0);
    assert.deepEqual(attempts, [1, 2]);
    assert.deepEqual(await queue.deadLetters(), [{name: 'run-verification', count: 1}]);
    const {rows} = await world().database.execute('select * from pgboss.job', []);
    assert.ok(!JSON.stringify(rows).includes('Erika'));
    assert.ok(JSON.stringify(rows).includes('"name":"Error"'));
  });

  test('stopping waits for what runs, and writes that it is done', async () => {
    const queue = await queueOn();
    const started = eventually();
    const mayEnd = eventually();
    await queue.work(
      handlers({
        'run-verification': async (_, {signal}) => {
          started.settle();
          await mayEnd.happened;
          assert.equal(signal.aborted, false);
        },
      }),
    );
    await put(world(), queue, 'ver_slow');
    await started.happened;
    const stopped = queue.stop(60_000);
    mayEnd.settle();
    await stopped;
    assert.deepEqual(await statesOf(world(), 'run-verification'), ['completed']);
  });

  test('what does not end in time is aborted and given back at once, as if never claimed', async () => {
    const queue = await queueOn();
    const started = eventually();
    const delivering = eventually();
    const aborted = eventually();
    await queue.work(
      handlers({
        'run-verification': async (_, {signal}) => {
          started.settle();
          await new Promise((_resolve, reject) => signal.addEventListener('abort', reject));
        },
        'deliver-webhook': async (_, {signal}) => {
          delivering.settle();
          await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
          aborted.settle();
        },
      }),
    );
    await world().database.transaction((tx) =>
      queue.enqueue(tx, 'deliver-webhook', {envId: 'env_1', deliveryId: 'wbhdel_1', webhookId: 'wbh_1'}),
    );
    await put(world(), queue, 'ver_endless');
    await Promise.all([started.happened, delivering.happened]);
    await queue.stop(10);
    await aborted.happened;

    const next = await queueOn();
    const ran = eventually<number>();
    await next.work(handlers({'run-verification': async (_, {attempt}) => ran.settle(attempt)}));
    assert.equal(await ran.happened, 1);
  });

  test('a job of a worker that died runs again', async () => {
    // on a server other workers may live, so only the end of the lease tells; the embedded database has none beside us
    const lease = {
      settings: {'run-verification': {leaseSeconds: 1, retryDelaySeconds: 1, concurrency: 1}},
      maintenanceSeconds: 1,
    };
    const dying = await queueOn(lease);
    const started = eventually();
    const mayEnd = eventually();
    await dying.work(
      handlers({
        'run-verification': async () => {
          started.settle();
          await mayEnd.happened;
        },
      }),
    );
    await put(world(), dying, 'ver_orphan');
    await started.happened;

    const next = await queueOn(lease);
    const ran = eventually<unknown>();
    const again = handlers({'run-verification': async (data, {attempt}) => ran.settle({...data, attempt})});
    await next.work(again);
    assert.deepEqual(await ran.happened, {envId: 'env_1', verificationId: 'ver_orphan', attempt: 2});
    mayEnd.settle();
  });

  test('the end of its lease aborts a run', async () => {
    const queue = await queueOn({settings: {'run-verification': {leaseSeconds: 1}}});
    const reason = eventually<unknown>();
    await queue.work(
      handlers({
        'run-verification': async (_, {signal}) => {
          await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
          reason.settle(signal.reason);
        },
      }),
    );
    await put(world(), queue, 'ver_late');
    assert.match(String(await reason.happened), /lease/);
  });

  test('recurring jobs are put in once, by whichever process comes first', async () => {
    let runs = 0;
    const ran = eventually();
    const work = handlers({
      'expire-inquiries': async () => {
        runs += 1;
        ran.settle();
      },
    });
    const options = {settings: {'expire-inquiries': {everySeconds: 36_000}}};
    const queues = [await queueOn(options), await queueOn(options), await queueOn(options)];
    await Promise.all(queues.map((queue) => queue.work(work)));
    await ran.happened;
    await until(async () => (await statesOf(world(), 'expire-inquiries')).every((state) => state === 'completed'));
    assert.equal(runs, 1);
    assert.equal((await statesOf(world(), 'expire-inquiries')).length, 1);
  });

  test('opening the queue at the same time in several processes is safe', async () => {
    await world().database.execute('drop schema pgboss cascade', []);
    const queues = await Promise.all([queueOn(), queueOn(), queueOn()]);
    const ran = eventually();
    await queues[0].work(handlers({'run-verification': async () => ran.settle()}));
    await put(world(), queues[1], 'ver_1');
    await ran.happened;
  });

  test('a changed setting reaches a queue that is there already', async () => {
    await queueOn({settings: {'run-verification': {leaseSeconds: 77}}});
    const {rows} = await world().database.execute('select expire_seconds from pgboss.queue where name = $1', [
      'run-verification',
    ]);
    assert.deepEqual(rows, [{expire_seconds: 77}]);
  });
});

function handlers(some: Partial<Handlers>): Handlers {
  const nothing = (): Promise<void> => Promise.resolve();
  return {
    'run-verification': nothing,
    'deliver-webhook': nothing,
    'expire-inquiries': nothing,
    'apply-retention': nothing,
    'call-connector': nothing,
    'run-importer': nothing,
    'read-document': nothing,
    'send-message': nothing,
    'sweep-files': nothing,
    'index-faces': nothing,
    ...some,
  };
}

function put({database}: World, queue: Queue, verificationId: string): Promise<void> {
  return database.transaction((tx) => queue.enqueue(tx, 'run-verification', {envId: 'env_1', verificationId}));
}

async function statesOf({database}: World, name: JobName): Promise<unknown[]> {
  const {rows} = await database.execute('select state from pgboss.job where name = $1', [name]);
  return rows.map((row) => (row as {state: string}).state);
}

function eventually<T = void>(): {happened: Promise<T>; settle: (value: T) => void} {
  let settle = (_: T): void => {};
  const happened = new Promise<T>((resolve) => (settle = resolve));
  return {happened, settle};
}

/** Asks the database again and again until it is so; the test's own time limit ends a wait for nothing. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(setImmediate);
}
