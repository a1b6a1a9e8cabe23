/** A kept face is read with its own inquiry's key alone, stands in no event, and goes when the time of the consent is over. */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {applyRetention} from '../../src/commands/apply-retention.ts';
import {keepFace, openFace} from '../../src/commands/face-template.ts';
import {unit} from '../../src/verification/face/embedding.ts';
import {openCommandWorld, type CommandWorld} from './command-world.ts';

let world: CommandWorld;
before(async () => {
  world = await openCommandWorld();
});
after(() => world.close());

const embedding = unit(Float32Array.from({length: 512}, (_, i) => Math.sin(i)));
const bytes = Buffer.from(embedding.buffer);

async function keptFace() {
  const {inquiry} = await world.makeInquiry();
  await world.run((w) => keepFace(w, {id: inquiry.id, account_id: null}, {model: 'fr_feature', embedding}));
  const row = await faceOf(inquiry.id);
  assert.ok(row);
  return {inquiryId: inquiry.id, row};
}

function faceOf(inquiryId: string) {
  const {db} = world.database;
  return db.selectFrom('face_template').selectAll().where('inquiry_id', '=', inquiryId).executeTakeFirst();
}

test('a face is sealed for its subject: with another inquiry’s key it does not open', async () => {
  const [first, second] = [await keptFace(), await keptFace()];
  assert.ok(!Buffer.from(first.row.sealed).includes(bytes.subarray(0, 16)));
  assert.deepEqual((await openFace(world.ctx, first.row)).embedding, embedding);
  await assert.rejects(openFace(world.ctx, {...first.row, inquiry_id: second.inquiryId}));
});

test('a face stands in no event', async () => {
  const {inquiryId} = await keptFace();
  const events = await world.database.db.selectFrom('event').select('id').where('subject_id', '=', inquiryId).execute();
  assert.ok(events.length > 0);
  for (const {id} of events) {
    const told = JSON.stringify(await world.payloadOf(id));
    assert.doesNotMatch(told, /embedding|"points"/);
    assert.ok(!told.includes(bytes.toString('base64').slice(0, 40)) && !told.includes(String(embedding[1])));
  }
});

test('a face goes when the time of the consent is over, and not before', async () => {
  const {inquiryId, row} = await keptFace();
  const ended = world.ctx.now();
  await world.database.db
    .updateTable('inquiry')
    .set({status: 'approved', decisioned_at: ended})
    .where('id', '=', inquiryId)
    .execute();
  const afterDays = (days: number) => ({...world.ctx, now: () => new Date(ended.getTime() + days * 24 * 3600 * 1000)});
  await applyRetention(afterDays(364));
  assert.ok(await faceOf(inquiryId));
  await applyRetention(afterDays(366));
  assert.equal(await faceOf(inquiryId), undefined);
  await assert.rejects(openFace(world.ctx, row), 'its key is shredded');
});
