/**
 * `npm run bench -- <name> [...]`: measures one promise of the project, prints it, and writes its section of docs/benchmarks.md.
 * A bench compares; it never fails a build by a clock. A new bench is a new line in `benches`.
 */
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {cpus} from 'node:os';
import {parseArgs} from 'node:util';

export interface Bench {
  /** One line for the list. */
  summary: string;
  /** What it takes besides the common options, one line each. */
  help: string[];
  run(request: BenchRequest): Promise<BenchResult>;
}

export interface BenchRequest {
  /** Arguments that are no option. */
  paths: string[];
  /** Take at most this many cases of each set. */
  limit?: number;
  /** How long one round of load takes. */
  seconds?: number;
  /** Also run the program that we compare ourselves with. */
  peer: boolean;
  verbose: boolean;
  /** Documents a minute instead of documents right. */
  throughput: boolean;
  /** A file of tesseract data that a peer reads with, e.g. `mrz.traineddata`. */
  traineddata?: string;
  /** Shows where it stands, on stderr. */
  progress(done: number, of: number, what: string): void;
}

export interface BenchResult {
  /** Everything measured, for `--json`. */
  data: unknown;
  /** The same for people: printed, and the section of docs/benchmarks.md. */
  markdown: string;
  /** Whose section of docs/benchmarks.md it is, if not the bench's own. */
  section?: string;
}

const benches: Record<string, () => Promise<{bench: Bench}>> = {
  documents: () => import('./documents.ts'),
  authenticity: () => import('./authenticity.ts'),
  'visual-zone': () => import('./visual-zone.ts'),
  api: () => import('./api.ts'),
  embed: () => import('./embed.ts'),
  faces: () => import('./faces.ts'),
  'repeated-faces': () => import('./repeated-faces.ts'),
  worn: () => import('./worn.ts'),
  live: () => import('./live.ts'),
};

const common = [
  '--json FILE   write every number to FILE',
  '--limit N     at most N cases of each set',
  '--peer        also run what we compare with (slow)',
  '--verbose     show every case that failed',
  '--no-docs     leave docs/benchmarks.md as it is',
];

async function main(): Promise<number> {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      json: {type: 'string'},
      limit: {type: 'string'},
      seconds: {type: 'string'},
      peer: {type: 'boolean', default: false},
      verbose: {type: 'boolean', default: false},
      throughput: {type: 'boolean', default: false},
      traineddata: {type: 'string'},
      'no-docs': {type: 'boolean', default: false},
      help: {type: 'boolean', default: false},
    },
  });
  const [name, ...paths] = positionals;
  const load = name === undefined ? undefined : benches[name];
  if (!load || name === undefined) return listBenches(name);
  const {bench} = await load();
  if (values.help) return explain(name, bench);
  const limit = positive('limit', values.limit);
  const seconds = positive('seconds', values.seconds);
  const result = await bench.run({
    paths,
    ...(limit !== undefined && {limit}),
    ...(seconds !== undefined && {seconds}),
    peer: values.peer,
    verbose: values.verbose,
    throughput: values.throughput,
    ...(values.traineddata !== undefined && {traineddata: values.traineddata}),
    progress: showProgress,
  });
  process.stdout.write(`${result.markdown}\n`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result.data, null, 1)}\n`);
  if (!values['no-docs']) writeSection(result.section ?? name, result.markdown);
  return 0;
}

function positive(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!(number > 0)) throw new RangeError(`--${name} wants a number above 0`);
  return number;
}

async function listBenches(unknown: string | undefined): Promise<number> {
  if (unknown !== undefined) process.stderr.write(`There is no bench "${unknown}".\n`);
  process.stderr.write('Usage: npm run bench -- <name> [options]\n');
  for (const [name, load] of Object.entries(benches)) {
    process.stderr.write(`  ${name.padEnd(14)} ${(await load()).bench.summary}\n`);
  }
  process.stderr.write(`${common.map((line) => `  ${line}`).join('\n')}\n`);
  return unknown === undefined ? 0 : 2;
}

function explain(name: string, bench: Bench): number {
  process.stdout.write(
    `${name}: ${bench.summary}\n${[...bench.help, ...common].map((line) => `  ${line}`).join('\n')}\n`,
  );
  return 0;
}

function showProgress(done: number, of: number, what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K[${done}/${of}] ${what}${done === of ? '\n' : ''}`);
  else if (done % 20 === 0 || done === of) process.stderr.write(`[${done}/${of}] ${what}\n`);
}

/** Each bench owns the lines between its two marks; the rest of the page is written by hand. */
function writeSection(name: string, markdown: string): void {
  const file = new URL('../../docs/benchmarks.md', import.meta.url);
  const start = `<!-- bench:${name} -->`;
  const end = `<!-- /bench:${name} -->`;
  const page = existsSync(file)
    ? readFileSync(file, 'utf8')
    : '# Benchmarks\n\nEach section is written by `npm run bench -- <name>`.\n';
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  const made = `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} x ${processor}`;
  const section = `${start}\n${markdown}\n\n_${made}_\n${end}`;
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  const next =
    from >= 0 && to > from ? page.slice(0, from) + section + page.slice(to + end.length) : `${page}\n${section}\n`;
  writeFileSync(file, next);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
