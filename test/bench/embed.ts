/**
 * What a page pays for embedding: bytes of our files and of the peers' loaders from npm, compressed the same way, and the time from
 * opening to ready on a slow phone (CPU four times slower, 1.6 Mbps, 150 ms round trip, nothing cached).
 */
import {execFile, execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {build} from 'esbuild';
import {chromium, type Browser} from 'playwright';
import {findBrowser} from '../browser.mjs';
import {startHost} from '../journeys/host.ts';
import {documentTemplate, startPlatform} from '../journeys/platform.ts';
import type {Bench, BenchRequest} from './run.ts';

const root = path.resolve(import.meta.dirname, '../..');
const publicFiles = path.join(root, 'dist/countersign-server/public');

/** What a customer's page loads of each; where the rest comes from a server of theirs, that is not counted. */
const peers = [
  '@stripe/stripe-js@10.2.1',
  '@sumsub/websdk@2.9.0',
  'onfido-sdk-ui@14.80.0',
  '@veriff/incontext-sdk@2.5.0',
  '@veriff/js-sdk@2.0.0',
  '@didit-protocol/sdk-web@0.4.0',
  'persona@5.9.0',
];

interface Size {
  name: string;
  raw: number;
  gzip: number;
  brotli: number;
  /** What the project holds itself to, in brotli bytes. */
  limit?: number;
}

interface Timing {
  condition: string;
  medianMs: number;
  allMs: number[];
}

export const bench: Bench = {
  summary: 'bytes of the embed beside its peers, and the time from opening to ready',
  help: [
    'needs the npm registry for the peers, and says so where it cannot reach it',
    '--limit N     so many openings of each condition; 5 without it',
  ],
  async run({limit = 5, progress}) {
    execFileSync(process.execPath, ['rollup.config.mjs', '--if-stale'], {cwd: root, stdio: 'ignore'});
    const own = ownSizes();
    const others = await peerSizes(progress);
    const timings = await measureOpenings(limit, progress);
    return {data: {own, peers: others, timings}, markdown: write(own, others, timings)};
  },
};

function sizeOf(name: string, parts: Buffer[], limit?: number): Size {
  const sum = (measure: (part: Buffer) => number): number => parts.reduce((total, part) => total + measure(part), 0);
  return {
    name,
    raw: sum((part) => part.length),
    gzip: sum((part) => gzipSync(part, {level: 9}).length),
    brotli: sum((part) => brotliCompressSync(part).length),
    ...(limit !== undefined && {limit}),
  };
}

function ownSizes(): Size[] {
  const read = (file: string): Buffer => fs.readFileSync(path.join(publicFiles, file));
  const {flow} = JSON.parse(read('manifest.json').toString()) as {
    flow: {file: string; preload: string[]; chunks: Record<string, string[]>};
  };
  const shell = [flow.file, ...flow.preload];
  const screen = ['flow/steps/start', 'flow/locales/en/base'].flatMap((name) => flow.chunks[name] ?? []);
  const biggest = (pattern: RegExp): Size =>
    Object.entries(flow.chunks)
      .filter(([name]) => pattern.test(name))
      .map(([name, [file = '']]) => sizeOf(name, [read(file)]))
      .reduce((most, one) => (one.brotli > most.brotli ? one : most));
  const step = biggest(/^flow\/steps\/[^/]+$/);
  const locale = biggest(/^flow\/locales\//);
  return [
    sizeOf('**Countersign**, loader', [read('embed.js')], 3072),
    sizeOf('the flow’s shell, in the frame', shell.map(read), 15_360),
    sizeOf('shell and first screen', [...new Set([...shell, ...screen])].map(read), 17_408),
    {...step, name: `largest step (${step.name.replace('flow/steps/', '')})`, limit: 5120},
    {...locale, name: `largest locale chunk (${locale.name.replace('flow/locales/', '')})`, limit: 4096},
  ];
}

/** Each bundled alone and minified, as a customer's tools do it. */
async function peerSizes(progress: BenchRequest['progress']): Promise<(Size | {name: string; trouble: string})[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-peers-'));
  try {
    fs.writeFileSync(path.join(folder, 'package.json'), '{"private": true}');
    const measured: (Size | {name: string; trouble: string})[] = [];
    for (const [at, peer] of peers.entries()) {
      progress(at, peers.length, peer);
      measured.push(await peerSize(folder, peer).catch((error: Error) => ({name: peer, trouble: firstLine(error)})));
    }
    return measured;
  } finally {
    fs.rmSync(folder, {recursive: true, force: true});
  }
}

async function peerSize(folder: string, peer: string): Promise<Size> {
  const install = ['install', peer, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--legacy-peer-deps'];
  await promisify(execFile)('npm', install, {cwd: folder});
  const name = peer.replace(/(?!^)@[^@]*$/, '');
  const {outputFiles} = await build({
    stdin: {contents: `import * as peer from '${name}'; globalThis.peer = peer;`, resolveDir: folder},
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    define: {'process.env.NODE_ENV': '"production"'},
    loader: {'.css': 'empty'},
    logLevel: 'silent',
  });
  return sizeOf(peer, [Buffer.from(outputFiles[0]?.contents ?? [])]);
}

function firstLine({message}: Error): string {
  return message.split('\n')[0]?.slice(0, 80) ?? '';
}

const conditions = [
  {condition: 'as this machine is', cpu: 1, network: undefined},
  {
    condition: 'CPU 4x slower, 1.6 Mbps, 150 ms round trip',
    cpu: 4,
    network: {latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8},
  },
];

async function measureOpenings(times: number, progress: BenchRequest['progress']): Promise<Timing[]> {
  const platform = await startPlatform();
  const {executablePath, args} = await findBrowser();
  // one process for page and frame, so that what slows the page slows the frame too
  const together = ['--disable-features=IsolateOrigins,site-per-process', '--disable-site-isolation-trials'];
  const browser = await chromium.launch({executablePath, args: [...args, ...together]});
  const template = await documentTemplate(platform);
  const body = `<script src="${platform.publicUrl}/embed.js"></script>
    <countersign-inquiry template-id="${template}" mode="modal" language="en"></countersign-inquiry>`;
  const host = await startHost({'/': () => ({body})});
  try {
    const timings: Timing[] = [];
    for (const {condition, cpu, network} of conditions) {
      const allMs: number[] = [];
      for (let at = 0; at < times; at++) {
        progress(at, times, condition);
        allMs.push(await openOnce(browser, host.url, cpu, network));
      }
      const medianMs = [...allMs].sort((a, b) => a - b)[Math.floor(allMs.length / 2)] ?? 0;
      timings.push({condition, medianMs, allMs});
    }
    return timings;
  } finally {
    await browser.close();
    await host.stop();
    await platform.stop();
  }
}

/** Milliseconds from `open()` to `inquiry-ready`, in a browser that has never been here. */
async function openOnce(
  browser: Browser,
  url: string,
  cpu: number,
  network: (typeof conditions)[number]['network'],
): Promise<number> {
  const context = await browser.newContext({viewport: {width: 360, height: 640}});
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await page.goto(url);
  await devtools.send('Network.enable');
  await devtools.send('Emulation.setCPUThrottlingRate', {rate: cpu});
  if (network) await devtools.send('Network.emulateNetworkConditions', {offline: false, ...network});
  const taken = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const started = performance.now();
        const inquiry = document.querySelector('countersign-inquiry') as HTMLElement & {open(): void};
        inquiry.addEventListener('inquiry-ready', () => resolve(performance.now() - started));
        inquiry.open();
      }),
  );
  await context.close();
  return Math.round(taken);
}

function write(own: Size[], others: (Size | {name: string; trouble: string})[], timings: Timing[]): string {
  const count = (bytes: number): string => bytes.toLocaleString('en-GB');
  const sizes = [...own, ...others].map((one) =>
    'trouble' in one
      ? `| ${one.name} | not measured: ${one.trouble} | | | |`
      : `| ${one.name} | ${count(one.raw)} | ${count(one.gzip)} | ${count(one.brotli)} | ${one.limit ? `≤ ${count(one.limit)}` : '–'} |`,
  );
  const rows = timings.map(
    ({condition, medianMs, allMs}) =>
      `| ${condition} | ${count(medianMs)} | ${Math.min(...allMs)}–${Math.max(...allMs)} |`,
  );
  return [
    '| what a page loads | minified | gzip | brotli | our limit |',
    '|---|---|---|---|---|',
    ...sizes,
    '',
    '| from opening to ready, nothing cached | median ms | range |',
    '|---|---|---|',
    ...rows,
  ].join('\n');
}
