/**
 * What the guided capture costs while a document is held in front of the camera: time per preview frame in headless Chromium, and what
 * is downloaded. The built workers run under the real pages' policy, on frames of 1200 pixels as the preview makes them; then once
 * more under a policy without WebAssembly, where the plain loops take over.
 */
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {serve} from '@hono/node-server';
import {Hono} from 'hono';
import {chromium, type Browser, type Page} from 'playwright';
import {pageHeaders} from '../../src/server/pages/security-headers.ts';
import {brotliQuality, staticFiles} from '../../src/server/pages/static-files.ts';
import {faceModelFolder} from '../../src/verification/face/models/folder.node.ts';
import {fakeCamera, findBrowser} from '../browser.mjs';
import {turningHead} from '../journeys/film.ts';
import {timeFaces, type FaceTimes} from './live-faces.ts';
import type {Bench, BenchRequest} from './run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const publicFiles = join(root, 'dist/countersign-server/public');
const frames = 40;
const followingFace = 'following a face';
const followingCamera = `${followingFace} before the fake camera`;
/** Ten seconds of it. */
const cameraFrames = 300;
/** What is fetched for the live reading, by the beginning of its name. */
const parts = [
  'live-guide',
  'quality.worker',
  'mrz-reader.worker',
  'mrz-lines',
  'barcode-reader.worker',
  'zxing_reader',
  'face-finder',
  'face.worker',
  'tfjs-backend-wasm-simd',
];
/** Files of the nets; they are no part of the build. */
const nets = ['face-detector.json', 'face-detector.bin', 'face-mesh.json', 'face-mesh.bin'];

export const bench: Bench = {
  summary: 'what the guided capture costs per preview frame in headless Chromium, and to download',
  help: [],
  async run(request) {
    const build = ['rollup.config.mjs', '--if-stale', '--only', 'flow'];
    execFileSync(process.execPath, build, {cwd: root, stdio: ['ignore', 'ignore', 'inherit']});
    const sizes = assetSizes();
    const rows = await measureInBrowser(sizes, request);
    return {data: {sizes, rows}, markdown: render(sizes, rows)};
  },
};

interface AssetSize {
  part: string;
  file: string;
  bytes: number;
  brotli: number;
  gzip: number;
}

function assetSizes(): AssetSize[] {
  const manifest = JSON.parse(readFileSync(join(publicFiles, 'manifest.json'), 'utf8')) as {flow: {files: string[]}};
  const built = parts.flatMap((part) => {
    const file = manifest.flow.files.find((name) => name.startsWith(`assets/${part}-`));
    if (file === undefined) return [];
    const content = readFileSync(join(publicFiles, file));
    return [{part, file, ...sizesOf(file, content)}];
  });
  const folder = faceModelFolder();
  const fetched = nets.map((file) => {
    const content = readFileSync(join(folder, file));
    return {part: file, file: `models/${file}`, ...sizesOf(file, content)};
  });
  return [...built, ...fetched];
}

function sizesOf(file: string, content: Uint8Array): Omit<AssetSize, 'part' | 'file'> {
  return {
    bytes: content.length,
    brotli: brotliCompressSync(content, {params: {[constants.BROTLI_PARAM_QUALITY]: brotliQuality(file)}}).length,
    gzip: gzipSync(content, {level: 9}).length,
  };
}

interface Row {
  what: string;

  /** Milliseconds from the frame to the answer, sorted; the first of all is told apart, for it pays for downloads and compiling. */
  first: number;
  rest: number[];
  /** Frames a second, waits for the camera included. */
  rate?: number;
}

