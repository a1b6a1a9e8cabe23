import {test} from 'node:test';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {readSettings, SettingsError} from '../../src/cli/read-settings.ts';

test('takes defaults where nothing is set, and a blank as nothing', () => {
  const settings = readSettings({PORT: ''});
  assert.equal(settings.PORT, 3000);
  assert.equal(settings.DATABASE_URL, undefined);
});

test('says in one sentence which setting is wrong, without repeating its value', () => {
  assert.throws(
    () => readSettings({PORT: 'many', DATABASE_URL: 'mysql://someone:secret@host/db'}),
    (error: unknown) =>
      error instanceof SettingsError &&
      error.message.includes('PORT') &&
      error.message.includes('DATABASE_URL') &&
      !error.message.includes('secret') &&
      !error.message.includes('\n'),
  );
});

test('an environment variable wins over the file', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'settings-'));
  const file = path.join(folder, 'countersign.json');
  fs.writeFileSync(file, JSON.stringify({PORT: 4000, OPERATOR_PORT: 4001}));
  const settings = readSettings({COUNTERSIGN_CONFIG: file, PORT: '5000'});
  assert.deepEqual([settings.PORT, settings.OPERATOR_PORT], [5000, 4001]);
  fs.rmSync(folder, {recursive: true});
});

test('a file that is not a JSON object is one clear sentence', () => {
  assert.throws(() => readSettings({COUNTERSIGN_CONFIG: '/nowhere/countersign.json'}), SettingsError);
});
