/**
 * Both packages, packed and installed into an empty folder as a stranger would: the imports work, the types need nothing, the command
 * runs. Third-party dependencies are linked from this tree, so that the test needs no registry.
 */
import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;

before(() => {
  execFileSync(process.execPath, ['rollup.config.mjs', '--if-stale'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-pack-'));
  for (const name of ['countersign', 'countersign-server']) install(name);
  const {dependencies, optionalDependencies} = readPackage('countersign-server');
  for (const name of Object.keys({...dependencies, ...optionalDependencies})) {
    if (name !== 'countersign') link(name);
  }
});
after(() => fs.rmSync(folder, {recursive: true, force: true}));

function installed(...parts: string[]): string {
  return path.join(folder, 'node_modules', ...parts);
}

/** What `npm install <tarball>` does with a package that has no scripts: unpack it under its name. */
function install(name: string): void {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const packed = execFileSync(npm, ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: path.join(root, 'dist', name),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [{filename} = {filename: ''}] = JSON.parse(packed) as {filename: string}[];
  fs.mkdirSync(installed(name), {recursive: true});
  execFileSync('tar', ['-xzf', path.join(folder, filename), '--strip-components=1', '-C', installed(name)]);
}

function link(name: string): void {
  const target = path.join(root, 'node_modules', name);
  if (!fs.existsSync(target)) return;
  fs.mkdirSync(path.dirname(installed(name)), {recursive: true});
  fs.symlinkSync(target, installed(name), 'junction');
}

interface Package {
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  exports?: Record<string, {types: string; default: string} | string>;
}
function readPackage(name: string): Package {
  return JSON.parse(fs.readFileSync(installed(name, 'package.json'), 'utf8')) as Package;
}

function runModule(code: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', code], {cwd: folder, encoding: 'utf8'});
}

test('countersign depends on nothing', () => {
  const {dependencies, optionalDependencies} = readPackage('countersign');
  assert.deepEqual([dependencies, optionalDependencies], [undefined, undefined]);
});

test('countersign can be imported where there is no DOM', () => {
  const said = runModule(`
    import {Client, verify, preload, CountersignInquiryElement} from 'countersign';
    import 'countersign/define';
    console.log(typeof Client, typeof verify, typeof preload, typeof CountersignInquiryElement);
  `);
  assert.equal(said.trim(), 'function function function function');
});

test('countersign/webhooks checks a webhook', () => {
  const said = runModule(`
    import {createHmac} from 'node:crypto';
    import {verifyWebhook} from 'countersign/webhooks';
    const body = JSON.stringify({data: {type: 'event', id: 'evt_1', attributes: {name: 'inquiry.approved', payload: {data: {}}}}});
    const time = Math.floor(Date.now() / 1000);
    const header = 't=' + time + ',v1=' + createHmac('sha256', 's').update(time + '.' + body).digest('hex');
    console.log((await verifyWebhook(body, header, 's')).id, await verifyWebhook(body, header, 'x').catch((e) => e.code));
  `);
  assert.equal(said.trim(), 'evt_1 no_match');
});

test('the types of countersign compile alone and strictly', () => {
  fs.writeFileSync(
    path.join(folder, 'host.ts'),
    `
    import {Client, verify, type InquiryErrorDetail} from 'countersign';
    import 'countersign/define';
    import {Countersign} from 'countersign/server';
    import {verifyWebhook} from 'countersign/webhooks';
    const client = new Client({templateId: 'itmpl_1', onComplete: ({inquiryId, status}) => void [inquiryId.length, status]});
    client.open();
    document.addEventListener('x', () => {});
    const element = document.createElement('countersign-inquiry');
    element.sessionToken = 'token';
    element.addEventListener('inquiry-error', ({detail}) => { const error: InquiryErrorDetail = detail; void error.code; });
    const result = await verify({inquiryId: 'inq_1'});
    if (result.outcome === 'complete') result.status.length;
    const event = await verifyWebhook('', null, ['a', 'b'], {toleranceSeconds: 60});
    event.attributes.name.length;
    const api = new Countersign({url: 'https://verify.example.com', apiKey: 'countersign_sandbox_1'});
    const {data, meta} = await api.post('/inquiries', {body: {data: {attributes: {'inquiry-template-id': 'itmpl_1'}}}});
    const status: string = data.attributes.status;
    void [status, meta?.['session-token']];
    for await (const {attributes} of api.each('/inquiries', {query: {'filter[status]': 'created'}})) attributes['created-at'];
    // @ts-expect-error there is no such operation
    await api.get('/nowhere');
    // @ts-expect-error the id is missing
    await api.get('/inquiries/{inquiry-id}');
    // @ts-expect-error a body is needed
    await api.post('/inquiries');
    `,
  );
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'es2022'];
  const modules = ['--module', 'nodenext', '--moduleResolution', 'nodenext'];
  fs.writeFileSync(path.join(folder, 'package.json'), '{"type": "module", "private": true}');
  execFileSync(process.execPath, [tsc, ...options, ...modules, 'host.ts'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
});

/** Types of frameworks come from this tree, as an app has them. */
function check(file: string, code: string, options: string[] = []): void {
  for (const name of ['react', '@types/react', 'csstype', 'vue', 'svelte']) {
    if (!fs.existsSync(installed(name))) link(name);
  }
  fs.writeFileSync(path.join(folder, 'package.json'), '{"type": "module", "private": true}');
  fs.writeFileSync(path.join(folder, file), code);
  const strict = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022', '--jsx', 'react-jsx'];
  const modules = ['--module', 'nodenext', '--moduleResolution', 'nodenext'];
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, ...strict, ...modules, ...options, file], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

test('countersign/react and the element in JSX are typed', () => {
  check(
    'app.tsx',
    `
    import {Inquiry, type InquiryProps} from 'countersign/react';
    import type {} from 'countersign/jsx';
    import type {CountersignInquiryElement} from 'countersign';
    import {createRef} from 'react';
    const ref = createRef<CountersignInquiryElement>();
    const theme: NonNullable<InquiryProps['theme']> = {scheme: 'auto', properties: {'--cs-accent': '#6d28d9'}};
    export const good = <Inquiry ref={ref} templateId="itmpl_1" theme={theme} open onComplete={({status}) => status.length} />;
    ref.current?.close({force: true});
    // @ts-expect-error there is no such mode
    export const wrong = <Inquiry mode="popup" />;
    // @ts-expect-error a callback is a function
    export const called = <Inquiry onReady="open" />;
    export const element = (
      <countersign-inquiry template-id="itmpl_1" theme={theme} mode="inline" oninquiry-complete={({detail}) => detail.status.length} />
    );
    // @ts-expect-error there is no such mode
    export const popup = <countersign-inquiry mode="popup" />;
    `,
  );
});

test('countersign/react-native is typed without React Native', () => {
  check(
    'native.ts',
    `
    import {Inquiry, InquiryView, type InquiryViewProps} from 'countersign/react-native';
    const inquiry = Inquiry.fromTemplate('itmpl_1')
      .host('https://verify.example.com')
      .referenceId('user-42')
      .onComplete((inquiryId, status, fields) => void [inquiryId.length, status.length, fields['name-first']?.value])
      .onCanceled((inquiryId, sessionToken) => void [inquiryId?.length, sessionToken?.length])
      .onError((error) => void [error.message, error.code])
      .build();
    inquiry.start();
    const props: InquiryViewProps = inquiry.props;
    void [props, InquiryView];
    // @ts-expect-error a builder starts nothing before it is built
    Inquiry.fromInquiry('inq_1').start();
    `,
  );
});

test('the element is typed for Vue and Svelte', () => {
  check(
    'elements.ts',
    `
    import type {GlobalComponents} from 'vue';
    import type {SvelteHTMLElements} from 'svelte/elements';
    import type {} from 'countersign/vue';
    import type {} from 'countersign/svelte';
    type Vue = InstanceType<GlobalComponents['countersign-inquiry']>['$props'];
    export const vue: Vue = {'template-id': 'itmpl_1', onInquiryComplete: ({detail}) => void detail.status.length};
    // @ts-expect-error there is no such mode
    export const popup: Vue = {mode: 'popup'};
    type Svelte = SvelteHTMLElements['countersign-inquiry'];
    export const svelte: Svelte = {mode: 'modal', 'oninquiry-ready': ({detail}) => void detail.elapsedMs.toFixed()};
    `,
  );
});

test('the custom-elements manifest names every attribute, event and method, each with a sentence', () => {
  interface Named {
    name: string;
    description: string;
  }
  interface Manifest {
    modules: {declarations: {tagName: string; attributes: Named[]; events: Named[]; members: Named[]}[]}[];
  }
  const {modules} = JSON.parse(fs.readFileSync(installed('countersign', 'custom-elements.json'), 'utf8')) as Manifest;
  const [element] = modules.flatMap(({declarations}) => declarations);
  assert.equal(element?.tagName, 'countersign-inquiry');
  const attributes = element.attributes.map(({name}) => name);
  for (const name of ['host', 'template-id', 'inquiry-id', 'fields', 'theme', 'mode', 'open']) {
    assert.ok(attributes.includes(name), name);
  }
  assert.equal(element.events.length, 8);
  for (const name of ['open', 'close', 'load', 'destroy', 'sessionToken']) {
    assert.ok(
      element.members.some((one) => one.name === name),
      name,
    );
  }
  const silent = [...element.attributes, ...element.events].filter(({description}) => !description);
  assert.deepEqual(silent, []);
});

test('countersign-server names exactly the packages that it imports, and its own version of countersign', () => {
  const {dependencies = {}, optionalDependencies = {}, version} = readPackage('countersign-server');
  assert.equal(dependencies.countersign, version);
  const wanted = new Set<string>();
  for (const file of fs.readdirSync(installed('countersign-server')).filter((name) => name.endsWith('.js'))) {
    const code = fs.readFileSync(installed('countersign-server', file), 'utf8');
    for (const [, id = ''] of code.matchAll(/^import (?:[^'"]*? from )?['"]([^.'"][^'"]*)['"]/gm)) {
      if (!id.startsWith('node:'))
        wanted.add(
          id
            .split('/')
            .slice(0, id.startsWith('@') ? 2 : 1)
            .join('/'),
        );
    }
  }
  assert.ok(wanted.size > 5);
  for (const name of wanted)
    assert.ok(name in dependencies || name in optionalDependencies, `${name} is imported but not named`);
});

test('countersign --help runs from the packed server', () => {
  const said = execFileSync(process.execPath, [installed('countersign-server', 'cli.js'), '--help'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.match(said, /Usage: countersign/);
  assert.match(said, /serve/);
});

test('the packed server brings models, pages and the demo, and nothing of this tree', () => {
  const brought = fs.readdirSync(installed('countersign-server'), {recursive: true, encoding: 'utf8'});
  for (const file of ['models/mrz', 'public/embed.js', 'public/manifest.json', 'demo/shop/server.mjs', 'LICENSE']) {
    assert.ok(brought.includes(path.normalize(file)), file);
  }
  assert.equal(
    brought.some((file) => /(^|[\\/])(test|src|node_modules)([\\/]|$)|\.test\.|\.ts$/.test(file)),
    false,
  );
});
