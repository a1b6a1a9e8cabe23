/**
 * How well faces are told apart, and pictures of faces from faces, on any folder of labelled pictures. What a folder holds is seen by
 * its form: `pairs.csv` beside pictures; people as folders of pictures, or as names that end in a number (`ann1.jpg`, `ann2.jpg`);
 * `live_*` beside attacks; `ages.csv` (file, years). The nets beside ours see the same pairs.
 */
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {basename, extname, join} from 'node:path';
import sharp from 'sharp';
import {ageContext, ageNetSide} from '../../src/verification/face/age-net.ts';
import {contextBox, dlibChip, squeezed} from '../../src/verification/face/align.ts';
import {openEmbedder, type Embedder} from '../../src/verification/face/embedder.node.ts';
import {dlibScore, type Embedding} from '../../src/verification/face/embedding.ts';
import {
  areaUnderCurve,
  bestAccuracy,
  equalErrorRate,
  falseMatches,
  thresholdAt,
  trueMatches,
  type Scores,
} from '../../src/verification/face/evaluation.ts';
import type {Frame} from '../../src/verification/face/frame.ts';
import {openInstalledNets, type InstalledNets} from '../../src/verification/face/installed.node.ts';
import {passiveScore} from '../../src/verification/face/passive.ts';
import type {Portrait} from '../../src/verification/face/portrait.node.ts';
import {interocular} from '../../src/verification/face/pose.ts';
import {findFace} from '../../src/verification/face/read-faces.node.ts';
import {fusedScore} from '../../src/verification/selfie/match.ts';
import {readPicture} from './faces-pictures.ts';
import {measureFaceWorker, type FaceWorkerMemory} from './faces-worker.ts';
import {openHumanPeer, type HumanPeer} from './human-peer.ts';
import type {Bench, BenchRequest} from './run.ts';

const rates = [1e-2, 1e-3, 1e-4] as const;

interface Pair {
  a: string;
  b: string;
  same: boolean;
}

interface PairSet {
  name: string;
  pairs: Pair[];
}

/** A face as every net sees it. */
interface Seen {
  ours: Embedding;
  dlib: Embedding;
  human?: Float32Array;
}

type NetName = 'fr_feature' | 'dlib' | 'fr_feature + dlib' | '@vladmandic/human';

interface PairResult {
  set: string;
  net: NetName;
  genuine: number;
  impostor: number;
  unseen: number;
  tar: {rate: number; share: number; threshold: number; measured: boolean}[];
  eer: number;
  best: number;
  atPolicy?: {tar: number; fmr: number};
}

export const bench: Bench = {
  summary: 'tells faces apart on folders of labelled pictures: TAR at FMR, EER, attacks, age, CPU, memory',
  help: [
    'PATH ...      folders: pairs.csv, people, live_* and attacks, ages.csv',
    '--peer        also @vladmandic/human',
  ],
  async run(request) {
    if (request.paths.length === 0) throw new Error('faces wants folders: npm run bench -- faces <folder>');
    const nets = await openInstalledNets();
    const embedder = await openEmbedder(nets);
    const peer = request.peer ? await openHumanPeer() : undefined;
    const reader = new Reader(nets, embedder, peer, request);
    const folders = request.paths.flatMap(foldersOf);
    const results: PairResult[] = [];
    for (const folder of folders) {
      const set = pairSet(folder, request.limit);
      if (set) results.push(...(await measurePairs(set, reader)));
    }
    const printed = printedPairs(folders);
    if (printed.pairs.length > 0) results.push(...(await measurePairs(printed, reader)));
    const attacks = await measureAttacks(folders, reader);
    const age = await measureAge(folders, reader);
    const memory = await measureFaceWorker();
    await peer?.close();
    const data = {pairs: results, attacks, age, cpuMs: reader.cpu(), memory};
    return {data, markdown: markdownOf(data)};
  },
};

// ---- what a folder holds -------------------------------------------------------------------------------------------------------

