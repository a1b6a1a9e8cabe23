/**
 * One face against thousands of other accounts' (drawn by chance, all directions alike): the scan in memory, and the embedded database
 * with pgvector, which looks at every row or asks its index. Who asks is a kept face with noise, so the right answer is known.
 */
import {monitorEventLoopDelay} from 'node:perf_hooks';
import {sql} from 'kysely';
import {listFaceOwners} from '../../src/storage/face-template.ts';
import {countFaceVectors, scanFaceVectors, searchFaceVectors, type NearFace} from '../../src/storage/face-vector.ts';
import {cosine, distanceAt, unit, type Embedding} from '../../src/verification/face/embedding.ts';
import {scanningGallery} from '../../src/verification/face/scanning-gallery.node.ts';
import {openCommandWorld, type CommandWorld} from '../commands/command-world.ts';
import type {Bench, BenchRequest} from './run.ts';

const sizes = [10_000, 100_000];
const alikes = [0.55, 0.7, 0.85];
const threshold = 0.5;
const asked = 50;
const model = 'fr_feature';

interface Row {
  faces: number;
  scanMs: number;
  blockedMs: number;
  ownersMs: number;
  everyMs: number;
  indexMs: number;
  recall: {scan: number; every: number; index: number}[];
  buildS: number;
}

export const bench: Bench = {
  summary: 'one face against 10,000 and 100,000: the scan in memory, and pgvector with and without its index',
  help: ['--limit N     at most N faces'],
  async run(request) {
    const rows: Row[] = [];
    for (const faces of sizes.filter((size) => size <= (request.limit ?? Infinity))) {
      rows.push(await measure(faces, request));
    }
    return {data: rows, markdown: tell(rows), section: 'repeated-faces'};
  },
};

async function measure(faces: number, request: BenchRequest): Promise<Row> {
  const world = await openCommandWorld({vectors: true});
  try {
    const random = seeded(faces);
    const kept = Array.from({length: faces}, () => rounded(drawn(random)));
    const buildS = await fill(world, kept, request);
    const questions = alikes.flatMap((alike) =>
      Array.from({length: asked}, (_, i) => ({alike, id: idOf(i), face: like(kept[i] as Embedding, alike, random)})),
    );
    return {faces, buildS, ...(await ask(world, kept, questions))};
  } finally {
    await world.close();
  }
}

interface Question {
  alike: number;
  id: string;
  face: Embedding;
}

async function ask(
  {database, envId}: CommandWorld,
  kept: readonly Embedding[],
  questions: readonly Question[],
): Promise<Omit<Row, 'faces' | 'buildS'>> {
  const gallery = scanningGallery(model);
  for (const [i, face] of kept.entries()) gallery.add({id: idOf(i), accountId: `act_${i}`}, face);
  const times = {scan: [] as number[], every: [] as number[], index: [] as number[]};
  const found = questions.map(({alike}) => ({alike, scan: false, every: false, index: false}));
  const delay = monitorEventLoopDelay({resolution: 1});
  await gallery.search(kept[0] as Embedding, {threshold, exceptAccountId: ''});
  delay.enable();
  for (const [i, {face, id}] of questions.entries()) {
    const from = performance.now();
    const {hits} = await gallery.search(face, {threshold, exceptAccountId: ''});
    times.scan.push(performance.now() - from);
    Object.assign(found[i] ?? {}, {scan: hits.some((hit) => hit.id === id)});
  }
  delay.disable();
  const from = performance.now();
  gallery.keepOnly(await listFaceOwners(database.db, {envId, model, exceptInquiryId: ''}));
  const ownersMs = performance.now() - from;
  for (const [i, {face, id}] of questions.entries()) {
    const of = {envId, model, exceptInquiryId: '', exceptAccountId: ''};
    const question = {...of, turned: face, mostDistance: distanceAt(model, threshold)};
    for (const [way, look] of [['every', scanFaceVectors] as const, ['index', searchFaceVectors] as const]) {
      // looking at every row is right by construction: fewer do for its time
      if (way === 'every' && i % 10 !== 0) continue;
      const begun = performance.now();
      const near: NearFace[] = await database.transaction(async (tx) => {
        await countFaceVectors(tx, question);
        return look(tx, question, 100);
      });
      times[way].push(performance.now() - begun);
      Object.assign(found[i] ?? {}, {[way]: near.some((hit) => hit.id === id)});
    }
  }
  const share = (of: typeof found, way: 'scan' | 'index'): number => of.filter((one) => one[way]).length / of.length;
  return {
    scanMs: median(times.scan),
    blockedMs: delay.percentile(99) / 1e6,
    ownersMs,
    everyMs: median(times.every),
    indexMs: median(times.index),
    recall: alikes.map((alike) => {
      const those = found.filter((one) => one.alike === alike);
      const looked = those.filter((_, i) => i % 10 === 0);
      return {
        scan: share(those, 'scan'),
        every: looked.filter((one) => one.every).length / looked.length,
        index: share(those, 'index'),
      };
    }),
  };
}

