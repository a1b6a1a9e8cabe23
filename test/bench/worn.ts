/**
 * Learns what is worn on a face (`verification/face/worn.ts`) and says how often it is seen, each face judged by weights that were
 * learned from other people: glasses from photographs with their labels, covers from drawn ones. Takes a folder that holds `orl/`,
 * `web/` and `azure/`; prints the weights that ship.
 */
import {existsSync, readdirSync} from 'node:fs';
import {basename, extname, join} from 'node:path';
import {alignedFace} from '../../src/verification/face/align.ts';
import {areaUnderCurve} from '../../src/verification/face/evaluation.ts';
import type {Frame} from '../../src/verification/face/frame.ts';
import {openInstalledNets, type InstalledNets} from '../../src/verification/face/installed.node.ts';
import {findFace} from '../../src/verification/face/read-faces.node.ts';
import {edgesOf, wornBands, wornDirections} from '../../src/verification/face/worn.ts';
import {wornThings, type WornThing} from '../../src/verification/face/worn-weights.ts';
import {glassesDetection, coveringDetection} from '../../src/verification/selfie/checks/worn.ts';
import {readPicture} from './faces-pictures.ts';
import {coverKinds, covered, dice} from './worn-covers.ts';
import {fitLogistic, scoreOf, type Logistic} from './worn-fit.ts';
import type {Bench, BenchRequest} from './run.ts';

/** Faces with glasses: of ORL by person and picture (119 of 400), of the others by name. */
const everyOne = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const withGlasses: Record<string, number[]> = {
  s2: everyOne,
  s4: [1, 2, 3, 8, 9],
  s6: everyOne,
  s7: [4, 5, 10],
  s13: [1, 2, 5, 6, 7, 8, 9, 10],
  s14: everyOne,
  s17: [1, 2, 5, 6, 7, 8, 9, 10],
  s19: [1, 2, 3, 6, 10],
  s20: [1, 2, 3, 5, 7, 8, 9, 10],
  s27: everyOne,
  s28: everyOne,
  s31: everyOne,
  s34: everyOne,
  s36: [9, 10],
  s37: everyOne,
};
const namedWithGlasses = ['img24', 'img25', 'detection1', 'live_rey3'];
/** The same pictures once more, or faces that are cut. */
const leftOut = /reflection|partial|findsimilar|identification|detection3/;
const folds = 10;

interface Sample {
  person: string;
  /** `none`, `glasses`, or the kind of cover. */
  kind: string;
  edges: Float32Array;
  mirrored: Float32Array;
}

export const bench: Bench = {
  summary: 'learns glasses and covers of the face from labelled pictures, and how often they are seen',
  help: ['PATH          a folder with orl/, web/, azure/ and pad/'],
  async run(request) {
    const [folder] = request.paths;
    if (folder === undefined) throw new Error('worn wants a folder: npm run bench -- worn <folder>');
    const samples = await collect(folder, request);
    const learned = wornThings.map((thing) => ({thing, ...judge(samples[thing], thresholds[thing])}));
    const weights = Object.fromEntries(wornThings.map((thing) => [thing, packed(learn(samples[thing]))]));
    return {data: {learned, weights}, markdown: markdownOf(learned)};
  },
};

const thresholds: Record<WornThing, number> = {
  glasses: Number(glassesDetection.threshold),
  covering: Number(coveringDetection.threshold),
};

type Samples = Record<WornThing, Sample[]>;

async function collect(folder: string, request: BenchRequest): Promise<Samples> {
  const nets = await openInstalledNets();
  const samples: Samples = {glasses: [], covering: []};
  const files = filesIn(folder);
  const roll = dice(7);
  for (const [i, file] of files.entries()) {
    request.progress(i + 1, files.length, 'faces');
    const {person, glasses, coverToo} = about(file);
    const frame = await readPicture(file);
    const face = await findFace(nets.faces, frame);
    if (!face) continue;
    samples.glasses.push(sampleOf('glasses', {person, kind: glasses ? 'glasses' : 'none'}, face));
    samples.covering.push(sampleOf('covering', {person, kind: 'none'}, face));
    if (coverToo) samples.covering.push(...(await coveredSamples(nets, face, {person, roll})));
  }
  return samples;
}

async function coveredSamples(
  nets: InstalledNets,
  {frame, mesh}: {frame: Frame; mesh: Parameters<typeof alignedFace>[1]},
  {person, roll}: {person: string; roll: () => number},
): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const kind of coverKinds) {
    const face = await findFace(nets.faces, await covered(frame, mesh, kind, roll));
    if (face) samples.push(sampleOf('covering', {person, kind}, face));
  }
  return samples;
}

function sampleOf(
  thing: WornThing,
  about: {person: string; kind: string},
  {frame, mesh}: {frame: Frame; mesh: Parameters<typeof alignedFace>[1]},
): Sample {
  const edges = edgesOf(alignedFace(frame, mesh), thing);
  return {...about, edges, mirrored: mirror(edges, thing)};
}

