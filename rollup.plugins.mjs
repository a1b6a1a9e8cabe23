/**
 * What the build does to code on its way into a bundle; `rollup.config.mjs` says which bundle gets what, and which rules for browser code
 * follow from it.
 */
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {transform} from 'esbuild';
import {rollup} from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import htmlLiterals from 'rollup-plugin-html-literals';

const require = createRequire(import.meta.url);
const inRoot = (...parts) => path.join(import.meta.dirname, ...parts);

/** Names of files that browsers keep for ever. */
export const assets = 'assets/[name]-[hash]';

/** Production builds of Lit and zod: `development` is never among the conditions. */
export function browserPlugins() {
  return [
    nodeResolve({browser: true, exportConditions: ['production', 'browser'], extensions: ['.ts', '.js', '.mjs']}),
    esbuild({target: 'es2022', tsconfig: 'tsconfig.json'}),
    json(),
  ];
}

/** Properties are not mangled: it gains nothing after brotli and breaks zod's `_zod`. */
export function minified({module}) {
  return terser({
    ecma: 2022,
    module,
    toplevel: module,
    compress: {passes: 3, unsafe_arrows: true},
    format: {comments: false},
  });
}

/** zod annotates what rollup cannot use and imports in harmless circles; everything else deserves a look. */
export function onwarn(warning, warn) {
  const fromZod = /node_modules[\\/]zod[\\/]/.test(`${warning.id ?? ''}${warning.ids?.join() ?? ''}${warning.message}`);
  if (fromZod && (warning.code === 'INVALID_ANNOTATION' || warning.code === 'CIRCULAR_DEPENDENCY')) return;
  if (warning.code === 'EMPTY_BUNDLE') return;
  warn(warning);
}

export function json() {
  return {
    name: 'json',
    transform: (code, id) => (id.endsWith('.json') ? {code: `export default ${code};`, map: {mappings: ''}} : null),
  };
}

/** Without its slash a `<circle />` would swallow the `<path />` after it: the drawings are SVG, which HTML's rules do not fit. */
export function literals() {
  return htmlLiterals({include: inRoot('src/**'), options: {minifyOptions: {keepClosingSlash: true}}});
}