/** Rows of faces that somebody kept; the index is made after them, which is quicker, and timed. */
async function fill(world: CommandWorld, kept: readonly Embedding[], request: BenchRequest): Promise<number> {
  const {database, envId} = world;
  const {inquiry} = await world.makeInquiry();
  await sql`
    insert into inquiry select (jsonb_populate_record(inquiry,
      jsonb_build_object('id', 'inq_' || lpad(n::text, 6, '0'), 'account_id', 'act_' || n))).*
    from inquiry, generate_series(0, ${kept.length - 1}::int) n where inquiry.id = ${inquiry.id}`.execute(database.db);
  await sql`
    insert into face_template select env_id, id, account_id, ${model}, '', now() from inquiry where id <> ${inquiry.id}`.execute(
    database.db,
  );
  await sql`drop index face_vector_nearest`.execute(database.db);
  const batch = 500;
  for (let i = 0; i < kept.length; i += batch) {
    const some = kept.slice(i, i + batch);
    const ids = some.map((_, at) => idOf(i + at));
    const vectors = some.map((face) => `[${Array.from(face, (value) => value.toFixed(4)).join()}]`);
    await sql`
      insert into face_vector (env_id, inquiry_id, model, turned)
      select ${envId}, id, ${model}, turned::vector from unnest(${ids}::text[], ${vectors}::text[]) as t (id, turned)`.execute(
      database.db,
    );
    request.progress(i + some.length, kept.length, `of ${kept.length} faces in the table`);
  }
  await sql`set maintenance_work_mem = '600MB'`.execute(database.db);
  const from = performance.now();
  await sql`create index face_vector_nearest on face_vector using hnsw (turned vector_l2_ops)`.execute(database.db);
  const buildS = (performance.now() - from) / 1000;
  await sql`vacuum analyze face_vector`.execute(database.db);
  await sql`vacuum analyze inquiry`.execute(database.db);
  await sql`vacuum analyze face_template`.execute(database.db);
  return buildS;
}

const idOf = (i: number): string => `inq_${String(i).padStart(6, '0')}`;

/** At exactly this cosine: the noise stands at a right angle to the face. */
function like(face: Embedding, alike: number, random: () => number): Embedding {
  const length = cosine(face, face);
  const drawnNoise = drawn(random);
  const along = cosine(face, drawnNoise) / length;
  const noise = unit(drawnNoise.map((value, i) => value - along * (face[i] as number)));
  const own = unit(face);
  return unit(own.map((value, i) => alike * value + Math.sqrt(1 - alike * alike) * (noise[i] as number)));
}

function drawn(random: () => number): Embedding {
  const values = new Float32Array(512);
  for (let i = 0; i < values.length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    values.set([radius * Math.cos(angle), radius * Math.sin(angle)], i);
  }
  return unit(values);
}

/** As the text says that the database reads. */
function rounded(face: Embedding): Embedding {
  return face.map((value) => Math.round(value * 1e4) / 1e4);
}

/** The same numbers at every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function tell(rows: readonly Row[]): string {
  const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
  const percents = (row: Row, way: 'scan' | 'every' | 'index'): string =>
    row.recall.map((one) => `${Math.round(100 * one[way])} %`).join(', ');
  const table = rows.flatMap((row) => {
    const faces = row.faces.toLocaleString('en');
    return [
      `| ${faces} | scan in memory | ${ms(row.scanMs)} | ${percents(row, 'scan')} |`,
      `| ${faces} | pgvector, every row | ${ms(row.everyMs)} | ${percents(row, 'every')} |`,
      `| ${faces} | pgvector, its index | ${ms(row.indexMs)} | ${percents(row, 'index')} |`,
    ];
  });
  const words = rows.map(
    (row) =>
      `With ${row.faces.toLocaleString('en')} faces the process that has them scanned waits for its own thread ${ms(row.blockedMs)} at most in 99 of 100 looks at the clock; asking which ` +
      `faces still may be looked at comes before (${ms(row.ownersMs)}). The index was built in ${Math.round(row.buildS)} s.`,
  );
  return [
    '## Repeated faces',
    '',
    `\`npm run bench -- repeated-faces\`: vectors of 512 numbers drawn by chance, of one environment; who asks is one of them with noise, at the cosine that is`,
    `given. Median of a search; found among ${asked} at each cosine (every row: ${asked / 10}). pgvector runs in the embedded database here, one thread of WebAssembly.`,
    '',
    `| faces | searched by | a search | found at a cosine of ${alikes.join(', ')} |`,
    '|---:|---|---:|---|',
    ...table,
    '',
    ...words,
  ].join('\n');
}
