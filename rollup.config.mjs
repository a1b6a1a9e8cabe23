/**
 * The build. `node rollup.config.mjs [--if-stale] [--release] [--only embed|flow|dashboard|server]` writes both packages into dist/:
 *
 *   dist/countersign          for host pages and their backends: index.js, define.js, react.js, react-native.js, webhooks.js,
 *                             server.js, types/, custom-elements.json; no dependencies
 *   dist/countersign-server   the platform: cli.js, engine.js, models/, demo/ and public/
 *     public/embed.js, public/embed/<version>.js, public/embed/sri.json     the loader for a script tag
 *     public/assets/, public/manifest.json, public/page-words.json           flow, dashboard and page script, hashed; words of the pages
 *
 * Rules for code that is bundled for browsers
 * - A worker's address is written `new URL('./name.worker.ts', import.meta.url)`. It becomes an asset of its own.
 * - A file of a package or beside the source is named `new URL('zxing-wasm/reader/zxing_reader.wasm', import.meta.url)` or
 *   `new URL('./table.bin', import.meta.url)`. It becomes a hashed asset. web-test-runner.config.mjs understands the same.
 *
 * An entry point that does not stand in src/ is left out, so each target builds by itself. Run by rollup (`rollup -c`) this file is
 * an ordinary configuration.
 */
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {brotliCompressSync, gzipSync} from 'node:zlib';
import {build as transpile} from 'esbuild';
import openapiTS, {astToString} from 'openapi-typescript';
import {rollup} from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import ts from 'typescript';
import {
  assets,
  assetUrls,
  browserPlugins,
  json,
  literals,
  minified,
  onwarn,
  styles,
  webManifest,
  words,
  workers,
} from './rollup.plugins.mjs';
import {elementTypings} from './rollup.typings.mjs';

const root = import.meta.dirname;
const inRoot = (...parts) => path.join(root, ...parts);
const exists = (file) => fs.existsSync(inRoot(file));
const {version, license, engines, ...manifest} = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8'));
const sdk = 'dist/countersign';
const server = 'dist/countersign-server';
/** Loaders of released versions, as they were built then. */
const released = 'src/embed/released';
/** Frameworks of the wrappers: whoever uses a wrapper has them. */
const peers = {react: '>=18', 'react-native': '>=0.72', 'react-native-webview': '>=13'};

/** What can be built alone: its entry points, what it is made of (for --if-stale), its rollup inputs and what follows them. */
const targets = {
  embed: {
    entries: ['src/embed.ts'],
    // the client for backends is typed by the operations of the API
    sources: ['src/embed.ts', 'src/embed', 'src/protocol', 'src/server/api'],
    bundles: () => [embedModules(), embedScript()],
    after: writeSdkPackage,
    owns: [sdk],
  },
  flow: {
    entries: ['src/flow.ts', 'src/page.ts'],
    sources: [
      'src/flow.ts',
      'src/page.ts',
      'src/server/pages/page.css',
      'src/flow',
      'src/ui',
      'src/protocol',
      'src/verification',
      'models/mrz',
    ],
    bundles: () => [browserApp('flow'), pageScript()],
  },
  dashboard: {
    entries: ['src/dashboard.ts'],
    sources: ['src/dashboard.ts', 'src/dashboard', 'src/ui', 'src/protocol'],
    bundles: () => [browserApp('dashboard')],
    after: () => {
      copy('src/dashboard/operator.css', `${server}/public/assets/operator.css`);
      // the viewer of the OpenAPI document, as its package has it: installed, it would bring native builds for a client that we do not show
      copy('src/server/operator/rapidoc/rapidoc-min.js', `${server}/public/assets/api-reference.js`);
    },
  },
  server: {
    entries: ['src/cli.ts', 'src/engine.ts'],
    sources: ['src', 'demo', 'models'],
    bundles: () => [nodeProgram()],
    after: writeServerPackage,
    owns: [server],
  },
};

export default Object.values(targets)
  .filter(({entries}) => entries.some(exists))
  .flatMap(({bundles}) => bundles());

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main(process.argv.slice(2));
}

// ---- the bundles -------------------------------------------------------------------------------------------------------------

function embedModules() {
  return {
    input: {
      index: 'src/embed/index.ts',
      define: 'src/embed/inquiry-element-define.ts',
      webhooks: 'src/embed/webhooks.ts',
      server: 'src/embed/server.ts',
      react: 'src/embed/react.ts',
      'react-native': 'src/embed/react-native.ts',
    },
    external: Object.keys(peers),
    plugins: browserPlugins(),
    onwarn,
    output: {dir: sdk, format: 'es', chunkFileNames: '[name]-[hash].js', plugins: [minified({module: true})]},
  };
}

