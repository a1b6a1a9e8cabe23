/**
 * How well documents are read: any folder of pictures with a JSON of their truth, beside what general OCR makes of the same files.
 *
 * A case is exact when every character of every MRZ line is right. "Verified but wrong" (all check digits agree, a character is not
 * right) is the dangerous mistake: names have no check digit. CPU is all threads of this process, from bytes to fields.
 * Every set is reported in two halves (`documents-split.ts`): one to learn from, one to quote.
 */
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {findPdf417} from '../../src/verification/barcode/find-pdf417.ts';
import {parseAamva} from '../../src/verification/barcode/parse-aamva.ts';
import {preparePdf417Reader} from '../../src/verification/barcode/pdf417-wasm.node.ts';
import {parseMrz} from '../../src/verification/document/mrz/parse.ts';
import {readMrz} from '../../src/verification/document/mrz/read.ts';
import {openOnnxRecogniser} from '../../src/verification/document/mrz/recogniser-onnx.node.ts';
import {decodeImage} from '../../src/verification/image/decode.node.ts';
import {halfOf, halves, turnedPicture, type Half} from './documents-split.ts';
import type {Bench, BenchRequest} from './run.ts';
import {openMrzDetection} from './mrz-detection-peer.ts';
import {openTesseract} from './tesseract-peer.ts';

/** One entry of a truth file; an entry without `mrz` and `raw` is a negative. */
export interface DocumentCase {
  file: string;
  mrz?: string[] | null;
  /** The text of the PDF417 on it. */
  raw?: string;
}

/** What a reader made of one picture. */
interface Answer {
  lines?: string[];
  /** All check digits agree. */
  verified?: boolean;
  barcode?: string;
}

interface Reader {
  name: string;
  /** Whether it can read bar codes at all; sets of them are left out otherwise. */
  barcodes: boolean;
  /** Whether it finds out by itself how a picture is held; it is asked about turned ones only then. */
  turns: boolean;
  read(bytes: Uint8Array, wanted: 'mrz' | 'barcode'): Promise<Answer>;
  close(): Promise<void>;
}

interface Score {
  reader: string;
  half: Half;
  turned: boolean;
  withMrz: number;
  exact: number;
  exactLines: number;
  lines: number;
  rightFields: number;
  fields: number;
  verified: number;
  verifiedButWrong: number;
  negatives: number;
  falseReads: number;
  withBarcode: number;
  barcodes: number;
  cpuMedianMs: number;
  cpuP95Ms: number;
  cpuMaxMs: number;
  missed: {file: string; wanted: string[] | null; read: string[] | null; cpuMs: number}[];
}

const today = '2026-11-22';

export const bench: Bench = {
  summary: 'reads a folder of labelled pictures: exact MRZ lines, fields, bar codes, false reads, CPU',
  help: [
    'PATH ...      truth files or folders of them (default: test/data/documents)',
    '--traineddata FILE   with --peer: also tesseract.js with these data, e.g. mrz.traineddata',
    '--throughput  documents a minute on one and two workers instead, and their memory',
  ],
  async run(request) {
    if (request.throughput) return (await import('./documents-throughput.ts')).runThroughput(request);
    const sets = findSets(request.paths);
    const readers = [await openOurs(), ...(request.peer ? await openPeers(request) : [])];
    const results: {set: string; absent: number; scores: Score[]}[] = [];
    try {
      for (const path of sets) {
        const {cases, absent} = readCases(path, request.limit);
        const scores: Score[] = [];
        for (const reader of readers) {
          const suited = cases.filter((each) => reader.barcodes || each.raw === undefined);
          const turnable = reader.turns ? suited.filter((each) => each.mrz) : [];
          for (const half of halves) {
            const own = (list: DocumentCase[]): DocumentCase[] => list.filter(({file}) => halfOf(file) === half);
            scores.push(await measure(reader, path, own(suited), {...request, half, turned: false}));
            scores.push(await measure(reader, path, own(turnable), {...request, half, turned: true}));
          }
        }
        results.push({set: basename(path, '.json'), absent, scores});
      }
    } finally {
      for (const reader of readers) await reader.close();
    }
    return {data: results, markdown: render(results, request.verbose)};
  },
};

