import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {approveInquiry} from '../../src/commands/approve-inquiry.ts';
import {changeInquiry} from '../../src/commands/change-inquiry.ts';
import {createInquirySession, mostSessions} from '../../src/commands/create-inquiry-session.ts';
import {declineInquiry} from '../../src/commands/decline-inquiry.ts';
import {expireInquiries} from '../../src/commands/expire-inquiries.ts';
import {expireInquiry} from '../../src/commands/expire-inquiry.ts';
import {generateOneTimeLink} from '../../src/commands/generate-one-time-link.ts';
import {markInquiryForReview} from '../../src/commands/mark-inquiry-for-review.ts';
import {resumeInquiry} from '../../src/commands/resume-inquiry.ts';
import {hashToken} from '../../src/commands/token.ts';
import {updateInquiry} from '../../src/commands/update-inquiry.ts';
import {findAccountByReference} from '../../src/storage/account.ts';
import {findSession, findSessionByTokenHash} from '../../src/storage/inquiry-session.ts';
import {findInquiry, updateInquiryRow} from '../../src/storage/inquiry.ts';
import {openCommandWorld} from './command-world.ts';
import type {CommandWorld} from './command-world.ts';

let world: CommandWorld;
before(async () => {
  world = await openCommandWorld();
});
after(() => world.close());

async function made(input?: Parameters<CommandWorld['makeInquiry']>[0]): Promise<string> {
  return (await world.makeInquiry(input)).inquiry.id;
}

test('a decision is kept with its comment and time, and is final', async () => {
  const inquiryId = await made();
  await world.run((w) => markInquiryForReview(w, {inquiryId, comment: 'blurred'}));
  const approved = await world.run((w) => approveInquiry(w, {inquiryId, comment: 'seen in person'}));
  assert.deepEqual([approved.status, approved.reviewer_comment], ['approved', 'seen in person']);
  assert.ok(approved.decisioned_at && approved.marked_for_review_at);
  assert.ok(
    approved.decisioned_at > approved.marked_for_review_at,
    'in the order it happened, on a clock that stands still',
  );
  await assert.rejects(
    world.run((w) => declineInquiry(w, {inquiryId})),
    {code: 'invalid_transition'},
  );
  assert.deepEqual(await world.eventsOf(inquiryId), [
    'inquiry.created',
    'inquiry.marked-for-review',
    'inquiry.approved',
  ]);
});

test('several changes in one commit each show the inquiry as it was then', async () => {
  const {inquiry} = await world.makeInquiry();
  await world.run((w) => changeInquiry(w, inquiry, {changes: [{type: 'complete'}, {type: 'approve'}]}));
  const rows = await world.database.db
    .selectFrom('event')
    .select('id')
    .where('object_id', '=', inquiry.id)
    .orderBy('id')
    .execute();
  const payloads = await Promise.all(rows.map(({id}) => world.payloadOf(id)));
  assert.deepEqual(
    payloads.map(({data}) => data.attributes['status']),
    ['created', 'completed', 'completed', 'approved'],
  );
});

test('of two decisions at once one is taken', async () => {
  const inquiryId = await made();
  const both = await Promise.allSettled([
    world.run((w) => approveInquiry(w, {inquiryId})),
    world.run((w) => declineInquiry(w, {inquiryId})),
  ]);
  assert.deepEqual(both.map(({status}) => status).sort(), ['fulfilled', 'rejected']);
});

test('a row that changed since it was read is not overwritten', async () => {
  const {inquiry} = await world.makeInquiry();
  await world.run((w) => updateInquiry(w, {inquiryId: inquiry.id, note: 'meanwhile'}));
  await assert.rejects(
    world.database.transaction((tx) => updateInquiryRow(tx, inquiry, {note: 'late', updated_at: world.now()})),
    {code: 'stale_version'},
  );
});

test("approval makes a browser's claim true; decline does not", async () => {
  const approved = await made({namedBy: 'browser', referenceId: 'claimed'});
  const row = await world.run((w) => approveInquiry(w, {inquiryId: approved}));
  const account = await findAccountByReference(world.database.db, world.envId, 'claimed');
  assert.ok(account);
  assert.deepEqual([row.account_id, row.claimed_reference_id], [account.id, null]);
  const declined = await made({namedBy: 'browser', referenceId: 'pretended'});
  await world.run((w) => declineInquiry(w, {inquiryId: declined}));
  assert.equal(await findAccountByReference(world.database.db, world.envId, 'pretended'), undefined);
});

