/**
 * The test command: `node test/run.mjs [stage ...]`, every stage without arguments. `npm run check` names the quick ones.
 * Each stage is a child process; the last line is `N passed, N failed`, and the exit code is 1 when anything failed.
 */
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules', ...name.split('/'));

const stages = {
  types: {says: 'types', run: () => runTool([bin('typescript/bin/tsc'), '-p', '.'])},
  lint: {
    says: 'lint and format',
    run: async () =>
      add(
        await runTool([
          bin('eslint/bin/eslint.js'),
          '.',
          '--max-warnings=0',
          '--cache',
          '--cache-location',
          cache('eslint'),
        ]),
        await runTool([
          bin('prettier/bin/prettier.cjs'),
          '--check',
          '--log-level=warn',
          'src',
          'test',
          'demo/shop',
          '*.mjs',
        ]),
      ),
  },
  house: {
    says: 'rooms and house rules',
    run: () => runNodeTests(testFiles('house', {except: /(bundles|pack|docs)\.test\.ts$/})),
  },
  unit: {says: 'unit', run: () => runNodeTests(unitFiles().filter((file) => !isDeep(file)))},
  deep: {says: 'unit, with a database or an engine', run: () => runNodeTests(unitFiles().filter(isDeep))},
  build: {says: 'build', run: () => runTool([path.join(root, 'rollup.config.mjs'), '--if-stale'])},
  bundles: {
    says: 'bundles and packages',
    run: () => runNodeTests(testFiles('house', {only: /(bundles|pack)\.test\.ts$/})),
  },
  contract: {says: 'contract on PGlite and PostgreSQL', run: () => runNodeTests(testFiles('contract'))},
  browser: {says: 'browser components', run: () => runTool([bin('@web/test-runner/dist/bin.js')], readBrowserCounts)},
  system: {says: 'kill -9', run: () => runNodeTests(testFiles('system'), {concurrency: 1})},
  journeys: {says: 'journeys in a real browser', run: () => runNodeTests(testFiles('journeys'), {concurrency: 1})},
  engines: {
    says: 'journeys in every engine present',
    run: () => runNodeTests(testFiles('browsers'), {concurrency: 1}),
  },
  docs: {
    says: 'every command and snippet of the docs',
    run: () => runNodeTests(testFiles('house', {only: /docs\.test\.ts$/})),
  },
};

const asked = process.argv.slice(2);
if (asked.includes('--help') || asked.some((name) => !stages[name])) {
  console.log(`usage: node test/run.mjs [${Object.keys(stages).join('|')} ...]`);
  process.exit(asked.includes('--help') ? 0 : 2);
}

/** Stages that run the face engine; its nets are fetched once, in front of the first of them (`countersign models`). */
const runsFaces = ['unit', 'contract', 'browser', 'system', 'journeys', 'docs'];
let models;

let total = {passed: 0, failed: 0};
const lines = [];
const failures = [];
for (const name of asked.length ? asked : Object.keys(stages)) {
  const started = Date.now();
  console.log(`\n=== ${stages[name].says}`);
  if (runsFaces.includes(name)) models ??= await prepareModels();
  const counts = await stages[name].run();
  total = add(total, counts);
  lines.push(
    `${counts.failed ? 'FAIL' : ' ok '}  ${stages[name].says.padEnd(42)} ${counts.passed} passed, ${counts.failed} failed  ${Math.round((Date.now() - started) / 1000)} s`,
  );
}
if (failures.length) console.log(`\n=== what failed\n${failures.join('\n')}`);
console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;

/** A test that needs a net fails by itself where they cannot be had; everything else runs. */
async function prepareModels() {
  const {code} = await runChild(['--import', 'tsx', 'src/cli.ts', 'models', '--quiet']);
  if (code !== 0) failures.push('the nets of the face engine could not be fetched: see the first lines of the stage');
  return code === 0;
}

function testFiles(folder, {only = /./, except = /^$/} = {}) {
  const base = path.join(root, 'test', folder);
  if (!fs.existsSync(base)) return [];
  return fs
    .readdirSync(base, {recursive: true})
    .map((file) => file.split(path.sep).join('/'))
    .filter(
      (file) =>
        file.endsWith('.test.ts') && !file.endsWith('.browser.test.ts') && only.test(file) && !except.test(file),
    )
    .map((file) => path.join(base, file))
    .sort();
}

function unitFiles() {
  return testFiles('.', {except: /^(house|contract|system|journeys|browsers|interop|bench)\//});
}

/** Whoever opens a database or loads an engine takes seconds: `npm run check` does without. */
function isDeep(file) {
  return /from '[^']*(world|\.node|specimens\/catalogue)\.ts'/.test(fs.readFileSync(file, 'utf8'));
}

/** node:test over the files; counts come from its own TAP summary, a crash of the runner counts as one failure. */
async function runNodeTests(files, {concurrency = os.availableParallelism()} = {}) {
  if (!files.length) return {passed: 0, failed: 0};
  const tap = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-tap-')), 'out.tap');
  const {code} = await runChild([
    '--import',
    'tsx',
    '--test',
    `--test-concurrency=${concurrency}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${tap}`,
    `--test-reporter=${path.join(root, 'test', 'slowest.mjs')}`,
    '--test-reporter-destination=stdout',
    ...files,
  ]);
  const summary = fs.existsSync(tap) ? fs.readFileSync(tap, 'utf8') : '';
  fs.rmSync(path.dirname(tap), {recursive: true, force: true});
  failures.push(...readFailures(summary));
  const count = (word) => Number(summary.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return {passed: count('pass'), failed: code !== 0 && failed === 0 ? 1 : failed};
}

/** Name and error of each test that failed by itself, repeated at the end, where whoever reads a long log looks first. */
function readFailures(tap) {
  return [...tap.matchAll(/^( *)not ok \d+ - (.*)\n\1 {2}---\n([\s\S]*?)\n\1 {2}\.\.\.$/gm)]
    .filter(([, , , details]) => !details.includes("failureType: 'subtestsFailed'"))
    .map(([, indent, name, details]) => {
      const text = details.split('\n').map((line) => line.slice(indent.length));
      return [`not ok: ${name}`, ...text.filter((line) => !/duration_ms|type: 'test'/.test(line)).slice(0, 40)].join(
        '\n',
      );
    });
}

/** A tool is one check: passed on exit code 0, unless its output says more. */
async function runTool(args, read) {
  const {code, output} = await runChild(args, {keep: Boolean(read)});
  const counts = read?.(output) ?? {passed: 1, failed: 0};
  return code === 0 ? counts : {passed: read ? counts.passed : 0, failed: Math.max(1, counts.failed)};
}

function readBrowserCounts(output) {
  failures.push(...output.split('\n').filter((line) => line.startsWith('not ok: ')));
  const last = [...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1);
  return last ? {passed: Number(last[1]), failed: Number(last[2])} : {passed: 0, failed: 1};
}

function runChild(args, {keep = false} = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {cwd: root, stdio: ['ignore', keep ? 'pipe' : 'inherit', 'inherit']});
    let output = '';
    child.stdout?.on('data', (chunk) => {
      process.stdout.write(chunk);
      output += chunk;
    });
    child.on('close', (code) => resolve({code, output}));
  });
}

function add(a, b) {
  return {passed: a.passed + b.passed, failed: a.failed + b.failed};
}

function cache(name) {
  return path.join(root, 'node_modules', '.cache', name);
}