/** `new URL('./x.worker.ts', import.meta.url)` -> an asset of its own; the Trusted Types policy is the source's (`flow/capture/worker.ts`). */
export function workers() {
  const pattern = /new URL\(\s*(['"])(\.[^'"]+\.worker\.ts)\1\s*,\s*import\.meta\.url\s*,?\s*\)/g;
  return {
    name: 'workers',
    async transform(code, id) {
      let output = code;
      for (const [expression, , file] of code.matchAll(pattern)) {
        const source = path.resolve(path.dirname(id), file);
        this.addWatchFile(source);
        const bundle = await rollup({input: source, plugins: [tensorflow(), ...browserPlugins(), assetUrls()], onwarn});
        const {output: parts} = await bundle.generate({
          format: 'es',
          inlineDynamicImports: true,
          entryFileNames: 'assets/[name].js',
          assetFileNames: `${assets}[extname]`,
          plugins: [minified({module: true})],
        });
        await bundle.close();
        const [entry, ...others] = parts;
        for (const {fileName, source: content} of others) this.emitFile({type: 'asset', fileName, source: content});
        const reference = this.emitFile({type: 'asset', name: path.basename(file, '.ts') + '.js', source: entry.code});
        const url = `import.meta.ROLLUP_FILE_URL_${reference}`;
        output = output.replace(expression, `new URL(${url})`);
      }
      return output === code ? null : {code: output, map: null};
    },
  };
}

function withoutNode(code) {
  return code.replace(/\brequire\((["'])[\w-]+\1\)/g, 'undefined');
}

/**
 * TensorFlow.js' glue around its WebAssembly is written for script tags and Node: here it becomes a module. The build with threads is
 * left out (it would need blob: workers), and so is what only Node would run.
 */
export function tensorflow() {
  const glue = /@tensorflow[\\/]tfjs-backend-wasm[\\/]wasm-out[\\/](tfjs-backend-wasm[\w.-]*)\.js$/;
  return {
    name: 'tensorflow',
    // their modules import CommonJS packages; these two files have them inside
    resolveId: (id) => {
      const flat = /^@tensorflow\/tfjs-(core|converter)$/.exec(id)?.[1];
      return flat ? inRoot(`node_modules/@tensorflow/tfjs-${flat}/dist/tf-${flat}.fesm.js`) : null;
    },
    transform(code, id) {
      if (/tf-(core|converter)\.fesm\.js$/.test(id)) return {code: withoutNode(code), map: {mappings: ''}};
      const name = glue.exec(id)?.[1];
      if (name === undefined) return null;
      if (name.endsWith('.worker')) return {code: "export const wasmWorkerContents = '';", map: {mappings: ''}};
      if (name.includes('threaded')) return {code: 'export default undefined;', map: {mappings: ''}};
      const [body] = code.split("if (typeof exports === 'object' && typeof module === 'object')");
      return {code: `${withoutNode(body)}\nexport default WasmBackendModule;`, map: {mappings: ''}};
    },
  };
}

/** `new URL('<package file or ./file>', import.meta.url)` of anything but scripts -> a hashed asset. */
export function assetUrls() {
  const pattern =
    /new URL\(\s*(['"])([^'"]+\.(?:wasm|onnx|bin|f16|dat|svg|png|css))\1\s*,\s*import\.meta\.url\s*,?\s*\)/g;
  return {
    name: 'asset-urls',
    transform(code, id) {
      let output = code;
      for (const [expression, , file] of code.matchAll(pattern)) {
        const source = file.startsWith('.') ? path.resolve(path.dirname(id), file) : require.resolve(file);
        if (!fs.existsSync(source)) continue;
        this.addWatchFile(source);
        const reference = this.emitFile({type: 'asset', name: path.basename(source), source: fs.readFileSync(source)});
        output = output.replace(expression, `new URL(import.meta.ROLLUP_FILE_URL_${reference})`);
      }
      return output === code ? null : {code: output, map: null};
    },
  };
}

/**
 * The words of the flow, `src/flow/locales/<language>/<group>.ts` -> `assets/words-<hash>-<language>-<group>.js`: one hash for all of
 * them, so that their names follow from language and group and browsers need no table of some five hundred. The group `page` is for
 * the pages around the flow: the server reads it in `page-words.json`.
 */
export function words() {
  const folder = inRoot('src/flow/locales');
  const expression = /import\(`\.\/locales\/\$\{language\}\/\$\{group\}\.ts`\)/;
  let modules;
  let hash;
  return {
    name: 'words',
    async buildStart() {
      modules = await translatedWords(folder);
      const sum = createHash('sha256');
      for (const {source, code} of modules) sum.update(`${source}\n${code}`);
      hash = sum.digest('hex').slice(0, 8);
      for (const {source} of modules) this.addWatchFile(path.join(folder, source));
    },
    transform(code) {
      if (!expression.test(code)) return null;
      const target = `import(\`./words-${hash}-\${language}-\${group}.js\`)`;
      return {code: code.replace(expression, () => target), map: null};
    },
    // an address that is put together at run time is for the browser to resolve
    resolveDynamicImport: (specifier) => (typeof specifier === 'string' ? null : false),
    async generateBundle() {
      const pages = {};
      for (const {language, group, source, code} of modules) {
        const originalFileName = `flow/locales/${source}`;
        const fileName = `assets/words-${hash}-${language}-${group}.js`;
        if (group !== 'page') this.emitFile({type: 'asset', fileName, originalFileName, source: code});
        else pages[language] = (await import(`data:text/javascript,${encodeURIComponent(code)}`)).default;
      }
      this.emitFile({type: 'asset', fileName: 'page-words.json', source: JSON.stringify(pages)});
    },
  };
}

async function translatedWords(folder) {
  const files = fs.readdirSync(folder, {recursive: true}).filter((name) => name.endsWith('.ts'));
  return Promise.all(
    files.sort().map(async (file) => {
      const source = file.split(path.sep).join('/');
      const [language, group] = source.replace(/\.ts$/, '').split('/');
      const text = fs.readFileSync(path.join(folder, file), 'utf8');
      const {code} = await transform(text, {loader: 'ts', format: 'esm', minify: true, charset: 'utf8'});
      return {language, group, source, code};
    }),
  );
}

/** A stylesheet that belongs to the page rather than to an element. */
export function styles(source) {
  return {
    name: 'styles',
    buildStart() {
      this.addWatchFile(inRoot(source));
      this.emitFile({type: 'asset', name: path.basename(source), source: fs.readFileSync(inRoot(source))});
    },
  };
}

/** A chunk that others take parts from has no facade; its own module runs last. */
function moduleName({facadeModuleId, moduleIds}) {
  return path
    .relative(inRoot('src'), facadeModuleId ?? moduleIds.at(-1))
    .split(path.sep)
    .join('/')
    .replace(/\.ts$/, '');
}

/**
 * Adds `{[name]: {file, css, preload, chunks}}` to public/manifest.json, which the server's pages read: `preload` are the chunks that
 * the entry imports statically, `chunks` those it may import later, by module (`flow/steps/consent`), each with what it imports.
 * Removes what the build before left behind.
 */
export function webManifest(name) {
  return {
    name: 'web-manifest',
    writeBundle({dir}, bundle) {
      const file = path.join(dir, 'manifest.json');
      const all = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
      const chunks = Object.values(bundle).filter(({type}) => type === 'chunk');
      const entry = chunks.find(({isEntry}) => isEntry);
      const withImports = (fileName, known = new Set()) => {
        if (known.has(fileName)) return [];
        known.add(fileName);
        return [fileName, ...bundle[fileName].imports.flatMap((next) => withImports(next, known))];
      };
      const [, ...preload] = withImports(entry.fileName);
      const later = chunks.filter(({isEntry, isDynamicEntry}) => !isEntry && isDynamicEntry);
      const translated = Object.values(bundle).filter(({originalFileNames: [from] = []}) =>
        from?.startsWith('flow/locales/'),
      );
      const files = Object.keys(bundle);
      const before = all[name]?.files ?? [];
      all[name] = {
        file: entry.fileName,
        css: files.filter((file) => file.endsWith('.css')),
        preload,
        chunks: Object.fromEntries([
          ...later.map((chunk) => [moduleName(chunk), withImports(chunk.fileName)]),
          ...translated.map(({originalFileNames: [from], fileName}) => [from.replace(/\.ts$/, ''), [fileName]]),
        ]),
        files,
      };
      fs.writeFileSync(file, JSON.stringify(all, null, 2));
      const wanted = new Set(Object.values(all).flatMap((part) => part.files));
      for (const old of before) if (!wanted.has(old)) fs.rmSync(path.join(dir, old), {force: true});
    },
  };
}
