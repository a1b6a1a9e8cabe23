/**
 * `npm run bench -- documents --throughput [PATH ...]`: how many documents a minute the engine pool answers, whole verifications with
 * every check, on one worker and on two, and the most memory a worker held. Pictures come round and round until the time is up.
 */
import {existsSync, readFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {openEnginePool} from '../../src/verification/pool.node.ts';
import {findSets, readCases} from './documents.ts';
import type {BenchRequest, BenchResult} from './run.ts';
import {memoryOfChildren} from './worker-memory.ts';

/** What ships, where it was built: the loader that runs the source holds some 80 MB of its own. */
const built = new URL('../../dist/countersign-server/engine.js', import.meta.url);
const isBuilt = existsSync(built);

interface Round {
  workers: number;
  documents: number;
  seconds: number;
  perMinute: number;
  /** Mean of what the engine says it spent, all threads. */
  cpuMs: number;
  /** Largest resident size of any worker; undefined where the system does not tell. */
  peakMb: number | undefined;
}

const defaultSeconds = 20;
/** The day that expiry is told from; it has no bearing on the speed. */
const today = '2026-11-22';

export async function runThroughput(request: BenchRequest): Promise<BenchResult> {
  const sets = findSets(request.paths);
  const pictures = sets.flatMap((path) =>
    readCases(path, request.limit).cases.map(({file}) => readFileSync(join(dirname(path), file))),
  );
  const rounds: Round[] = [];
  for (const workers of [1, 2]) {
    request.progress(rounds.length, 2, `${workers} workers`);
    rounds.push(await measure(workers, pictures, (request.seconds ?? defaultSeconds) * 1000));
  }
  request.progress(2, 2, 'done');
  const names = sets.map((path) => basename(path, '.json')).join(', ');
  return {data: rounds, markdown: render(rounds, names, pictures.length), section: 'documents-throughput'};
}

async function measure(workers: number, pictures: readonly Uint8Array[], forMs: number): Promise<Round> {
  // the pool hands our own loader on to its children, and what ships needs none
  if (isBuilt) process.execArgv.splice(0);
  const pool = openEnginePool({
    processes: workers,
    entry: isBuilt ? built : new URL('../../src/engine.ts', import.meta.url),
    models: fileURLToPath(new URL('../../models', import.meta.url)),
  });
  try {
    await pool.ready();
    let next = 0;
    let documents = 0;
    let cpu = 0;
    const read = async () => {
      const bytes = pictures[next++ % pictures.length];
      if (!bytes) throw new Error('There are no pictures to read');
      const evidence = [{id: `evi_${next}`, side: 'front' as const, bytes}];
      const {cpuMs} = await pool.run('government-id', {evidence, chosen: {}, config: {}, today, sandbox: true});
      return cpuMs;
    };
    // the first picture of each worker pays for compiling code
    await Promise.all(Array.from({length: workers}, read));
    const started = performance.now();
    const serve = async () => {
      while (performance.now() - started < forMs) {
        const spent = await read();
        cpu += spent;
        documents++;
      }
    };
    await Promise.all(Array.from({length: workers}, serve));
    const seconds = (performance.now() - started) / 1000;
    const perMinute = Math.round((documents / seconds) * 60);
    const rounded = {seconds: Math.round(seconds * 10) / 10, cpuMs: Math.round(cpu / documents)};
    return {workers, documents, perMinute, ...rounded, peakMb: peakOfChildren()};
  } finally {
    await pool.stop();
  }
}

/** Undefined where the system does not tell. */
function peakOfChildren(): number | undefined {
  const peaks = memoryOfChildren().map(({peakMb}) => peakMb);
  return peaks.length === 0 ? undefined : Math.round(Math.max(...peaks));
}

function render(rounds: readonly Round[], sets: string, pictures: number): string {
  return [
    '## Documents a minute',
    '',
    `Whole government-ID verifications (${sets}: ${pictures} pictures, one side each) through the engine pool, one after the other on each worker.`,
    isBuilt
      ? 'The workers are those that ship.'
      : 'The workers run from source, whose loader holds some 80 MB more than what ships.',
    '',
    '| workers | documents | seconds | documents a minute | CPU ms a document | most memory of one worker |',
    '|---|---|---|---|---|---|',
    ...rounds.map(({workers, documents, seconds, perMinute, cpuMs, peakMb}) =>
      ['', workers, documents, seconds, perMinute, cpuMs, peakMb === undefined ? '–' : `${peakMb} MB`, '']
        .join(' | ')
        .trim(),
    ),
  ].join('\n');
}