function embedScript() {
  return {
    input: 'src/embed.ts',
    plugins: browserPlugins(),
    onwarn,
    // not `toplevel`: that would rename the global away
    output: {
      file: `${server}/public/embed.js`,
      format: 'iife',
      name: 'Countersign',
      plugins: [minified({module: false})],
    },
  };
}

function browserApp(name) {
  return {
    input: existing({[name]: `src/${name}.ts`}),
    plugins: [
      ...browserPlugins(),
      ...(name === 'flow' ? [words()] : []),
      literals(),
      workers(),
      assetUrls(),
      webManifest(name),
    ],
    onwarn,
    output: {
      dir: `${server}/public`,
      format: 'es',
      entryFileNames: `${assets}.js`,
      chunkFileNames: `${assets}.js`,
      assetFileNames: `${assets}[extname]`,
      hoistTransitiveImports: false,
      plugins: [minified({module: true})],
    },
  };
}

/** A classic script, so that it runs before anything else on the page does. */
function pageScript() {
  return {
    input: existing({page: 'src/page.ts'}),
    plugins: [...browserPlugins(), styles('src/server/pages/page.css'), webManifest('page')],
    onwarn,
    output: {
      dir: `${server}/public`,
      format: 'iife',
      entryFileNames: `${assets}.js`,
      assetFileNames: `${assets}[extname]`,
      plugins: [minified({module: false})],
    },
  };
}

function nodeProgram() {
  return {
    input: existing({cli: 'src/cli.ts', engine: 'src/engine.ts'}),
    external: (id) => !/^[./\0]/.test(id) && !path.isAbsolute(id),
    plugins: [esbuild({target: 'node20', tsconfig: 'tsconfig.json'}), json(), assetUrls()],
    onwarn,
    // flat, so that `new URL('./engine.js', import.meta.url)` is right from every chunk
    output: {
      dir: server,
      format: 'es',
      sourcemap: true,
      entryFileNames: '[name].js',
      chunkFileNames: 'chunk-[name]-[hash].js',
      assetFileNames: '[name]-[hash][extname]',
    },
  };
}

function existing(inputs) {
  return Object.fromEntries(Object.entries(inputs).filter(([, file]) => exists(file)));
}

// ---- the packages ------------------------------------------------------------------------------------------------------------

