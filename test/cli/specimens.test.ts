import assert from 'node:assert/strict';
import {mkdtemp, readdir, readFile, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {test} from 'node:test';
import sharp from 'sharp';
import {describeSpecimens, drawLetters, makeSpecimens, specimensCommand} from '../../src/cli/specimens.ts';
import {specimens} from '../../src/cli/specimens/catalogue.ts';

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-specimens-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, {recursive: true});
  }
}

test('dates are told from the day: only the expired one has expired, only one holder is a minor', () => {
  for (const today of ['2026-11-22', '2028-02-29', '2040-12-31']) {
    for (const {name, expiryDate, issueDate, person} of specimens(today)) {
      assert.equal(expiryDate < today, name === 'passport-expired', `${name} on ${today}`);
      assert.ok(issueDate < today && person.birthDate < issueDate);
      const eighteenYearsAgo = `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`;
      assert.equal(person.birthDate > eighteenYearsAgo, name === 'passport-underage', `${name} on ${today}`);
    }
  }
});

test('makes an upright drawing and a photograph of each side that was asked for, and reports progress', async () => {
  await inFolder(async (out) => {
    const progress: string[] = [];
    const onProgress = (done: number, of: number, file: string) => progress.push(`${done}/${of} ${file}`);
    await makeSpecimens({out, today: '2026-11-22', only: ['licence-back', 'cat'], onProgress});
    assert.deepEqual(progress, ['1/3 licence-back.jpg', '2/3 licence-back-photo.jpg', '3/3 cat.jpg']);
    assert.deepEqual((await readdir(out)).sort(), ['cat.jpg', 'licence-back-photo.jpg', 'licence-back.jpg']);
    const photo = await sharp(join(out, 'licence-back-photo.jpg')).metadata();
    assert.deepEqual([photo.format, photo.width, photo.height], ['jpeg', 1600, 1200]);
  });
});

test('gives a person the same face on the document and in the selfie, and says who goes with whom', async () => {
  await inFolder(async (out) => {
    const files = await makeSpecimens({out, today: '2026-11-22', only: ['passport-mei', 'selfie-mei'], upright: false});
    assert.deepEqual(
      files.map((file) => basename(file)),
      ['passport-mei-photo.jpg', 'selfie-mei.jpg'],
    );
    const selfie = await sharp(join(out, 'selfie-mei.jpg')).metadata();
    assert.deepEqual([selfie.width, selfie.height], [480, 640]);
  });
  const lines = describeSpecimens('2026-11-22');
  assert.ok(lines.some((line) => /^passport-mei .*matches selfie-mei$/.test(line)));
  assert.ok(lines.some((line) => /^selfie-robert .*matches no document$/.test(line)));
});

test('the same day gives the same pictures', async () => {
  await inFolder(async (out) => {
    const make = async (folder: string) => {
      await makeSpecimens({out: join(out, folder), today: '2026-11-22', only: ['id-front'], upright: false});
      return readFile(join(out, folder, 'id-front-photo.jpg'));
    };
    assert.ok((await make('a')).equals(await make('b')));
  });
});

test('the command refuses a date that is none and a name that nothing has', async () => {
  const run = async (...given: string[]) => {
    const command = specimensCommand().exitOverride();
    for (const each of command.commands) each.exitOverride().configureOutput({writeErr: () => undefined});
    await command.parseAsync(['make', ...given], {from: 'user'});
  };
  await inFolder(async (out) => {
    await assert.rejects(run('--out', out, '--today', '2026-02-30'), /--today expects a date/);
    await assert.rejects(run('--out', out, '--valid-years', 'nine'), /--valid-years expects/);
    await assert.rejects(run('--out', out, '--only', 'nothing'), /Nothing is called nothing/);
  });
});

test('letters are dated from the day they are drawn, so that none of the demo goes stale', async () => {
  await inFolder(async (out) => {
    await drawLetters(out, '2031-05-20');
    assert.deepEqual((await readdir(out)).sort(), ['bill-mei.pdf', 'bill-old.pdf', 'bill.pdf', 'statement.pdf']);
    const text = (await readFile(join(out, 'bill.pdf'))).toString('latin1');
    assert.match(text, /30 April 2031/);
    await drawLetters(out, '2031-09-20');
    assert.match((await readFile(join(out, 'bill.pdf'))).toString('latin1'), /31 August 2031/);
  });
});

test('the shipped set is small', async () => {
  const folder = new URL('../../demo/specimens/', import.meta.url);
  const sizes = await Promise.all(
    (await readdir(folder, {recursive: true})).map(async (file) => (await stat(new URL(file, folder))).size),
  );
  assert.ok(sizes.length >= 8);
  assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 2 * 1024 * 1024);
});
