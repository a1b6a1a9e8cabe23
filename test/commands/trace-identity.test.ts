import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {redactInquiry} from '../../src/commands/redact-inquiry.ts';
import {readVelocity, traceIdentity} from '../../src/commands/trace-identity.ts';
import {networkOf} from '../../src/commands/list-hashes.ts';
import type {Row} from '../../src/storage/schema.ts';
import {openCommandWorld} from './command-world.ts';
import type {CommandWorld} from './command-world.ts';

let world: CommandWorld;
before(async () => {
  world = await openCommandWorld();
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
    const own = await world.run((w) => readVelocity(w, again));
    assert.deepEqual(own['phone-number'], {inquiries: 1, hour: 1, day: 1, month: 1, accounts: 0});

    const bob = await give('bob', {'phone-number': '+1 (415) 555-0123', 'email-address': 'ann@example.org'});
    const met = await world.run((w) => readVelocity(w, bob));
    assert.equal(met['phone-number']?.accounts, 1);
    assert.equal(met['email-address']?.inquiries, 2);
    assert.equal(met.person, undefined);
    const stored = JSON.stringify(await rows());
    assert.ok(!stored.includes('4155550123') && !stored.includes('example.org'));
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
