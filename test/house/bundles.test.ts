/** What browsers load: sizes, and what must not be in there. Needs `npm run build`; builds what is stale by itself. */
import {before, test} from 'node:test';
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import {brotliCompressSync} from 'node:zlib';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'dist/countersign-server/public');
const read = (file: string): string => fs.readFileSync(path.join(folder, file), 'utf8');
const brotli = (...files: string[]): number =>
  files.reduce((sum, file) => sum + brotliCompressSync(fs.readFileSync(path.join(folder, file))).length, 0);

interface Bundle {
  file: string;
  preload: string[];
  chunks: Record<string, string[]>;
  files: string[];
}
let manifest: Record<'flow' | 'dashboard' | 'page', Bundle>;

before(() => {
  const build = ['rollup.config.mjs', '--if-stale', '--only', 'embed,flow,dashboard'];
  execFileSync(process.execPath, build, {cwd: root, stdio: ['ignore', 'ignore', 'inherit']});
  manifest = JSON.parse(read('manifest.json')) as typeof manifest;
});

test('the loader is at most 3,072 bytes', () => {
  assert.ok(brotli('embed.js') <= 3072, `${brotli('embed.js')} bytes`);
});

test('the loader carries neither zod nor Lit', () => {
  assert.doesNotMatch(read('embed.js'), /_zod|ZodError|safeParse|litElement|lit-html|_\$lit/i);
});

test('the loader gives the page one global and reaches for nothing else', () => {
  const page = vm.createContext({
    document: {currentScript: {src: 'https://verify.example.com/embed.js'}, addEventListener: () => {}},
    URL,
    CustomEvent,
  });
  const before = Object.keys(page);
  vm.runInContext(read('embed.js'), page);
  assert.deepEqual(
    Object.keys(page).filter((name) => !before.includes(name)),
    ['Countersign'],
  );
  const {Client, verify} = page.Countersign as Record<string, unknown>;
  assert.equal(typeof Client, 'function');
  assert.equal(typeof verify, 'function');
});

test('the flow’s shell is at most 15 kB, with its first screen at most 17 kB', () => {
  const {flow} = manifest;
  const shell = [flow.file, ...flow.preload];
  const screen = ['flow/steps/start', 'flow/locales/en/base'].flatMap((name) => flow.chunks[name] ?? []);
  assert.ok(screen.length > 0);
  const first = [...new Set([...shell, ...screen])];
  assert.ok(brotli(...shell) <= 15 * 1024, `shell ${brotli(...shell)} bytes`);
  assert.ok(brotli(...first) <= 17 * 1024, `first screen ${brotli(...first)} bytes`);
});

test('no step’s own script is more than 5 kB', () => {
  for (const [name, [file = '']] of Object.entries(manifest.flow.chunks)) {
    if (name.startsWith('flow/steps/')) assert.ok(brotli(file) <= 5 * 1024, `${name}: ${brotli(file)} bytes`);
  }
});

test('reading lines and bar codes live costs at most 700 kB, and nothing before something is seen', () => {
  const {flow} = manifest;
  const live =
    /^assets\/(quality\.worker|live-guide|mrz-reader\.worker|mrz-lines|barcode-reader\.worker|zxing_reader)-/;
  const files = flow.files.filter((file) => live.test(file));
  for (const needed of ['mrz-reader.worker', 'mrz-lines', 'barcode-reader.worker', 'zxing_reader']) {
    assert.ok(
      files.some((file) => file.includes(needed)),
      `${needed} is an asset of its own`,
    );
  }
  assert.ok(brotli(...files) <= 700 * 1000, `${brotli(...files)} bytes: ${files.join(' ')}`);
  for (const file of [flow.file, ...flow.preload, ...(flow.chunks['flow/steps/document'] ?? [])]) {
    if (file.endsWith('.js')) assert.doesNotMatch(read(file), /mrz-lines|zxing_reader/, file);
  }
});

test('no locale is more than 4 kB', () => {
  const locales = new Map<string, string[]>();
  for (const [name, [file = '']] of Object.entries(manifest.flow.chunks)) {
    const language = /^flow\/locales\/([^/]+)\//.exec(name)?.[1];
    if (language) locales.set(language, [...(locales.get(language) ?? []), file]);
  }
  assert.ok(locales.size >= 3);
  for (const [language, files] of locales) {
    for (const file of files) assert.ok(brotli(file) <= 4 * 1024, `${language}: ${file} ${brotli(file)} bytes`);
  }
});

test('the dashboard’s first view is at most 60 kB', () => {
  const {file, preload} = manifest.dashboard;
  assert.ok(brotli(file, ...preload) <= 60 * 1024, `${brotli(file, ...preload)} bytes`);
});

test('no code of Node, no development build and no path of this machine is in what browsers load', () => {
  const scripts = [
    'embed.js',
    ...Object.values(manifest).flatMap(({files}) => files.filter((file) => file.endsWith('.js'))),
  ];
  assert.ok(scripts.length > 10);
  for (const file of scripts) {
    const code = read(file);
    assert.doesNotMatch(code, /["'`]node:|require\(["'`](fs|path|crypto|worker_threads)["'`]\)/, file);
    assert.doesNotMatch(code, /Lit is in dev mode|\.only\(|debugger/, file);
    assert.equal(code.includes(root), false, file);
  }
});

test('every file that the manifest names is there, and nothing else', () => {
  const named = new Set(Object.values(manifest).flatMap(({files}) => files));
  for (const file of named) assert.ok(fs.existsSync(path.join(folder, file)), file);
  const present = fs.readdirSync(path.join(folder, 'assets')).map((name) => `assets/${name}`);
  // the dashboard's stylesheet and the viewer of the API's page keep their names: their pages are never cached
  const keepTheirs = ['assets/operator.css', 'assets/api-reference.js'];
  assert.deepEqual(
    present.filter((file) => !named.has(file) && !keepTheirs.includes(file)),
    [],
  );
});

test('the versioned loader is the loader, and its SRI is right', () => {
  const {version} = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {version: string};
  const bytes = fs.readFileSync(path.join(folder, `embed/${version}.js`));
  assert.deepEqual(bytes, fs.readFileSync(path.join(folder, 'embed.js')));
  const sri = JSON.parse(read('embed/sri.json')) as Record<string, string>;
  assert.equal(sri[`${version}.js`], `sha384-${createHash('sha384').update(bytes).digest('base64')}`);
});