async function measureInBrowser(sizes: readonly AssetSize[], request: BenchRequest): Promise<Row[]> {
  const server = await listen();
  const {executablePath, args} = await findBrowser();
  const browser = await chromium.launch({executablePath, args});
  try {
    const address = (part: string, prefix = ''): string =>
      `${prefix}/${sizes.find((size) => size.part === part)?.file ?? part}`;
    const cases = [
      {what: 'measuring a frame with a passport', worker: address('quality.worker'), picture: 'passport-photo', reads: false},
      {what: 'measuring a frame without a document', worker: address('quality.worker'), picture: 'cat', reads: false},
      {what: 'reading the lines of a passport', worker: address('mrz-reader.worker'), picture: 'passport-photo', reads: true},
      {what: 'reading the lines of a card', worker: address('mrz-reader.worker'), picture: 'id-back-photo', reads: true},
      {what: 'the same without WebAssembly', worker: address('mrz-reader.worker', '/plain'), picture: 'id-back-photo', reads: true},
      {what: 'measuring a passport without WebAssembly', worker: address('quality.worker', '/plain'), picture: 'passport-photo', reads: false},
    ]; // prettier-ignore
    const rows: Row[] = [];
    for (const [i, {what, ...one}] of cases.entries()) {
      const page = await browser.newPage();
      // esbuild, which runs these sources, marks functions with their names by this helper; pages do not have it.
      await page.addInitScript('globalThis.__name = (named) => named');
      await page.goto(`${server.url}/`);
      const [first = 0, ...rest] = await timeFrames(page, {...one, frames});
      rows.push({what, first, rest: rest.sort((a, b) => a - b)});
      await page.close();
      request.progress(i + 1, cases.length + 1, what);
    }
    rows.push(await measureFace(browser, server.url, address));
    rows.push(await measureCamera(server.url, address));
    request.progress(cases.length + 1, cases.length + 1, followingFace);
    return rows;
  } finally {
    await browser.close();
    await server.close();
  }
}

type Address = (part: string) => string;

async function measureFace(browser: Browser, url: string, address: Address): Promise<Row> {
  const pictures = ['center', 'left', 'center', 'right'].map((pose) => `mei-${pose}.jpg`);
  const {ready, times} = await followFace(browser, url, {address, pictures, frames});
  return {what: `${followingFace} (480 pixels)`, first: ready, rest: times.sort((a, b) => a - b)};
}

/** A head that turns, played by the browser's fake camera at the 30 pictures a second that it gives. */
async function measureCamera(url: string, address: Address): Promise<Row> {
  const {executablePath, args} = await findBrowser();
  const film = await turningHead('mei-1');
  const browser = await chromium.launch({executablePath, args: [...args, ...fakeCamera(film)]});
  try {
    const {ready, times, seconds} = await followFace(browser, url, {address, pictures: [], frames: cameraFrames});
    const rate = cameraFrames / seconds;
    return {what: followingCamera, first: ready, rest: times.sort((a, b) => a - b), rate};
  } finally {
    await browser.close();
  }
}

async function followFace(
  browser: Browser,
  url: string,
  {address, pictures, frames}: {address: Address; pictures: string[]; frames: number},
): Promise<FaceTimes> {
  const page = await browser.newPage();
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(`${url}/`);
  const given = {worker: address('face.worker'), wasm: address('tfjs-backend-wasm-simd'), pictures, frames};
  const told = await timeFaces(page, given);
  await page.close();
  return told;
}

/** The real static files under the real policy; `/plain` is the same without leave to compile WebAssembly. */
async function listen(): Promise<{url: string; close: () => Promise<void>}> {
  const app = new Hono();
  const headers = pageHeaders({frameAncestors: []});
  app.get('/', (c) => c.html('<!doctype html><title>bench</title>', 200, headers));
  app.get('/specimens/:name', (c) =>
    c.body(new Uint8Array(readFileSync(pictureFile(c.req.param('name')))), 200, {
      'Content-Type': 'image/jpeg',
    }),
  );
  app.use('/plain/*', async (c, next) => {
    await next();
    c.header('Content-Security-Policy', "script-src 'self'");
  });
  app.route('/plain', staticFiles(publicFiles));
  app.route('/', staticFiles(publicFiles, faceModelFolder()));
  return new Promise((resolve) => {
    const server = serve({fetch: app.fetch, port: 0, hostname: '127.0.0.1'}, ({port}) =>
      resolve({
        url: `http://127.0.0.1:${port}`,
        close: () => new Promise((done) => server.close(() => done())),
      }),
    );
  });
}

function pictureFile(name: string): string {
  return join(root, 'demo/specimens', /-(center|left|right)\.jpg$/.test(name) ? 'people/posed' : '', name);
}

interface FrameCase {
  worker: string;
  picture: string;
  /** A worker that reads (it takes a grey frame) rather than one that measures (it takes a bitmap). */
  reads: boolean;
  frames: number;
}

