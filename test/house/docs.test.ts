/**
 * What the documentation says, tried: every fenced block in sh, html, js, json and http is executed or parsed by a rule below
 * (one that no rule takes fails with its place), and tables, links and names are held against the code.
 */
import {after, before, describe, test} from 'node:test';
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';
import {chromium, type Browser} from 'playwright';
import ts from 'typescript';
import {retryDelaysSeconds} from '../../src/domain/webhook.ts';
import {parseTemplateGraph} from '../../src/commands/parse-template.ts';
import {documentOnly} from '../../src/domain/default-templates.ts';
import {mirrored} from '../../src/embed/options.ts';
import {permissions} from '../../src/protocol/api-key.ts';
import {verifyQuerySchema} from '../../src/protocol/embed-query.ts';
import {errors, type ErrorCode} from '../../src/protocol/errors.ts';
import {eventNames, eventSchema} from '../../src/protocol/event.ts';
import {settingsSchema} from '../../src/protocol/settings.ts';
import {componentSchema} from '../../src/protocol/component.ts';
import {recordAnswerSchema, registriesSchema} from '../../src/outbound/registries.ts';
import {stepSchema} from '../../src/protocol/template.ts';
import {providerSchema} from '../../src/verification/face/models/provider.ts';
import {tokenNames} from '../../src/ui/tokens.ts';
import {findBrowser} from '../browser.mjs';
import {openOutbox} from '../journeys/outbox.ts';
import {documentTemplate, startPlatform, type Platform} from '../journeys/platform.ts';
import {checkCommand, commandsOf} from './docs/command-line.ts';
import {bundled, bundledWhole, checkApp, reachReady, reachShown, type HostPage} from './docs/host-page.ts';
import {
  anchorsOf,
  blocksOf,
  codesIn,
  inlineCode,
  localLinks,
  markdownFiles,
  prose,
  read,
  root,
  rowsOf,
  tableUnder,
  type Block,
} from './docs/markdown.ts';
import {backendFolder, freePort, startReceiver} from './docs/receiver.ts';

const run = promisify(execFile);
const files = markdownFiles();
/** Training a model takes hours, a graphics card and another language: its README is for reading. */
const blocks = files.filter((file) => !file.startsWith('models/')).flatMap(blocksOf);
/** Pictures, output and what only a phone's tools could run; every other language must have a rule. */
const shown = new Set(['', 'text', 'swift', 'kotlin', 'xml']);

let platform: Platform;
let browser: Browser;
/** Real values for what a snippet leaves open. */
let real: {
  template: string;
  inquiry: string;
  /** Somebody began it. */
  pending: string;
  webhook: string;
  list: string;
  verification: string;
  /** Of a phone number, with the code that was sent there. */
  phone: {id: string; code: string};
  transactionType: string;
  integrity: string;
};

before(async () => {
  const {executablePath, args} = await findBrowser();
  [platform, browser] = await Promise.all([
    startPlatform({COUNTERSIGN_ALLOW_LOOPBACK_WEBHOOKS: 'true'}),
    chromium.launch({executablePath, args}),
  ]);
  const phone = await phoneWithCode();
  const template = await documentTemplate(platform);
  const sri = (await (await fetch(`${platform.publicUrl}/embed/sri.json`)).json()) as Record<string, string>;
  real = {
    template,
    inquiry: (await createInquiry(template)).data.id,
    pending: await begunInquiry(template),
    webhook: (await subscribe('http://localhost:9/')).data.id,
    list: (await platform.post('/list/names', {data: {attributes: {name: 'Of the docs'}}})).data.id,
    verification: await unsubmittedVerification(),
    phone,
    transactionType: (await platform.get('/transaction-types')).data[0]?.id ?? '',
    integrity: Object.values(sri)[0] ?? '',
  };
});
after(async () => {
  await browser?.close();
  await platform?.stop();
});

describe('every snippet does what it shows', () => {
  for (const [at, block] of blocks.entries()) {
    if (shown.has(block.language)) continue;
    test(`${block.place} (${block.language})`, async () => {
      const rule = rules[block.language];
      assert.ok(rule, `${block.place}: no rule executes or parses a block of ${block.language}`);
      await rule(block, at);
    });
  }
});

