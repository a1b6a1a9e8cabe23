import {after, before, test} from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import {readThemeSet, themeFiles} from '../../../src/server/pages/theme-sets.ts';

let themes: string;
const write = (name: string, text: string): void => {
  fs.mkdirSync(path.dirname(path.join(themes, name)), {recursive: true});
  fs.writeFileSync(path.join(themes, name), text);
};

before(() => {
  themes = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-themes-'));
  write('brand/theme.json', '{"scheme": "dark", "properties": {"--cs-accent": "#6d28d9"}}');
  write('brand/logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  write('brand/font.woff2', 'font');
  write('brand/secret.txt', 'secret');
  write('bare/logo.png', 'png');
  write('wrong/theme.json', '{"properties": {"color": "red"}}');
});
after(() => fs.rmSync(themes, {recursive: true}));

test('a folder is a look: theme, logo and font', async () => {
  assert.deepEqual(await readThemeSet(themes, 'brand'), {
    scheme: 'dark',
    properties: {'--cs-accent': '#6d28d9'},
    logo: '/themes/brand/logo.svg',
    font: '/themes/brand/font.woff2',
  });
  assert.deepEqual(await readThemeSet(themes, 'bare'), {logo: '/themes/bare/logo.png'});
});

test('no folder is no look; a malformed one names its file', async () => {
  for (const id of ['none', '..', '../brand', 'brand/theme.json', '']) {
    assert.equal(await readThemeSet(themes, id), undefined, id);
  }
  await assert.rejects(readThemeSet(themes, 'wrong'), /wrong\/theme\.json is not a theme/);
});

test('gives out pictures and fonts, and nothing else', async () => {
  const routes = themeFiles(themes);
  const logo = await routes.request('/themes/brand/logo.svg');
  assert.equal(logo.status, 200);
  assert.equal(logo.headers.get('content-type'), 'image/svg+xml');
  assert.match(logo.headers.get('content-security-policy') ?? '', /^sandbox/);
  assert.equal(logo.headers.get('x-content-type-options'), 'nosniff');
  for (const other of [
    'brand/theme.json',
    'brand/secret.txt',
    'bare/logo.svg',
    '..%2fbrand/logo.svg',
    'none/logo.svg',
  ]) {
    assert.equal((await routes.request(`/themes/${other}`)).status, 404, other);
  }
});

test('any name is one folder of ours or nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (id) => {
      fc.pre(id !== 'wrong');
      const found = await readThemeSet(themes, id);
      assert.ok(found === undefined || ['brand', 'bare'].includes(id));
    }),
    {numRuns: 200},
  );
});