/** Runs in the page. Milliseconds from handing a frame over to its answer, one frame at a time; an unread frame throws. */
function timeFrames(page: Page, given: FrameCase): Promise<number[]> {
  return page.evaluate(async ({worker: path, picture, reads, frames: count}) => {
    interface Policy {
      createScriptURL(url: string): string;
    }
    const {trustedTypes} = globalThis as unknown as {
      trustedTypes: {createPolicy(name: string, rules: {createScriptURL: (url: string) => string}): Policy};
    };
    const policy = trustedTypes.createPolicy('countersign-worker', {createScriptURL: (url) => url});
    const worker = new Worker(policy.createScriptURL(new URL(path, location.href).href), {type: 'module'});
    const blob = await (await fetch(`/specimens/${picture}.jpg`)).blob();
    const [width, height] = [1200, 900];
    const resize = {resizeWidth: width, resizeHeight: height, resizeQuality: 'medium'} as const;
    const guide = {x: 80, y: 60, width: width - 160, height: height - 120};
    const frame = async (): Promise<[unknown, Transferable[]]> => {
      const bitmap = await createImageBitmap(blob, resize);
      if (!reads) return [{bitmap, guide, look: {mrz: true, barcode: false}, hand: false}, [bitmap]];
      const context = new OffscreenCanvas(width, height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const pixels = context?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
      const data = Uint8Array.from({length: width * height}, (_, i) => pixels[4 * i + 1] ?? 0);
      return [{frame: {data, width, height}}, [data.buffer]];
    };
    const times: number[] = [];
    for (let i = 0; i < count; i++) {
      const [message, transfer] = await frame();
      const started = performance.now();
      const answer = await new Promise<Record<string, unknown>>((resolve, reject) => {
        worker.onmessage = ({data}: MessageEvent<Record<string, unknown>>) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message || 'the worker did not start'));
        worker.postMessage(message, transfer);
      });
      times.push(performance.now() - started);
      if (reads && answer['readable'] !== true)
        throw new Error(`${picture} was not readable: ${JSON.stringify(answer)}`);
      if (!reads && !('measured' in answer)) throw new Error(`${picture} was not measured`);
    }
    worker.terminate();
    return times;
  }, given);
}

function render(sizes: readonly AssetSize[], rows: readonly Row[]): string {
  const at = (sorted: readonly number[], share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
  const total = sizes.reduce((sum, {brotli}) => sum + brotli, 0);
  return [
    '## Live guidance',
    '',
    `Per preview frame of 1200 x 900 pixels in headless Chromium, ${frames} frames each, milliseconds from handing it to the worker to its answer.`,
    '*First* also fetches and compiles, and the server compresses what nobody asked for before. Measuring and reading run in two workers beside each other and beside the page.',
    '',
    '| | first | median | p95 |',
    '|---|---|---|---|',
    ...rows.map(({what, first, rest}) => `| ${what} | ${first.toFixed(0)} | ${at(rest, 0.5)} | ${at(rest, 0.95)} |`),
    '',
    framesASecond(rows),
    '',
    '| downloaded when | file | bytes | brotli |',
    '|---|---|---|---|',
    ...sizes.map(({part, bytes, brotli}) => `| ${whenOf(part)} | ${part} | ${bytes} | ${brotli} |`),
    `| | together | | ${total} |`,
    '',
    firstLandmarks(sizes),
  ].join('\n');
}

function firstLandmarks(sizes: readonly AssetSize[]): string {
  const face = sizes.filter(({part}) => isFace(part));
  const kilobytes = (encoding: 'gzip' | 'brotli'): string =>
    (face.reduce((sum, one) => sum + one[encoding], 0) / 1000).toFixed(0);
  return `Up to the first landmarks of a face: ${kilobytes('gzip')} kB by gzip, ${kilobytes('brotli')} kB by brotli. The aim is 1,900 kB by gzip.`;
}

function isFace(part: string): boolean {
  return part.startsWith('face') || part.startsWith('tfjs');
}

/** Of the selfie's guidance, which looks at one picture after the other. */
function framesASecond(rows: readonly Row[]): string {
  const {rest} = rows.find(({what}) => what.startsWith(followingFace)) ?? {rest: []};
  const median = rest[rest.length >> 1] ?? 0;
  const rate = rows.find(({what}) => what === followingCamera)?.rate ?? 0;
  return [
    `Following a face, in one thread: ${(1000 / Math.max(median, 1)).toFixed(0)} pictures a second by the median.`,
    `Before the fake camera, which gives 30 a second, ${rate.toFixed(1)} were read, with the browser's own work beside. The aim is 25.`,
  ].join(' ');
}

function whenOf(part: string): string {
  if (isFace(part)) return 'the consent to a selfie is read';
  if (part === 'live-guide' || part === 'quality.worker') return 'the camera opens';
  return part.startsWith('mrz') ? 'lines are first seen' : 'a bar code is first seen';
}