const rules: Record<string, (block: Block, at: number) => unknown> = {
  sh: async ({text}) => {
    if (text.startsWith('curl ')) return curl(filled(text));
    for (const command of commandsOf(text)) await checkCommand(command);
  },
  html: (block, at) => {
    const next = blocks[at + 1];
    const script = block.text.includes('/app.js') && next?.file === block.file ? {script: filled(next.text)} : {};
    return reachReady(browser, {...hostPage(), html: filled(block.text), ...script});
  },
  js: async ({text, place}, at) => {
    if (text.includes("from 'countersign/webhooks'")) return receiveWebhook(text);
    if (text.includes("from 'countersign/server'")) return runBackend(filled(text));
    if (text.includes("from 'persona'")) {
      const html = '<script type="module" src="/app.js"></script>';
      // the SDK's own style elements need a page that allows them
      return reachShown(browser, {...hostPage(), headers: {}, html, script: await bundledWhole(filled(text))});
    }
    if (text.includes("from 'countersign'")) {
      const html = '<script type="module" src="/app.js"></script>';
      return reachReady(browser, {...hostPage(), html, script: bundled(filled(text))});
    }
    assert.ok(blocks[at - 1]?.text.includes('/app.js'), `${place}: belongs to no page, and imports nothing of ours`);
  },
  json: async ({text, place}) => {
    const value = JSON.parse(text) as {data?: {type?: string}; errors?: unknown};
    if (value.errors) return assert.deepEqual(value, await refusal());
    if (value.data?.type === 'event') return eventSchema.parse(value.data);
    if ('calibration' in value) return providerSchema.parse(value);
    if ('requester' in value) return parseTemplateGraph({...documentOnly, ...value});
    if ('kind' in value) return stepSchema.or(componentSchema).parse(value);
    if ('records' in value) return recordAnswerSchema.parse(value);
    if ('residents' in value) return registriesSchema.parse(value);
    assert.fail(`${place}: no rule knows what this JSON is`);
  },
  jsx: async ({text}) => {
    const html = '<div id="app"></div><script type="module" src="/app.js"></script>';
    return reachReady(browser, {...hostPage(), html, makesButton: true, script: await bundledWhole(filled(text))});
  },
  tsx: ({text}) => checkApp(text),
  ts: async ({text}) => {
    // words of a language say what the English group of the same name says
    const {outputText} = ts.transpileModule(text, {compilerOptions: {target: ts.ScriptTarget.ES2022}});
    const {default: words} = (await import(`data:text/javascript,${encodeURIComponent(outputText)}`)) as {
      default: object;
    };
    const english = new URL(`../../src/flow/locales/${/en\/\w+\.ts/.exec(text)?.[0] ?? ''}`, import.meta.url);
    assert.deepEqual(Object.keys(words), Object.keys(((await import(english.href)) as {default: object}).default));
  },
  http: ({text}) => assert.ok(Object.keys(headersIn(text)).length > 0),
};

function filled(text: string): string {
  return text
    .replaceAll(/http:\/\/localhost:3000|https:\/\/verify\.example\.com/g, platform.publicUrl)
    .replaceAll(/(?<=')(localhost:3000|verify\.example\.com)(?=')/g, new URL(platform.publicUrl).host)
    .replaceAll('itmpl_...', real.template)
    .replaceAll('inq_.../resume', `${real.pending}/resume`)
    .replaceAll('inq_...', real.inquiry)
    .replaceAll('lst_...', real.list)
    .replaceAll('ver_.../confirm', `${real.phone.id}/confirm`)
    .replaceAll('"123456"', `"${real.phone.code}"`)
    .replaceAll('ver_...', real.verification)
    .replaceAll('txntp_...', real.transactionType)
    .replaceAll('wbh_...', real.webhook)
    .replaceAll('sha384-...', real.integrity);
}

