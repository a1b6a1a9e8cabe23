import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {openInquirySession} from '../../src/commands/open-session.ts';
import {recordSignals} from '../../src/commands/record-signals.ts';
import {redactInquiry} from '../../src/commands/redact-inquiry.ts';
import type {VisitSignals} from '../../src/protocol/flow.ts';
import {presentInquirySession} from '../../src/storage/resources/inquiry-session.ts';
import {openCommandWorld} from './command-world.ts';
import type {CommandWorld} from './command-world.ts';

let world: CommandWorld;
before(async () => {
  world = await openCommandWorld();
  world.ctx.network = {lookup: () => ({countryCode: 'DE'})};
});
after(() => world.close());

const visit: VisitSignals = {languages: ['ja-JP'], timeZone: 'Asia/Tokyo', screen: [390, 844, 300], webdriver: false};
const userAgent =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1';

async function come(told: VisitSignals): Promise<{inquiryId: string; sessionId: string}> {
  const {inquiry} = await world.makeInquiry();
  const client = {ipAddress: '193.0.6.139', userAgent, device: {'country-code': 'DE'}};
  const {session} = await world.run((w) => openInquirySession(w, {inquiryId: inquiry.id, client}));
  await world.run((w) => recordSignals(w, {inquiryId: inquiry.id, sessionId: session.id, visit: told}));
  return {inquiryId: inquiry.id, sessionId: session.id};
}

async function sessionOf(id: string) {
  return world.database.db.selectFrom('inquiry_session').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

describe('signals of a session', () => {
  it('are kept with their certainty, and shown by the reference’s names', async () => {
    const row = await sessionOf((await come(visit)).sessionId);
    const names = (row.device['signals'] as {name: string; value: unknown}[]).flatMap(({name, value}) =>
      value === true ? [name] : [],
    );
    assert.deepEqual(names, ['ip-time-zone-mismatch', 'ip-language-mismatch']);
    const {attributes, relationships} = presentInquirySession(row);
    assert.equal(attributes['threat-level'], 'medium');
    assert.equal(attributes['country-name'], 'Germany');
    assert.equal(attributes['is-tor'], null);
    assert.match(relationships.device.data?.id ?? '', /^dev_/);
  });

  it('the same browser is one device, another one is not', async () => {
    const [one, two] = [await come({...visit, cores: 6}), await come({...visit, cores: 6})];
    const other = await come({...visit, cores: 8});
    const device = async ({sessionId}: {sessionId: string}) => (await sessionOf(sessionId)).device_id;
    assert.equal(await device(one), await device(two));
    assert.notEqual(await device(one), await device(other));
  });

  it('redaction takes signals, and the device once nobody else came with it', async () => {
    const {inquiryId, sessionId} = await come({...visit, cores: 12});
    const {device_id: id} = await sessionOf(sessionId);
    await world.run((w) => redactInquiry(w, {inquiryId}));
    const row = await sessionOf(sessionId);
    assert.deepEqual([row.device_id, row.device], [null, {}]);
    const left = await world.database.db.selectFrom('device').select('id').where('id', '=', id).execute();
    assert.deepEqual(left, []);
  });
});
