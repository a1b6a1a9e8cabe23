/** The thread that scans: one for the process, started at the first search; it does arithmetic and nothing else, so it may end at any moment. */
import {Worker} from 'node:worker_threads';

export interface Scan {
  /** Memory of the faces, one after the other; every block but the last is full. */
  blocks: readonly ArrayBufferLike[];
  faces: number;
  query: Float32Array;
  /** 1 - distance as the score, instead of the cosine. */
  distances: boolean;
}

interface Waiting {
  resolve(scores: Float32Array): void;
  reject(error: Error): void;
}

/** How alike the query and each face are, by slot. */
export function scan(work: Scan): Promise<Float32Array> {
  if (work.faces === 0) return Promise.resolve(new Float32Array());
  thread ??= start();
  const {worker, waiting} = thread;
  return new Promise((resolve, reject) => {
    waiting.push({resolve, reject});
    // only while somebody waits does the thread keep the process alive
    worker.ref();
    worker.postMessage(work);
  });
}

let thread: {worker: Worker; waiting: Waiting[]} | undefined;

function start(): {worker: Worker; waiting: Waiting[]} {
  const worker = new Worker(program, {eval: true, execArgv: [], env: {}});
  const waiting: Waiting[] = [];
  worker.unref();
  worker.on('message', (scores: Float32Array) => {
    waiting.shift()?.resolve(scores);
    if (waiting.length === 0) worker.unref();
  });
  const end = (error: Error): void => {
    if (thread?.worker === worker) thread = undefined;
    for (const {reject} of waiting.splice(0)) reject(error);
  };
  worker.on('error', end);
  worker.on('exit', () => end(new Error('The thread that scans faces ended')));
  return {worker, waiting};
}

/** Text, so that it runs as it stands from the source as from a bundle. Four sums at once: each addition alone waits for the one before. */
const program = `
  const {parentPort} = require('node:worker_threads');
  parentPort.on('message', ({blocks, faces, query, distances}) => {
    const length = query.length;
    const scores = new Float32Array(faces);
    let slot = 0;
    for (const block of blocks) {
      const vectors = new Float32Array(block);
      for (let at = 0; at + length <= vectors.length && slot < faces; at += length, slot++) {
        scores[slot] = distances ? 1 - Math.sqrt(squares(query, vectors, at)) : product(query, vectors, at);
      }
    }
    parentPort.postMessage(scores, [scores.buffer]);
  });
  function product(query, vectors, at) {
    let [a, b, c, d] = [0, 0, 0, 0];
    let i = 0;
    for (; i + 3 < query.length; i += 4) {
      a += query[i] * vectors[at + i];
      b += query[i + 1] * vectors[at + i + 1];
      c += query[i + 2] * vectors[at + i + 2];
      d += query[i + 3] * vectors[at + i + 3];
    }
    for (; i < query.length; i++) a += query[i] * vectors[at + i];
    return a + b + c + d;
  }
  function squares(query, vectors, at) {
    let sum = 0;
    for (let i = 0; i < query.length; i++) sum += (query[i] - vectors[at + i]) ** 2;
    return sum;
  }
`;