const pictures = new Set(['.jpg', '.jpeg', '.png', '.webp', '.pgm']);

/** The folder itself, or the folders in it that are sets. */
function foldersOf(folder: string): string[] {
  const inside = readdirSync(folder).map((name) => join(folder, name));
  const sets = inside.filter((path) => statSync(path).isDirectory());
  if (sets.length === 0 || sets.every((path) => picturesIn(path).length > 0 && /\d$/.test(path))) return [folder];
  return [
    ...(picturesIn(folder).length > 0 ? [folder] : []),
    ...sets.flatMap((path) => (holdsPictures(path) ? [path] : [])),
  ];
}

function holdsPictures(folder: string): boolean {
  return readdirSync(folder, {recursive: true}).some((name) => pictures.has(extname(String(name)).toLowerCase()));
}

function picturesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => pictures.has(extname(name).toLowerCase()))
    .sort()
    .map((name) => join(folder, name));
}

function pairSet(folder: string, limit = Infinity): PairSet | undefined {
  const name = folder
    .split(/[\\/]/)
    .slice(-2)
    .join('/')
    .replace(/^faces\//, '');
  const listed = join(folder, 'pairs.csv');
  if (existsSync(listed)) return {name, pairs: readPairs(listed).slice(0, limit)};
  if (picturesIn(folder).some((file) => basename(file).startsWith('live_'))) return undefined;
  const people = peopleIn(folder);
  const files = [...people].flatMap(([person, own]) => own.map((file) => ({person, file})));
  if ([...people.values()].every((own) => own.length < 2)) return undefined;
  const pairs = files.flatMap(({person, file}, i) =>
    files.slice(i + 1).map((other) => ({a: file, b: other.file, same: person === other.person})),
  );
  return {name, pairs: pairs.slice(0, limit)};
}

function readPairs(file: string): Pair[] {
  const [, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => {
    const [a = '', b = '', same = ''] = line.split(',').map((cell) => cell.trim());
    return {a: join(file, '..', a), b: join(file, '..', b), same: /^(yes|true|1|same)$/i.test(same)};
  });
}

/** Children's faces are left out: the policy never lets a machine match them. */
function peopleIn(folder: string): Map<string, string[]> {
  const people = new Map<string, string[]>();
  const add = (person: string, file: string): void => void people.set(person, [...(people.get(person) ?? []), file]);
  for (const file of picturesIn(folder)) {
    const person = /^(.*?)\d+\.\w+$/.exec(basename(file))?.[1];
    if (
      person &&
      !/daughter|son\d|^son|child/i.test(basename(file)) &&
      !/detection|identification|similar/.test(person)
    )
      add(person, file);
  }
  for (const path of readdirSync(folder, {recursive: true}).map((name) => join(folder, String(name)))) {
    if (!statSync(path).isDirectory()) continue;
    for (const file of picturesIn(path)) add(path, file);
  }
  return people;
}

const printedMark = '#printed';

/** Every pair of the small sets again, one side of it as a print on a document (`printed`). */
function printedPairs(folders: string[]): PairSet {
  const small = folders.flatMap((folder) => pairSet(folder) ?? []).filter(({pairs}) => pairs.length < 2000);
  const pairs = small.flatMap((set) =>
    set.pairs.flatMap(({a, b, same}) => [
      {a, b: b + printedMark, same},
      {a: b, b: a + printedMark, same},
    ]),
  );
  return {name: 'selfie and printed portrait', pairs};
}

// ---- reading -----------------------------------------------------------------------------------------------------------------

class Reader {
  readonly #nets: InstalledNets;
  readonly #embedder: Embedder;
  readonly #peer: HumanPeer | undefined;
  readonly #request: BenchRequest;
  readonly #seen = new Map<string, Promise<Seen | undefined>>();
  readonly #cpu = new Map<string, number[]>();

  constructor(nets: InstalledNets, embedder: Embedder, peer: HumanPeer | undefined, request: BenchRequest) {
    this.#nets = nets;
    this.#embedder = embedder;
    this.#peer = peer;
    this.#request = request;
  }

  get nets(): InstalledNets {
    return this.#nets;
  }

  get policy(): {match: number} {
    return this.#embedder.calibration;
  }

  get withPeer(): boolean {
    return this.#peer !== undefined;
  }

  see(file: string): Promise<Seen | undefined> {
    const known = this.#seen.get(file);
    if (known) return known;
    const reading = this.#read(file);
    this.#seen.set(file, reading);
    return reading;
  }

  progress(done: number, of: number, what: string): void {
    this.#request.progress(done, of, what);
  }

  async face(file: string): Promise<Portrait | undefined> {
    const frame = await this.timed('decode', () => this.#frame(file));
    return this.timed('find (detector, mesh twice)', () => findFace(this.#nets.faces, frame));
  }

  cpu(): Record<string, number> {
    return Object.fromEntries([...this.#cpu].map(([name, all]) => [name, median(all)]));
  }

  async timed<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = process.cpuUsage();
    const result = await work();
    const {user, system} = process.cpuUsage(before);
    this.#cpu.set(name, [...(this.#cpu.get(name) ?? []), (user + system) / 1000]);
    return result;
  }

  async #read(file: string): Promise<Seen | undefined> {
    const face = await this.face(file);
    if (!face) return undefined;
    const ours = await this.timed('compare (fr_feature)', () => this.#embedder.embed(face.frame, face.mesh));
    const net = await this.#nets.dlib();
    const dlib = await this.timed('compare (dlib)', () => net.embed(dlibChip(face.frame, face.mesh)));
    const human = await this.#peer?.embed(await this.#frame(file));
    return {ours, dlib, ...(human && {human})};
  }

  async #frame(name: string): Promise<Frame> {
    const file = name.replace(printedMark, '');
    const frame = await readPicture(file);
    if (file === name) return frame;
    const face = await findFace(this.#nets.faces, frame);
    return face ? printed(face) : frame;
  }
}

/** As a cheap print of a portrait looks in a photograph of the card: 110 pixels wide, pale, soft, recompressed. */
async function printed({frame, mesh, detection}: Portrait): Promise<Frame> {
  const side = interocular(mesh) * 4.2;
  const centre = {x: detection.box.x + detection.box.width / 2, y: detection.box.y + detection.box.height / 2};
  const left = Math.max(0, Math.round(centre.x - side / 2));
  const top = Math.max(0, Math.round(centre.y - side * 0.55));
  const width = Math.min(Math.round(side), frame.width - left);
  const height = Math.min(Math.round(side * 1.15), frame.height - top);
  const small = await sharp(frame.data, {raw: {width: frame.width, height: frame.height, channels: 3}})
    .extract({left, top, width, height})
    .resize({width: 110})
    .modulate({saturation: 0.35, brightness: 1.06})
    .linear(0.8, 22)
    .blur(0.7)
    .jpeg({quality: 45})
    .toBuffer();
  const {data, info} = await sharp(small).resize({width: 330}).raw().toBuffer({resolveWithObject: true});
  return {data: new Uint8Array(data), width: info.width, height: info.height, channels: 3};
}

// ---- measuring ---------------------------------------------------------------------------------------------------------------

async function measurePairs({name, pairs}: PairSet, reader: Reader): Promise<PairResult[]> {
  const files = [...new Set(pairs.flatMap(({a, b}) => [a, b]))];
  const seen = new Map<string, Seen | undefined>();
  for (const [i, file] of files.entries()) {
    seen.set(file, await reader.see(file));
    reader.progress(i + 1, files.length, name);
  }
  const nets: NetName[] = [
    'fr_feature',
    'dlib',
    'fr_feature + dlib',
    ...(reader.withPeer ? (['@vladmandic/human'] as const) : []),
  ];
  return nets.map((net) => {
    const scores = {genuine: [] as number[], impostor: [] as number[]};
    let unseen = 0;
    for (const {a, b, same} of pairs) {
      const score = scoreOf(net, seen.get(a), seen.get(b));
      if (score === undefined) unseen++;
      // a face that is not found is not a match
      (same ? scores.genuine : scores.impostor).push(score ?? -2);
    }
    return summarise({set: name, net, unseen}, scores, reader.policy.match);
  });
}

function scoreOf(net: NetName, a: Seen | undefined, b: Seen | undefined): number | undefined {
  if (!a || !b) return undefined;
  switch (net) {
    case 'fr_feature':
      return dot(a.ours, b.ours);
    case 'dlib':
      return dlibScore(a.dlib, b.dlib);
    case 'fr_feature + dlib':
      return fusedScore(dot(a.ours, b.ours), 1 - dlibScore(a.dlib, b.dlib));
    case '@vladmandic/human':
      return a.human && b.human ? humanSimilarity(a.human, b.human) : undefined;
  }
}

function dot(a: Embedding, b: Embedding): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Its own measure: distance of order 2, times 25, as its `match.similarity` takes it before it is cut to 0 to 1. */
function humanSimilarity(a: Float32Array, b: Float32Array): number {
  return 1 - (25 * a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0)) / 100 / 100;
}

function summarise(of: Pick<PairResult, 'set' | 'net' | 'unseen'>, scores: Scores, match: number): PairResult {
  return {
    ...of,
    genuine: scores.genuine.length,
    impostor: scores.impostor.length,
    tar: rates.map((rate) => {
      const {threshold, measured} = thresholdAt(scores, rate);
      return {rate, share: trueMatches(scores, threshold), threshold, measured};
    }),
    eer: equalErrorRate(scores).rate,
    best: bestAccuracy(scores).accuracy,
    ...(of.net === 'fr_feature' && {atPolicy: {tar: trueMatches(scores, match), fmr: falseMatches(scores, match)}}),
  };
}

interface Attacks {
  live: number;
  attacks: number;
  unseen: number;
  auc: ReturnType<typeof areaUnderCurve>;
  at: {threshold: number; apcer: number; bpcer: number}[];
}

async function measureAttacks(folders: string[], reader: Reader): Promise<Attacks | undefined> {
  const files = folders
    .flatMap(picturesIn)
    .filter((file, _i, all) => all.some((other) => isLive(other) && join(other, '..') === join(file, '..')));
  if (files.length === 0) return undefined;
  const net = await reader.nets.passive();
  const scores = {genuine: [] as number[], impostor: [] as number[]};
  let unseen = 0;
  for (const [i, file] of files.entries()) {
    const face = await reader.face(file);
    reader.progress(i + 1, files.length, 'attacks');
    if (!face) {
      unseen++;
      continue;
    }
    const {score} = await reader.timed('passive liveness', () => passiveScore(net, face.frame, face.mesh));
    (isLive(file) ? scores.genuine : scores.impostor).push(score);
  }
  const at = [0.3, 0.5, 0.8, 0.884].map((threshold) => ({
    threshold,
    apcer: falseMatches(scores, threshold),
    bpcer: 1 - trueMatches(scores, threshold),
  }));
  return {live: scores.genuine.length, attacks: scores.impostor.length, unseen, auc: areaUnderCurve(scores), at};
}

function isLive(file: string): boolean {
  return basename(file).startsWith('live_');
}

async function measureAge(folders: string[], reader: Reader): Promise<{faces: number; meanError: number} | undefined> {
  const listed = folders.map((folder) => join(folder, 'ages.csv')).filter((file) => existsSync(file));
  const net = await reader.nets.age();
  const errors: number[] = [];
  for (const list of listed) {
    for (const line of readFileSync(list, 'utf8').trim().split(/\r?\n/)) {
      const [file = '', years = ''] = line.split(',');
      if (!/^\d/.test(years)) continue;
      const face = await reader.face(join(list, '..', file));
      if (!face) continue;
      const box = contextBox(face.frame, face.mesh, ageContext).box;
      const estimate = await reader.timed('age', () => net.estimate(squeezed(face.frame, box, ageNetSide)));
      errors.push(Math.abs(estimate - Number(years)));
    }
  }
  return errors.length > 0
    ? {faces: errors.length, meanError: errors.reduce((a, b) => a + b) / errors.length}
    : undefined;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

// ---- the page ----------------------------------------------------------------------------------------------------------------

interface Data {
  pairs: PairResult[];
  attacks: Attacks | undefined;
  age: {faces: number; meanError: number} | undefined;
  cpuMs: Record<string, number>;
  memory: FaceWorkerMemory | undefined;
}

function markdownOf({pairs, attacks, age, cpuMs, memory}: Data): string {
  const verify = 2 * ((cpuMs['find (detector, mesh twice)'] ?? 0) + (cpuMs['compare (fr_feature)'] ?? 0));
  return [
    '## Faces',
    '',
    'TAR: share of pairs of one person that are recognised at the threshold that lets one pair of strangers in so many through. `~`: fewer than three such pairs of strangers in the set, so the threshold is that of the most alike ones.',
    '',
    '| set | net | pairs (same / other) | TAR @1e-2 | @1e-3 | @1e-4 | EER | best accuracy | at the policy’s 0.48: TAR / FMR |',
    '|---|---|---|---|---|---|---|---|---|',
    ...pairs.map(rowOf),
    '',
    ...(attacks ? attackLines(attacks) : []),
    age
      ? `Age: mean error ${age.meanError.toFixed(1)} years over ${age.faces} faces.`
      : 'Age: none of these folders says how old people are (`ages.csv`), so it was not measured.',
    '',
    '| operation | CPU, median |',
    '|---|---|',
    ...Object.entries(cpuMs).map(([name, ms]) => `| ${name} | ${ms.toFixed(1)} ms |`),
    `| **selfie and portrait verified** (find and compare, both) | ${verify.toFixed(0)} ms |`,
    '',
    ...(memory ? [memoryLine(memory)] : []),
  ].join('\n');
}

function memoryLine({ships, before, after}: FaceWorkerMemory): string {
  const told = ({residentMb, ownMb}: FaceWorkerMemory['after']): string =>
    `${residentMb.toFixed(0)} MB, ${ownMb.toFixed(0)} MB of it its own and the rest programs and libraries that workers share`;
  const which = ships ? 'as it ships' : 'from source, whose loader holds some 80 MB more than what ships';
  return `A worker of the engine pool (${which}) that has the nets of every engine loaded holds ${told(before)}; after ten selfies against portraits ${told(after)}.`;
}

function rowOf({set, net, genuine, impostor, unseen, tar, eer, best, atPolicy}: PairResult): string {
  const shares = tar.map(
    ({share, measured, threshold}) => `${measured ? '' : '~'}${percent(share)} (t ${threshold.toFixed(2)})`,
  );
  const lost = unseen > 0 ? `, ${unseen} without a face` : '';
  const policy = atPolicy ? `${percent(atPolicy.tar)} / ${atPolicy.fmr.toExponential(1)}` : '';
  return `| ${set} | ${net} | ${genuine} / ${impostor}${lost} | ${shares.join(' | ')} | ${percent(eer)} | ${percent(best)} | ${policy} |`;
}

function attackLines({live, attacks, unseen, auc, at}: Attacks): string[] {
  return [
    `Passive liveness, one frame: AUC ${auc.area.toFixed(3)} (95 % interval ${auc.low.toFixed(3)} to ${auc.high.toFixed(3)}), ${attacks} attacks and ${live} live pictures${unseen > 0 ? `, ${unseen} more without a face` : ''}. So few live pictures say little about how many honest people are refused.`,
    '',
    '| threshold | attacks let through (APCER) | live refused (BPCER) |',
    '|---|---|---|',
    ...at.map(({threshold, apcer, bpcer}) => `| ${threshold} | ${percent(apcer)} | ${percent(bpcer)} |`),
    '',
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0.99 && share < 1 ? 2 : 1)} %`;
}