/** The edges of the face in a mirror. */
function mirror(edges: Float32Array, thing: WornThing): Float32Array {
  const {left, right} = wornBands[thing];
  const columns = (right - left) / 8;
  return edges.map((_value, i) => {
    const direction = (wornDirections - (i % wornDirections)) % wornDirections;
    const place = Math.floor(i / wornDirections);
    const column = columns - 1 - (place % columns);
    return edges[(Math.floor(place / columns) * columns + column) * wornDirections + direction] ?? 0;
  });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true})
    .map((name) => join(folder, String(name)))
    .filter((file) => /[\\/](orl|web|azure|pad)[\\/]/.test(file) && /^\.(pgm|jpe?g|png)$/.test(extname(file)))
    .filter((file) => !leftOut.test(file) && (!/[\\/]pad[\\/]/.test(file) || basename(file).startsWith('live_')))
    .filter((file) => existsSync(file))
    .sort();
}

function about(file: string): {person: string; glasses: boolean; coverToo: boolean} {
  const [folder = '', name = ''] = file.split(/[\\/]/).slice(-2);
  const plain = name.replace(extname(name), '');
  const person = extname(name) === '.pgm' ? folder : plain;
  const glasses = withGlasses[folder]?.includes(Number(plain)) ?? namedWithGlasses.includes(plain);
  // two pictures of each person of ORL are enough to draw on
  return {person, glasses, coverToo: extname(name) !== '.pgm' || plain === '1' || plain === '5'};
}

function learn(samples: readonly Sample[]): Logistic {
  const both = samples.flatMap(({kind, edges, mirrored}) =>
    [edges, mirrored].map((values) => ({values, worn: kind !== 'none'})),
  );
  return fitLogistic(both, {penalty: 3});
}

interface Judged {
  kinds: {kind: string; faces: number; seen: number}[];
  area: ReturnType<typeof areaUnderCurve>;
}

/** Every face by weights learned without the person's other pictures. */
function judge(samples: readonly Sample[], threshold: number): Judged {
  const people = [...new Set(samples.map(({person}) => person))].sort();
  const fold = new Map(people.map((person, i) => [person, (i * 7) % folds]));
  const scores: {kind: string; score: number}[] = [];
  for (let k = 0; k < folds; k++) {
    const weights = learn(samples.filter(({person}) => fold.get(person) !== k));
    for (const {person, kind, edges, mirrored} of samples) {
      if (fold.get(person) !== k) continue;
      scores.push({kind, score: (scoreOf(weights, edges) + scoreOf(weights, mirrored)) / 2});
    }
  }
  const limit = Math.log(threshold / (1 - threshold));
  const kinds = [...new Set(scores.map(({kind}) => kind))].sort().map((kind) => {
    const own = scores.filter((each) => each.kind === kind);
    return {kind, faces: own.length, seen: own.filter(({score}) => score >= limit).length};
  });
  const area = areaUnderCurve({
    genuine: scores.flatMap(({kind, score}) => (kind === 'none' ? [] : [score])),
    impostor: scores.flatMap(({kind, score}) => (kind === 'none' ? [score] : [])),
  });
  return {kinds, area};
}

/** As `worn-weights.ts` holds them; a face and its mirror are weighed alike. */
function packed({weights, offset}: Logistic): {scale: number; offset: number; bytes: string} {
  const thing = weights.length === 300 ? 'glasses' : 'covering';
  const other = mirror(weights, thing);
  const even = weights.map((weight, i) => (weight + (other[i] ?? 0)) / 2);
  const scale = Math.max(...even.map(Math.abs)) / 127;
  const bytes = Buffer.from(Int8Array.from(even, (weight) => Math.round(weight / scale)).buffer).toString('base64');
  return {scale: Number(scale.toPrecision(6)), offset: Number(offset.toPrecision(6)), bytes};
}

function markdownOf(learned: readonly ({thing: WornThing} & Judged)[]): string {
  return [
    '## Worn',
    '',
    'What is worn on the face, every face judged by weights that were learned from other people. Covers are drawn along the mesh: no photographs of them were at hand, so these shares are an upper bound.',
    '',
    '| looked for | shown | faces | seen at the threshold |',
    '|---|---|---|---|',
    ...learned.flatMap(({thing, kinds}) =>
      kinds.map(({kind, faces, seen}) => {
        const share = `${((100 * seen) / faces).toFixed(1)} %${kind === 'none' ? ' (false alarms)' : ''}`;
        return `| ${thing}, ${thresholds[thing]} | ${kind} | ${faces} | ${share} |`;
      }),
    ),
    '',
    ...learned.map(
      ({thing, area}) =>
        `${thing}: AUC ${area.area.toFixed(4)} (95 % interval ${area.low.toFixed(4)} to ${area.high.toFixed(4)}).`,
    ),
  ].join('\n');
}
