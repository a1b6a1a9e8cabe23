import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {createAccount} from '../../src/commands/create-account.ts';
import {keepFace} from '../../src/commands/face-template.ts';
import {redactInquiry} from '../../src/commands/redact-inquiry.ts';
import {compareFaces} from '../../src/commands/search-faces.ts';
import type {SelfieResult} from '../../src/protocol/selfie.ts';
import {unit} from '../../src/verification/face/embedding.ts';
import {openCommandWorld, type CommandWorld} from './command-world.ts';

let world: CommandWorld;
before(async () => {
  world = await openCommandWorld();
});
after(() => world.close());

const name = 'selfie_suspicious_entity_detection';
const face = unit(Float32Array.from({length: 512}, (_, i) => Math.sin(i)));
const other = unit(Float32Array.from({length: 512}, (_, i) => Math.cos(i * i)));

function selfie(embedding: Float32Array): SelfieResult {
  const check = {
    name,
    status: 'not_applicable' as const,
    requirement: 'not_required' as const,
    reasons: ['not_compared'],
  };
  return {
    checks: [{...check, metadata: {threshold: 0.55}}],
    displayImages: [],
    template: {model: 'fr_feature', embedding},
    cpuMs: 1,
  };
}

async function inquiryWithAccount(): Promise<{id: string; account_id: string}> {
  const {account} = await world.run((w) => createAccount(w, {}));
  const {inquiry} = await world.makeInquiry({accountId: account.id});
  return {id: inquiry.id, account_id: account.id};
}

async function judge(inquiryId: string, embedding: Float32Array) {
  const {checks} = await compareFaces(world.ctx, {envId: world.envId, inquiryId}, selfie(embedding));
  const [check] = checks;
  assert.ok(check);
  return check;
}

test('notices a face that another account showed before, and nobody else', async () => {
  const [first, second] = [await inquiryWithAccount(), await inquiryWithAccount()];
  await world.run((w) => keepFace(w, first, {model: 'fr_feature', embedding: face}));
  const same = await judge(second.id, face);
  assert.deepEqual([same.status, same.reasons], ['failed', ['face_in_another_account']]);
  assert.deepEqual([same.metadata['other-accounts'], same.metadata.value], [1, 1]);
  const stranger = await judge(second.id, other);
  assert.deepEqual([stranger.status, stranger.metadata['compared']], ['passed', 1]);
});

test('forgets a face with its inquiry: redaction empties the search too', async () => {
  const [first, second] = [await inquiryWithAccount(), await inquiryWithAccount()];
  const own = unit(Float32Array.from({length: 512}, (_, i) => Math.sin(i * 3 + 1)));
  await world.run((w) => keepFace(w, first, {model: 'fr_feature', embedding: own}));
  assert.equal((await judge(second.id, own)).status, 'failed');
  await world.run((w) => redactInquiry(w, {inquiryId: first.id}));
  const check = await judge(second.id, own);
  assert.equal(check.status, 'passed');
  assert.equal(await rowsOf(first.id), 0);
});

test('says that nothing was compared where the inquiry has no account', async () => {
  const {inquiry} = await world.makeInquiry();
  assert.deepEqual((await judge(inquiry.id, face)).reasons, ['no_account']);
});

async function rowsOf(inquiryId: string): Promise<number> {
  const rows = await world.ctx.database.db
    .selectFrom('face_template')
    .select('inquiry_id')
    .where('inquiry_id', '=', inquiryId)
    .execute();
  return rows.length;
}