/** Exits with 0, was answered with 2xx, and what came is JSON with data. */
async function curl(text: string): Promise<void> {
  const strict = 'set -euo pipefail; curl() { command curl --fail-with-body "$@"; }';
  const {stdout} = await run('bash', ['-c', `${strict}\n${text}`], {
    env: {...process.env, COUNTERSIGN_API_KEY: platform.apiKey},
  });
  assert.ok((JSON.parse(stdout) as {data?: unknown}).data, stdout);
}

/** A program of a backend: it ends well and says something. */
async function runBackend(program: string): Promise<void> {
  const folder = backendFolder();
  try {
    const file = path.join(folder, 'program.mjs');
    fs.writeFileSync(file, program);
    const {stdout} = await run(process.execPath, [file], {
      env: {...process.env, COUNTERSIGN_API_KEY: platform.apiKey},
    });
    assert.ok(stdout.trim());
  } finally {
    fs.rmSync(folder, {recursive: true});
  }
}

/** Under the policies of docs/embed.md, so that they are tried with every page. */
function hostPage(): Omit<HostPage, 'html'> {
  const policies = blocks.find(({file, language}) => file === 'docs/embed.md' && language === 'http');
  assert.ok(policies, 'docs/embed.md names the host page’s policies');
  return {
    headers: headersIn(filled(policies.text)),
    backend: async () => {
      const {data, meta} = await createInquiry(real.template);
      return {inquiryId: data.id, sessionToken: meta?.['session-token']};
    },
  };
}

function headersIn(text: string): Record<string, string> {
  return Object.fromEntries(text.split('\n').map((line) => [line.split(': ')[0], line.replace(/^[^:]*: /, '')]));
}

function createInquiry(template: string): ReturnType<Platform['post']> {
  return platform.post('/inquiries', {
    data: {attributes: {'inquiry-template-id': template}},
    meta: {'auto-create-inquiry-session': true},
  });
}

async function begunInquiry(template: string): Promise<string> {
  const {id} = (await createInquiry(template)).data;
  await platform.post(`/inquiries/${id}/perform-simulate-actions`, {
    meta: {'simulate-actions': [{type: 'start_inquiry'}]},
  });
  return id;
}

/** With a picture, as `docs/api/backend-verification.md` has made it when it submits. */
async function unsubmittedVerification(): Promise<string> {
  const data = fs.readFileSync(path.join(root, 'demo/specimens/passport-photo.jpg')).toString('base64');
  const attributes = {'selected-id-class': 'pp', 'front-photo': {data, filename: 'passport.jpg'}};
  return (await platform.post('/verification/government-ids', {data: {attributes}})).data.id;
}

/** Before anything else is there: the outbox is opened on a fresh platform. */
async function phoneWithCode(): Promise<{id: string; code: string}> {
  const outbox = await openOutbox(platform, browser);
  const number = '+4915123456780';
  const {id} = (await platform.post('/verification/phone-numbers', {data: {attributes: {'phone-number': number}}}))
    .data;
  await platform.post(`/verification/phone-numbers/${id}/send-confirmation-code`, {});
  const code = await outbox.codeSentTo(number);
  await outbox.page.context().close();
  return {id, code};
}

function subscribe(url: string): ReturnType<Platform['post']> {
  return platform.post('/webhooks', {data: {attributes: {url, 'enabled-events': ['inquiry.created']}}});
}

/** The receiver hears of an inquiry that is created, and refuses what is not signed. */
async function receiveWebhook(snippet: string): Promise<void> {
  const url = `http://localhost:${await freePort()}/`;
  const webhook = await subscribe(url);
  const receiver = await startReceiver(snippet, Number(new URL(url).port), String(webhook.data.attributes['secret']));
  try {
    await platform.post(`/webhooks/${webhook.data.id}/enable`, {});
    const {data} = await createInquiry(real.template);
    assert.match(await receiver.line(/^inquiry\.created/), new RegExp(data.id));
    const forged = await fetch(url, {method: 'POST', body: '{"data": {"type": "event", "id": "evt_1"}}'});
    assert.equal(forged.ok, false);
  } finally {
    await platform.post(`/webhooks/${webhook.data.id}/disable`, {});
    await receiver.stop();
  }
}

