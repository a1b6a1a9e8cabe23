/**
 * Serves the host pages beside this file, each as its own customer would: `node demo/pages/serve.mjs --host <address of Countersign>
 * --template <id> [--port 4000]`. Frameworks are bundled when their page is asked for, as their own tools would do it.
 */
import {createHash} from 'node:crypto';
import fs from 'node:fs/promises';
import http from 'node:http';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {build} from 'esbuild';

const require = createRequire(import.meta.url);
const folder = import.meta.dirname;
const types = {'.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css'};

/**
 * @param {{host: string, template: string, port?: number}} options `host` is the address of Countersign
 * @returns {Promise<{url: string, stop(): Promise<void>}>}
 */
export async function servePages({host, template, port = 0}) {
  const loaders = await (await fetch(`${host}/embed/sri.json`)).json();
  const [loader, integrity] = Object.entries(loaders).at(-1);
  const server = http.createServer((request, response) => {
    const {pathname} = new URL(request.url, 'http://localhost');
    answer(pathname, {...values(), '{{loader}}': loader, '{{integrity}}': integrity}).then(
      ({type, body, headers}) =>
        response.writeHead(200, {'content-type': `${type}; charset=utf-8`, ...headers}).end(body),
      (error) =>
        response
          .writeHead(error.code === 'ENOENT' ? 404 : 500, {'content-type': 'text/plain'})
          .end(String(error.message)),
    );
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://localhost:${server.address().port}`;
  // another origin of the same machine
  const values = () => ({
    '{{host}}': host,
    '{{template}}': template,
    '{{other}}': url.replace('localhost', '127.0.0.1'),
  });
  return {
    url,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(pathname, values) {
  if (pathname === '/favicon.ico') return {type: 'image/x-icon', body: ''};
  if (pathname === '/bootstrap.css')
    return {type: 'text/css', body: await fs.readFile(require.resolve('bootstrap/dist/css/bootstrap.css'))};
  if (pathname === '/tailwind.css') return {type: 'text/css', body: await tailwind()};
  const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  if (!/^\/[a-z]+\/[\w.]+$/.test(name)) throw Object.assign(new Error('There is no such page.'), {code: 'ENOENT'});
  const file = path.join(folder, name);
  const type = types[path.extname(name)] ?? 'text/plain';
  if (/\/(react|vue|svelte)\/app\.js$/.test(name)) return {type, body: await bundle(path.dirname(file))};
  const text = await fs.readFile(file, 'utf8');
  if (!name.endsWith('.html')) return {type, body: text};
  const app = name === '/strict/index.html' ? await hashOf(path.join(path.dirname(file), 'app.js')) : '';
  const body = text.replaceAll(/\{\{\w+\}\}/g, (hole) => ({...values, '{{app}}': app})[hole] ?? hole);
  return {type, body, headers: app ? strictPolicy(values, app) : {}};
}

/** Scripts by their hashes alone; the page's own styles not even inline; nothing may turn text into code. */
function strictPolicy(values, app) {
  const policy = [
    "default-src 'none'",
    `script-src '${values['{{integrity}}']}' '${app}'`,
    `frame-src ${values['{{host}}']}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Permissions-Policy': `camera=(self "${values['{{host}}']}")`,
    'Referrer-Policy': 'no-referrer',
  };
}

async function hashOf(file) {
  return `sha384-${createHash('sha384')
    .update(await fs.readFile(file))
    .digest('base64')}`;
}

async function bundle(page) {
  const entry = (await fs.readdir(page)).find((name) => /^app\.jsx?$/.test(name));
  const {outputFiles} = await build({
    entryPoints: [path.join(page, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    conditions: ['browser', 'production'],
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    // in this tree the package is what the build made
    alias: {countersign: fileURLToPath(new URL('../../dist/countersign', import.meta.url))},
    plugins: [vue(), svelte()],
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

/** A single-file component with `<script setup>`; what `@vitejs/plugin-vue` does for a project. */
function vue() {
  return {
    name: 'vue',
    setup: ({onLoad}) =>
      onLoad({filter: /\.vue$/}, async ({path: file}) => {
        const {compileScript, parse} = await import('vue/compiler-sfc');
        const {descriptor} = parse(await fs.readFile(file, 'utf8'), {filename: file});
        const options = {compilerOptions: {isCustomElement: (tag) => tag === 'countersign-inquiry'}};
        return {
          contents: compileScript(descriptor, {id: 'app', inlineTemplate: true, templateOptions: options}).content,
        };
      }),
  };
}

function svelte() {
  return {
    name: 'svelte',
    setup: ({onLoad}) =>
      onLoad({filter: /\.svelte$/}, async ({path: file}) => {
        const {compile} = await import('svelte/compiler');
        return {contents: compile(await fs.readFile(file, 'utf8'), {filename: file, generate: 'client'}).js.code};
      }),
  };
}

async function tailwind() {
  const {compile} = await import('tailwindcss');
  const load = async (id, base) => {
    const file = require.resolve(id === 'tailwindcss' ? 'tailwindcss/index.css' : path.resolve(base, id));
    return {path: file, base: path.dirname(file), content: await fs.readFile(file, 'utf8')};
  };
  const {build: write} = await compile('@import "tailwindcss";', {base: folder, loadStylesheet: load});
  const html = await fs.readFile(path.join(folder, 'tailwind/index.html'), 'utf8');
  return write([...html.matchAll(/class="([^"]+)"/g)].flatMap(([, names]) => names.split(' ')));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = {type: 'string'};
  const {values} = parseArgs({options: {host: text, template: text, port: text}});
  if (!values.host || !values.template) {
    console.error('usage: node demo/pages/serve.mjs --host <address of Countersign> --template <id> [--port 4000]');
    process.exitCode = 2;
  } else {
    const {url} = await servePages({host: values.host, template: values.template, port: Number(values.port ?? 4000)});
    for (const page of (await fs.readdir(folder, {withFileTypes: true})).filter((one) => one.isDirectory())) {
      console.log(`${url}/${page.name}/`);
    }
  }
}
