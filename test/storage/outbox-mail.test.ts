import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {listUnsentMails, markMailSent, openMail, putMail} from '../../src/storage/outbox-mail.ts';
import {openWorld} from '../contract/world.ts';
import type {World} from '../contract/world.ts';

const content = {to: 'erika@example.com', subject: 'Your link', text: 'Hello Erika'};

let world: World;
before(async () => {
  world = await openWorld();
});
after(() => world.close());

test('a mail waits sealed in its transaction until it is sent', async () => {
  const {database, keyring, envId, now} = world;
  const mail = {envId, subjectId: envId, kind: 'one-time-link', content, now: now()};
  await assert.rejects(
    database.transaction(async (tx) => {
      await putMail(tx, keyring, mail);
      throw new Error('no');
    }),
  );
  assert.deepEqual(await listUnsentMails(database.db, 10), []);

  const id = await database.transaction((tx) => putMail(tx, keyring, mail));
  const [row, ...more] = await listUnsentMails(database.db, 10);
  assert.ok(row && more.length === 0);
  assert.equal(row.id, id);
  assert.ok(!row.sealed.includes('erika'));
  assert.deepEqual(await openMail(database.db, keyring, row), content);

  await markMailSent(database.db, envId, id, now());
  assert.deepEqual(await listUnsentMails(database.db, 10), []);
});

test('a mail is gone with its subject', async () => {
  const {database, keyring, envId, now} = world;
  await database.transaction(async (tx) => {
    await keyring.ensure(tx, envId, 'inq_gone', now());
    await putMail(tx, keyring, {envId, subjectId: 'inq_gone', kind: 'one-time-link', content, now: now()});
    await keyring.shred(tx, envId, 'inq_gone', now());
  });
  const [row] = await listUnsentMails(database.db, 10);
  assert.ok(row);
  await assert.rejects(openMail(database.db, keyring, row), {code: 'gone'});
});