async function openPeers({traineddata}: BenchRequest): Promise<Reader[]> {
  const peers: Reader[] = [await openMrzDetection(), await openTesseract()];
  if (traineddata !== undefined) peers.push(await openTesseract(traineddata));
  return peers;
}

export function findSets(paths: string[]): string[] {
  const given = paths.length > 0 ? paths : [fileURLToPath(new URL('../data/documents', import.meta.url))];
  const files = given.flatMap((path) => {
    if (!existsSync(path)) throw new Error(`${path} does not exist`);
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path)
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(path, name));
  });
  if (files.length === 0) throw new Error('No truth file (*.json) there');
  return files;
}

/** Truth files may name pictures that are not there (a part kept aside); those are counted, not failed. */
export function readCases(path: string, limit?: number): {cases: DocumentCase[]; absent: number} {
  const all = JSON.parse(readFileSync(path, 'utf8')) as DocumentCase[];
  if (!Array.isArray(all)) throw new Error(`${path} is not a list of cases`);
  const cases = all.filter((each) => existsSync(join(dirname(path), each.file)));
  return {cases: cases.slice(0, limit), absent: all.length - cases.length};
}

async function openOurs(): Promise<Reader> {
  const models = fileURLToPath(new URL('../../models', import.meta.url));
  const recogniser = await openOnnxRecogniser({models});
  await preparePdf417Reader();
  return {
    name: 'countersign',
    barcodes: true,
    turns: true,
    async read(bytes, wanted) {
      const {gray} = await decodeImage(bytes);
      if (wanted === 'barcode') {
        const found = await findPdf417(gray);
        return found.status === 'decoded' ? {barcode: found.text} : {};
      }
      const reading = await readMrz(gray, recogniser, {today});
      return reading ? {lines: reading.lines, verified: reading.verified} : {};
    },
    close: () => recogniser.close(),
  };
}

interface Part extends BenchRequest {
  half: Half;
  turned: boolean;
}

async function measure(reader: Reader, path: string, cases: DocumentCase[], part: Part): Promise<Score> {
  const score = emptyScore(reader.name, part);
  const cpu: number[] = [];
  const first = cases[0];
  // The first picture pays for compiling code; it is read once before it counts.
  if (first) await reader.read(readFileSync(join(dirname(path), first.file)), 'mrz');
  for (const [i, each] of cases.entries()) {
    const asIs = readFileSync(join(dirname(path), each.file));
    const bytes = part.turned ? await turnedPicture(asIs, each.file) : asIs;
    const wanted = each.raw === undefined ? 'mrz' : 'barcode';
    const started = process.cpuUsage();
    const answer = await reader.read(bytes, wanted);
    const {user, system} = process.cpuUsage(started);
    const cpuMs = (user + system) / 1000;
    cpu.push(cpuMs);
    if (wanted === 'barcode') count417(score, each.raw ?? '', answer.barcode);
    else countMrz(score, each, answer, cpuMs);
    part.progress(i + 1, cases.length, `${basename(path)} ${reader.name} ${basename(each.file)}`);
  }
  cpu.sort((a, b) => a - b);
  score.cpuMedianMs = Math.round(cpu[cpu.length >> 1] ?? 0);
  score.cpuP95Ms = Math.round(cpu[Math.min(cpu.length - 1, Math.floor(cpu.length * 0.95))] ?? 0);
  score.cpuMaxMs = Math.round(cpu[cpu.length - 1] ?? 0);
  return score;
}

