import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {redactInquiry} from '../../src/commands/redact-inquiry.ts';
import {readVelocity, traceIdentity} from '../../src/commands/trace-identity.ts';
import {networkOf} from '../../src/commands/list-hashes.ts';
import {submitStep} from '../../src/commands/submit-step.ts';
import type {TemplateGraph} from '../../src/protocol/template.ts';
import {insertDocumentNumber} from '../../src/storage/document-number.ts';
import {findInquiry} from '../../src/storage/inquiry.ts';
import type {Row} from '../../src/storage/schema.ts';
import {openCommandWorld} from './command-world.ts';
import type {CommandWorld} from './command-world.ts';

/** Whoever gave what two other accounts gave within thirty days is declined. */
const graph: Partial<TemplateGraph> = {
  start: 'consent',
  steps: {
    consent: {kind: 'consent', next: 'way', retentionDays: 30},
    way: {
      kind: 'branching',
      routes: [
        {
          if: {
            or: [
              {'>=': [{var: 'velocity.email-address.accounts.month'}, 2]},
              {'>=': [{var: 'velocity.document-number.accounts.month'}, 2]},
            ],
          },
          next: 'refuse',
        },
      ],
      else: 'success',
    },
    refuse: {kind: 'action', actions: [{do: 'decline'}], next: 'success'},
    success: {kind: 'success'},
  },
};

let world: CommandWorld;
before(async () => {
  world = await openCommandWorld({graph});
});
after(() => world.close());

const rows = () =>
  world.database.db.selectFrom('identity_trace').selectAll().where('env_id', '=', world.envId).execute();

async function give(referenceId: string, fields: Record<string, unknown>): Promise<Row<'inquiry'>> {
  const {inquiry} = await world.makeInquiry({referenceId, fields});
  await world.run((w) => traceIdentity(w, inquiry));
  return inquiry;
}

describe('what was given before', () => {
  it('is counted by other inquiries and accounts, and kept as a keyed hash only', async () => {
    const phone = {'phone-number': '+14155550123', 'email-address': 'ann+1@example.org'};
    await give('ann', phone);
    const again = await give('ann', phone);
    const kinds = ['phone-number', 'email-address', 'person'] as const;
    const own = await world.run((w) => readVelocity(w, again, kinds));
    assert.deepEqual(own['phone-number'], {
      inquiries: {ever: 1, hour: 1, day: 1, month: 1},
      accounts: {ever: 0, hour: 0, day: 0, month: 0},
    });

    const bob = await give('bob', {'phone-number': '+1 (415) 555-0123', 'email-address': 'ann@example.org'});
    const met = await world.run((w) => readVelocity(w, bob, kinds));
    assert.equal(met['phone-number']?.accounts.ever, 1);
    assert.equal(met['email-address']?.inquiries.ever, 2);
    assert.equal(met.person?.inquiries.ever, 0);
    const stored = JSON.stringify(await rows());
    assert.ok(!stored.includes('4155550123') && !stored.includes('example.org'));
  });

  it('decides the way of a template that asks how often it was', async () => {
    const through = async (referenceId: string, email: string) => {
      const inquiry = await give(referenceId, {'email-address': email});
      await world.run((w) => submitStep(w, {inquiryId: inquiry.id, step: 'consent', submit: {action: 'accept'}}));
      return (await findInquiry(world.database.db, world.envId, inquiry.id))?.status;
    };
    const shared = 'shared@example.org';
    await through('dora', shared);
    assert.notEqual(await through('emil', shared), 'declined', 'one other account');
    assert.equal(await through('fritz', shared), 'declined', 'two other accounts');
    world.advance(31 * 24 * 3_600_000);
    assert.notEqual(await through('gerda', shared), 'declined', 'two other accounts, but long ago');
  });

  it('a document number is met as far as it was read', async () => {
    const read = async (referenceId: string) => {
      const inquiry = await give(referenceId, {});
      const hash = {number_hash: Buffer.from('number'), birthdate_hash: null, surname_hash: null};
      const of = {env_id: world.envId, inquiry_id: inquiry.id, account_id: inquiry.account_id};
      await world.run((w) => insertDocumentNumber(w.tx, {...of, ...hash, created_at: w.now}));
      return inquiry;
    };
    await read('hanna');
    await read('ida');
    const inquiry = await read('jonas');
    const met = await world.run((w) => readVelocity(w, inquiry, ['document-number']));
    assert.equal(met['document-number']?.accounts.month, 2);
    await world.run((w) => submitStep(w, {inquiryId: inquiry.id, step: 'consent', submit: {action: 'accept'}}));
    assert.equal((await findInquiry(world.database.db, world.envId, inquiry.id))?.status, 'declined');
  });

  it('goes with the inquiry', async () => {
    const inquiry = await give('carl', {'phone-number': '+442071838750'});
    const mine = async () => (await rows()).filter((row) => row.inquiry_id === inquiry.id).length;
    assert.equal(await mine(), 1);
    await world.run((w) => redactInquiry(w, {inquiryId: inquiry.id}));
    assert.equal(await mine(), 0);
  });

  it('a network is the range of an address, and a private one is none', () => {
    assert.equal(networkOf('203.0.114.77'), '203.0.114.0/24');
    assert.equal(networkOf('::ffff:203.0.114.77'), '203.0.114.0/24');
    assert.equal(networkOf('2a00:1450:4001:830::200e'), '2a00:1450:4001::/48');
    assert.equal(networkOf('127.0.0.1'), undefined);
    assert.equal(networkOf('nonsense'), undefined);
  });
});