async function writeSdkPackage() {
  writeDeclarations();
  await writeApiTypes();
  const types = (name) => `./types/embed/${name}.d.ts`;
  writeJson(`${sdk}/package.json`, {
    name: 'countersign',
    version,
    description:
      'Identity verification on your own site: the element, the client and the webhook check of Countersign.',
    license,
    type: 'module',
    engines,
    sideEffects: ['./define.js'],
    customElements: 'custom-elements.json',
    peerDependencies: peers,
    peerDependenciesMeta: Object.fromEntries(Object.keys(peers).map((name) => [name, {optional: true}])),
    exports: {
      '.': {types: types('index'), default: './index.js'},
      './define': {types: types('inquiry-element-define'), default: './define.js'},
      './webhooks': {types: types('webhooks'), default: './webhooks.js'},
      './server': {types: './types/server.d.ts', default: './server.js'},
      './react': {types: types('react'), default: './react.js'},
      './react-native': {types: types('react-native'), default: './react-native.js'},
      './jsx': {types: './types/jsx.d.ts'},
      './vue': {types: './types/vue.d.ts'},
      './svelte': {types: './types/svelte.d.ts'},
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
  });
  copy('LICENSE', `${sdk}/LICENSE`);
  copy('src/embed/README.md', `${sdk}/README.md`);
  for (const [file, text] of Object.entries(elementTypings(inRoot('src/embed')))) {
    fs.writeFileSync(inRoot(sdk, file), text);
  }
  writeLoaders();
}

/**
 * `/embed/<version>.js` with its hash: the loader as it is now, and every one that was released, whose tags stand in other people's
 * pages. `--release` keeps the present one; after that its bytes may not change under the same version.
 */
function writeLoaders() {
  const folder = inRoot(server, 'public/embed');
  const current = fs.readFileSync(inRoot(server, 'public/embed.js'));
  const kept = inRoot(released, `${version}.js`);
  if (process.argv.includes('--release')) {
    fs.mkdirSync(inRoot(released), {recursive: true});
    fs.writeFileSync(kept, current);
  } else if (fs.existsSync(kept) && !fs.readFileSync(kept).equals(current)) {
    throw new Error(`the loader of ${version} was released and must not change: raise the version in package.json`);
  }
  const names = exists(released) ? fs.readdirSync(inRoot(released)).filter((name) => name.endsWith('.js')) : [];
  const loaders = new Map([
    ...names.map((name) => [name, fs.readFileSync(inRoot(released, name))]),
    [`${version}.js`, current],
  ]);
  fs.rmSync(folder, {recursive: true, force: true});
  fs.mkdirSync(folder, {recursive: true});
  const hashes = {};
  for (const [name, script] of loaders) {
    fs.writeFileSync(path.join(folder, name), script);
    hashes[name] = `sha384-${createHash('sha384').update(script).digest('base64')}`;
  }
  writeJson(`${server}/public/embed/sri.json`, hashes);
  const integrity = hashes[`${version}.js`];
  console.log(`  <script src="<your server>/embed/${version}.js" integrity="${integrity}" crossorigin defer></script>`);
}

/** Types of what the package exports, and only those: none may need zod, because the package depends on nothing. */
function writeDeclarations() {
  const {config} = ts.readConfigFile(inRoot('tsconfig.json'), ts.sys.readFile);
  const {options} = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const names = ['index', 'inquiry-element-define', 'webhooks', 'server', 'react', 'react-native'];
  const entries = names.map((name) => inRoot(`src/embed/${name}.ts`));
  // what a wrapper uses of its peers is typed here only for the build
  const ambient = inRoot('src/embed/react-native-peers.d.ts');
  const out = inRoot(sdk, 'types');
  const emit = {noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: inRoot('src'), outDir: out};
  const written = new Map();
  ts.createProgram([...entries, ambient], {...options, ...emit}).emit(undefined, (file, text) =>
    written.set(path.resolve(file), text),
  );
  fs.rmSync(out, {recursive: true, force: true});
  const follow = (file) => {
    const text = written.get(file);
    if (text === undefined) return;
    written.delete(file);
    if (/from ['"]zod/.test(text)) throw new Error(`${path.relative(out, file)} is public and needs the types of zod`);
    fs.mkdirSync(path.dirname(file), {recursive: true});
    fs.writeFileSync(file, text.replace(/(['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2'));
    for (const [, target] of text.matchAll(/['"](\.{1,2}\/[^'"]+)\.ts['"]/g))
      follow(path.resolve(path.dirname(file), `${target}.d.ts`));
  };
  for (const entry of entries) follow(path.join(out, path.relative(inRoot('src'), entry)).replace(/\.ts$/, '.d.ts'));
}

/** `countersign/server` with its calls bound to the operations of this tree, by way of their OpenAPI document. */
async function writeApiTypes() {
  const bundle = inRoot('node_modules/.cache/openapi-document.mjs');
  await transpile({
    stdin: {
      contents: `export {operations} from './src/server/api/operations/all.ts';
        export {openApiDocument} from './src/server/api/openapi.ts';`,
      resolveDir: root,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: bundle,
    logLevel: 'warning',
  });
  const {operations, openApiDocument} = await import(`${pathToFileURL(bundle)}?${Date.now()}`);
  const types = astToString(await openapiTS(openApiDocument(operations)));
  fs.writeFileSync(inRoot(sdk, 'types/api.d.ts'), types);
  fs.writeFileSync(
    inRoot(sdk, 'types/server.d.ts'),
    [
      `import type {paths} from './api.js';`,
      `import {Countersign as Client} from './embed/server.js';`,
      `export type {components, operations, paths} from './api.js';`,
      `export {CountersignApiError, toFile} from './embed/server.js';`,
      `export type {ApiFile, ApiProblem, CountersignOptions} from './embed/server.js';`,
      `export declare class Countersign extends Client<paths> {}`,
      '',
    ].join('\n'),
  );
}

function writeServerPackage(bundles) {
  // what is imported only if it is there may be named by a variable, so a quoted name counts too
  const code = bundles
    .flat()
    .map((part) => part.code ?? '')
    .join();
  const used = (list) =>
    Object.fromEntries(Object.entries(list).filter(([name]) => new RegExp(`['"]${name}(/[^'"]*)?['"]`).test(code)));
  copy('models', `${server}/models`);
  copy('demo', `${server}/demo`);
  copy('LICENSE', `${server}/LICENSE`);
  copy('README.md', `${server}/README.md`);
  writeJson(`${server}/package.json`, {
    name: 'countersign-server',
    version,
    description: manifest.description,
    license,
    type: 'module',
    engines,
    bin: {countersign: './cli.js'},
    // the demo shop is a customer: it checks webhooks with the customers' package
    dependencies: {...used(manifest.dependencies), countersign: version},
    optionalDependencies: used(manifest.optionalDependencies),
  });
  linkSdk();
}

/** In this tree the server's demo finds the package `countersign` as it does when both are installed. */
function linkSdk() {
  const link = inRoot('dist/node_modules/countersign');
  fs.mkdirSync(path.dirname(link), {recursive: true});
  fs.rmSync(link, {recursive: true, force: true});
  fs.symlinkSync(inRoot(sdk), link, 'junction');
}

// ---- the command -------------------------------------------------------------------------------------------------------------

async function main(args) {
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1]?.split(',') : Object.keys(targets);
  if (!only?.every((name) => targets[name])) {
    console.error(`usage: node rollup.config.mjs [--if-stale] [--only ${Object.keys(targets).join('|')}]`);
    process.exitCode = 2;
    return;
  }
  for (const name of only) {
    const {entries, sources} = targets[name];
    if (!entries.some(exists)) continue;
    const stamp = hashOf([
      ...sources,
      'package.json',
      'package-lock.json',
      'rollup.config.mjs',
      'rollup.plugins.mjs',
      'rollup.typings.mjs',
    ]);
    if (args.includes('--if-stale') && readStamps()[name] === stamp) continue;
    await buildTarget(name);
    writeJson('dist/.stamp', {...readStamps(), [name]: stamp});
  }
}

async function buildTarget(name) {
  const started = performance.now();
  for (const folder of targets[name].owns ?? []) removeScripts(folder);
  const bundles = [];
  for (const {output, ...input} of targets[name].bundles()) {
    if (Object.keys(input.input).length === 0) continue;
    const progress = showProgress(name);
    const bundle = await rollup({...input, plugins: [...input.plugins, progress.plugin]});
    const {output: parts} = await bundle.write(output);
    await bundle.close();
    progress.done();
    bundles.push(parts);
  }
  await targets[name].after?.(bundles);
  if (name !== 'server') printSizes(bundles);
  console.log(`built ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** Counts modules on a terminal; elsewhere one line says that something began. */
function showProgress(name) {
  if (!process.stdout.isTTY) {
    console.log(`building ${name} ...`);
    return {plugin: null, done: () => {}};
  }
  let modules = 0;
  const moduleParsed = () => void process.stdout.write(`\rbuilding ${name}: ${++modules} modules`);
  return {plugin: {name: 'progress', moduleParsed}, done: () => process.stdout.write('\r\x1b[K')};
}

function printSizes(bundles) {
  const row = (...cells) =>
    console.log(cells.map((cell, i) => (i < 3 ? String(cell).padStart(9) : `  ${cell}`)).join(''));
  row('bytes', 'gzip', 'brotli', 'file');
  for (const part of bundles.flat()) {
    const content = Buffer.from(part.code ?? part.source);
    row(content.length, gzipSync(content, {level: 9}).length, brotliCompressSync(content).length, part.fileName);
  }
}

function readStamps() {
  return exists('dist/.stamp') ? JSON.parse(fs.readFileSync(inRoot('dist/.stamp'), 'utf8')) : {};
}

/** One hash over names and contents of files and folders. */
function hashOf(places) {
  const hash = createHash('sha256');
  const add = (file) => {
    if (!fs.existsSync(file)) return;
    if (fs.statSync(file).isDirectory()) for (const name of fs.readdirSync(file).sort()) add(path.join(file, name));
    else hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file));
  };
  for (const place of places) add(inRoot(place));
  return hash.digest('hex');
}

/** Scripts of the build before, directly in the folder. */
function removeScripts(folder) {
  if (!exists(folder)) return;
  for (const name of fs.readdirSync(inRoot(folder))) if (/\.js(\.map)?$/.test(name)) fs.rmSync(inRoot(folder, name));
}

function copy(from, to) {
  if (!exists(from)) return;
  fs.rmSync(inRoot(to), {recursive: true, force: true});
  fs.cpSync(inRoot(from), inRoot(to), {recursive: true});
}

function writeJson(file, value) {
  fs.mkdirSync(path.dirname(inRoot(file)), {recursive: true});
  fs.writeFileSync(inRoot(file), `${JSON.stringify(value, null, 2)}\n`);
}