/** What the API answers to an attribute that nobody knows. */
async function refusal(): Promise<unknown> {
  const response = await fetch(`${platform.publicUrl}/api/v1/inquiries`, {
    method: 'POST',
    headers: {authorization: `Bearer ${platform.apiKey}`},
    body: JSON.stringify({data: {attributes: {'inquiry-template-id': real.template, nope: 1}}}),
  });
  return response.json();
}

test('links lead to files and headings that are there', () => {
  const broken = files.flatMap((file) =>
    localLinks(file).flatMap((target) => {
      const [name = '', anchor] = target.split('#');
      const there = name ? path.posix.join(path.posix.dirname(file), name) : file;
      if (!fs.existsSync(path.join(root, there))) return [`${file}: ${target}`];
      return anchor && !anchorsOf(there).has(anchor) ? [`${file}: ${target} (no such heading)`] : [];
    }),
  );
  assert.deepEqual(broken, []);
});

test('commands and settings named in sentences are there', async () => {
  const unknown: string[] = [];
  for (const file of files) {
    for (const code of inlineCode(file)) {
      if (!/^(npm (ci|start|test|run) ?|countersign (?!says)[a-z])/.test(code) || /[,{<…]/.test(code)) continue;
      for (const command of commandsOf(code)) {
        await checkCommand(command).catch((error: Error) => unknown.push(`${file}: ${error.message}`));
      }
    }
    for (const [name] of read(file).matchAll(/\b(COUNTERSIGN_[A-Z_]+|DATABASE_URL|OPERATOR_PORT|DEMO_PORT)\b/g)) {
      // the first names the file of settings; the second is the reader's own variable in examples
      const known = ['COUNTERSIGN_CONFIG', 'COUNTERSIGN_API_KEY', ...Object.keys(settingsSchema.shape)];
      if (!known.includes(name)) unknown.push(`${file}: ${name}`);
    }
  }
  assert.deepEqual(unknown, []);
});

test('settings.md lists every setting with its default', () => {
  const rows = rowsOf(prose('docs/settings.md'));
  const documented = rows.flatMap(([names, value]) => codesIn(names).map((name) => [name, value] as const));
  assert.deepEqual(documented.map(([name]) => name).sort(), Object.keys(settingsSchema.shape).sort());
  const defaults: Record<string, unknown> = settingsSchema.parse({});
  for (const [name, value] of documented) {
    if (defaults[name] !== undefined) assert.equal(value, `\`${String(defaults[name])}\``, name);
    else assert.doesNotMatch(value ?? '', /^`[^A-Z]*`$/, `${name} has no default`);
  }
});

test('api.md lists every operation with its permission, and every code with its status', async () => {
  const response = await fetch(`${platform.publicUrl}/api/v1/openapi.json`);
  const {paths} = (await response.json()) as {paths: Record<string, Record<string, {description: string}>>};
  const offered = Object.entries(paths).flatMap(([route, methods]) =>
    Object.entries(methods).map(([method, {description}]) => {
      const permission = permissions.find((name) => description.includes(`\`${name}\``));
      return [method.toUpperCase(), route, ...(permission ? [permission] : [])].join(' ');
    }),
  );
  const listed = tableUnder('docs/api.md', 'Operations').map((cells) =>
    cells.flatMap((cell) => codesIn(cell)).join(' '),
  );
  assert.deepEqual(listed.sort(), offered.sort());

  for (const [statuses = '', codes] of tableUnder('docs/api.md', 'Errors')) {
    for (const code of codesIn(codes)) {
      assert.ok(statuses.includes(String(errors[code as ErrorCode]?.status)), `${code} is not ${statuses}`);
    }
  }
});

test('embed.md names attributes, events, error codes, parameters and properties as they are', () => {
  const element = tableUnder('docs/embed.md', 'The element');
  const attributes = element.flatMap(([attribute, , meaning]) => (meaning === undefined ? [] : codesIn(attribute)));
  assert.deepEqual(
    attributes.filter((name) => !/^(inquiry-(?!id)|load|close(?!-)|destroy|open\()/.test(name)).sort(),
    [...mirrored, 'fields', 'theme', 'open'].sort(),
  );
  const events = new Set(
    [...read('src/embed/events.ts').matchAll(/^ {2}'(inquiry-[a-z]+)':/gm)].map(([, name]) => name),
  );
  assert.deepEqual(new Set(element.flatMap(([name]) => codesIn(name)).filter((name) => events.has(name))), events);

  const loaders = ['same_origin', 'timeout', 'network', 'expired'];
  for (const code of tableUnder('docs/embed.md', 'Errors').flatMap(([cell]) => codesIn(cell))) {
    assert.ok(code in errors || loaders.includes(code), `${code} is no error`);
  }
  for (const code of tableUnder('docs/embed.md', 'The hosted page').flatMap(([cell]) => codesIn(cell))) {
    assert.ok(Object.hasOwn(verifyQuerySchema.shape, code.replace(/\[.*/, '')), `/verify takes no ${code}`);
  }
  const properties = new Set(inlineCode('docs/embed.md').filter((code) => code.startsWith('--cs-')));
  assert.deepEqual([...properties].sort(), [...tokenNames].sort());
});

test('the integrity that the server tells is that of the file it serves', async () => {
  const sri = (await (await fetch(`${platform.publicUrl}/embed/sri.json`)).json()) as Record<string, string>;
  const [name, integrity] = Object.entries(sri)[0] ?? [];
  const file = Buffer.from(await (await fetch(`${platform.publicUrl}/embed/${name}`)).arrayBuffer());
  assert.equal(integrity, `sha384-${createHash('sha384').update(file).digest('base64')}`);
});

/** Their events are made of what happened: `inquiry-template-version.${what}`. */
const madeOf = new Set(['inquiry-template-version']);

test('webhooks.md names every event, each is sent, and the schedule as it is', () => {
  const sources = ['src/commands', 'src/domain'].map(textOf).join();
  const listed = tableUnder('docs/webhooks.md', 'The body').flatMap(([cell]) => codesIn(cell));
  assert.deepEqual(listed.toSorted(), [...eventNames].toSorted());
  for (const name of listed) {
    assert.ok(sources.includes(`'${name}'`) || madeOf.has(name.split('.')[0] ?? ''), `${name} is never sent`);
  }
  const [, ...delays] = tableUnder('docs/webhooks.md', 'When it is tried again')[0] ?? [];
  assert.equal(delays.length, retryDelaysSeconds.length);
  for (const [at, cell] of delays.entries()) {
    const exact = retryDelaysSeconds[at] ?? 0;
    assert.ok(Math.abs(seconds(cell) - exact) / exact < 0.02, `attempt ${at + 1}: ${cell}, but ${exact} s`);
  }
});

function seconds(text: string): number {
  const units: Record<string, number> = {h: 3600, min: 60, s: 1};
  return [...text.matchAll(/(\d+) (h|min|s)/g)].reduce(
    (sum, [, n, unit]) => sum + Number(n) * (units[unit ?? ''] ?? 0),
    0,
  );
}

test('troubleshooting.md quotes what the product really says', () => {
  const sources = textOf('src')
    .replaceAll("' +\n", '')
    .replaceAll(/\n\s+'/g, '')
    .replaceAll('\\', '');
  const plain = (text: string): string => text.replaceAll('’', "'");
  const quotes = [...prose('docs/troubleshooting.md').matchAll(/“([^”]+)”/g)].map(([, quote]) => quote ?? '');
  assert.ok(quotes.length > 15);
  for (const part of quotes.flatMap((quote) => quote.split('…')).map((text) => text.trim())) {
    if (part.length > 1) assert.ok(plain(sources).includes(plain(part)), `nothing says «${part}»`);
  }
});

function textOf(folder: string): string {
  return fs
    .readdirSync(path.join(root, folder), {recursive: true})
    .map(String)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => fs.readFileSync(path.join(root, folder, file), 'utf8'))
    .join('\n');
}