test('expiring ends sessions and links; resuming opens one new session', async () => {
  const {inquiry, session} = await world.makeInquiry({autoCreateSession: true});
  assert.ok(session);
  const {id: inquiryId} = inquiry;
  const link = await world.run((w) => generateOneTimeLink(w, {inquiryId, expiresInSeconds: 3600}));
  assert.ok(link.expiresAt > world.now());

  await world.run((w) => expireInquiry(w, {inquiryId}));
  assert.equal((await findSession(world.database.db, world.envId, session.session.id))?.status, 'expired');
  const codes = await world.database.db
    .selectFrom('one_time_code')
    .select('expires_at')
    .where('inquiry_id', '=', inquiryId)
    .execute();
  world.advance(1000);
  assert.ok(codes.every(({expires_at: at}) => at <= world.now()));
  await assert.rejects(
    world.run((w) => generateOneTimeLink(w, {inquiryId})),
    {code: 'invalid_transition'},
  );
  await assert.rejects(
    world.run((w) => createInquirySession(w, {inquiryId})),
    {code: 'invalid_transition'},
  );

  const resumed = await world.run((w) => resumeInquiry(w, {inquiryId}));
  assert.deepEqual([resumed.inquiry.status, resumed.inquiry.expired_at], ['pending', null]);
  const opened = await findSessionByTokenHash(world.database.db, hashToken(resumed.sessionToken));
  assert.deepEqual([opened?.inquiry_id, opened?.status], [inquiryId, 'new']);
});

test('resuming works from pending and expired alone', async () => {
  const inquiryId = await made();
  await assert.rejects(
    world.run((w) => resumeInquiry(w, {inquiryId})),
    {code: 'invalid_transition'},
  );
  await world.run((w) => expireInquiry(w, {inquiryId}));
  await world.run((w) => resumeInquiry(w, {inquiryId}));
  await world.run((w) => resumeInquiry(w, {inquiryId}));
  await world.run((w) => approveInquiry(w, {inquiryId}));
  await assert.rejects(
    world.run((w) => resumeInquiry(w, {inquiryId})),
    {code: 'invalid_transition'},
  );
});

test('an inquiry has at most 25 open sessions, and expiring it makes room', async () => {
  const inquiryId = await made();
  for (let i = 0; i < mostSessions; i += 1) await world.run((w) => createInquirySession(w, {inquiryId}));
  await assert.rejects(
    world.run((w) => createInquirySession(w, {inquiryId})),
    {code: 'conflict'},
  );
  await world.run((w) => expireInquiry(w, {inquiryId}));
  await world.run((w) => resumeInquiry(w, {inquiryId}));
});

test('an update changes what was given and says when tags changed', async () => {
  const inquiryId = await made({note: 'first', fields: {'name-first': 'Anna', 'name-last': 'Berg'}});
  const updated = await world.run((w) =>
    updateInquiry(w, {inquiryId, note: null, fields: {'name-last': null}, tags: ['b']}),
  );
  assert.deepEqual([updated.note, updated.tags], [null, ['b']]);
  assert.deepEqual(updated.fields['name-first'], {type: 'string', value: 'Anna'});
  assert.deepEqual(updated.fields['name-last'], {type: 'string', value: null});
  assert.deepEqual(await world.eventsOf(inquiryId), ['inquiry.created', 'inquiry.updated-tags']);
  await assert.rejects(
    world.run((w) => updateInquiry(w, {inquiryId, fields: {birthdate: 'soon'}})),
    {code: 'invalid_field'},
  );
});

test('a redacted inquiry answers gone to every command', async () => {
  const inquiryId = await made();
  await world.database.db.updateTable('inquiry').set({redacted_at: world.now()}).where('id', '=', inquiryId).execute();
  for (const command of [
    approveInquiry,
    declineInquiry,
    markInquiryForReview,
    expireInquiry,
    resumeInquiry,
    updateInquiry,
  ]) {
    await assert.rejects(
      world.run(async (w) => void (await command(w, {inquiryId}))),
      {code: 'gone'},
      command.name,
    );
  }
});

test('the clock expires what is due, once, and nothing else', async () => {
  const due = await made({expiry: {afterCreateSeconds: 60}});
  const decided = await made({expiry: {afterCreateSeconds: 60}});
  const later = await made({expiry: {afterCreateSeconds: 7200}});
  await world.run((w) => approveInquiry(w, {inquiryId: decided}));
  world.advance(61_000);
  assert.equal(await expireInquiries(world.ctx), 1);
  assert.equal(await expireInquiries(world.ctx), 0);
  const status = async (id: string) => (await findInquiry(world.database.db, world.envId, id))?.status;
  assert.deepEqual([await status(due), await status(decided), await status(later)], ['expired', 'approved', 'created']);
  assert.deepEqual(await world.eventsOf(due), ['inquiry.created', 'inquiry.expired']);
});