function countMrz(score: Score, {file, mrz}: DocumentCase, {lines, verified}: Answer, cpuMs: number): void {
  if (!mrz) {
    score.negatives++;
    if (lines) score.falseReads++;
    if (lines) score.missed.push({file, wanted: null, read: lines, cpuMs});
    return;
  }
  score.withMrz++;
  score.lines += mrz.length;
  score.exactLines += mrz.filter((line, row) => lines?.[row] === line).length;
  const exact = lines?.join() === mrz.join();
  if (exact) score.exact++;
  else score.missed.push({file, wanted: mrz, read: lines ?? null, cpuMs});
  if (verified) score.verified++;
  if (verified && !exact) score.verifiedButWrong++;
  const truth = parseMrz(mrz, {today}).fields;
  const found = lines ? parseMrz(lines, {today}).fields : {};
  for (const [name, field] of Object.entries(truth)) {
    score.fields++;
    if (found[name as keyof typeof found]?.value === field.value) score.rightFields++;
  }
}

/** Right when number, date of birth and expiry say what the true text says. */
function count417(score: Score, raw: string, text: string | undefined): void {
  score.withBarcode++;
  const want = parseAamva(raw);
  const got = text === undefined ? undefined : parseAamva(text);
  if (!want.ok || !got?.ok) return;
  const names = ['document-number', 'birthdate', 'expiration-date'] as const;
  const asked = names.filter((name) => want.document.fields[name]);
  if (asked.every((name) => got.document.fields[name]?.value === want.document.fields[name]?.value)) score.barcodes++;
}

function emptyScore(reader: string, {half, turned}: Part): Score {
  return {
    reader, half, turned, withMrz: 0, exact: 0, exactLines: 0, lines: 0, rightFields: 0, fields: 0, verified: 0, verifiedButWrong: 0, negatives: 0,
    falseReads: 0, withBarcode: 0, barcodes: 0, cpuMedianMs: 0, cpuP95Ms: 0, cpuMaxMs: 0, missed: [],
  }; // prettier-ignore
}

function render(results: {set: string; absent: number; scores: Score[]}[], verbose: boolean): string {
  const rows = results.flatMap(({set, scores}) =>
    scores.filter((s) => s.withMrz + s.negatives + s.withBarcode > 0).map((s) =>
      [
        set + (s.turned ? ' turned' : ''), s.half, s.reader, share(s.exact, s.withMrz), share(s.exactLines, s.lines), share(s.rightFields, s.fields),
        s.withMrz ? `${s.verified} / ${s.verifiedButWrong}` : '–', s.negatives ? `${s.falseReads} of ${s.negatives}` : '–',
        share(s.barcodes, s.withBarcode), `${s.cpuMedianMs} / ${s.cpuP95Ms} / ${s.cpuMaxMs}`,
      ].join(' | '),
    ),
  ); // prettier-ignore
  const lines = [
    '## Documents',
    '',
    'Pictures with a labelled machine-readable zone or PDF417. *Exact*: every character of every line. *Verified / wrong*: all check digits',
    'agree / and yet a character is not right (only names can hide there). CPU: all threads, from bytes to fields, one process.',
    '*tune* is the half of each set whose mistakes may be looked at, *report* the other; *turned*: held any side up and 4 to 20 degrees aslant.',
    '',
    '| set | half | reader | documents exact | lines exact | fields right | verified / wrong | false reads | bar codes | CPU ms median / p95 / max |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ];
  const absent = results.filter((result) => result.absent > 0);
  if (absent.length > 0) {
    lines.push('', `Named in the truth but not present: ${absent.map((r) => `${r.absent} of ${r.set}`).join(', ')}.`);
  }
  if (verbose) {
    for (const {scores} of results)
      for (const {reader, half, missed} of scores)
        if (half === 'tune') for (const miss of missed) lines.push(...showMiss(reader, miss));
  }
  return lines.join('\n');
}

function showMiss(reader: string, miss: Score['missed'][number]): string[] {
  const text = (lines: string[] | null): string[] => (lines ?? ['(nothing)']).map((line) => `      ${line}`);
  return [
    '',
    `    ${reader} ${miss.file} (${Math.round(miss.cpuMs)} ms)`,
    '    wanted',
    ...text(miss.wanted),
    '    read',
    ...text(miss.read),
  ];
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;
}
