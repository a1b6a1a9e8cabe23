import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {loadDataSet, readRecords, removeDataSet} from '../../src/commands/load-data-set.ts';
import {runVerification} from '../../src/commands/run-verification.ts';
import {submitStep} from '../../src/commands/submit-step.ts';
import {documentOnly} from '../../src/domain/default-templates.ts';
import type {PersonRecord, RecordAnswer} from '../../src/protocol/database.ts';
import type {TemplateGraph} from '../../src/protocol/template.ts';
import {findInquiry} from '../../src/storage/inquiry.ts';
import {listVerifications} from '../../src/storage/verification.ts';
import {openCommandWorld} from './command-world.ts';
import type {CommandWorld} from './command-world.ts';

const graph: Partial<TemplateGraph> = {
  start: 'consent',
  steps: {
    consent: {kind: 'consent', next: 'records', retentionDays: 30},
    records: {kind: 'database', next: 'success', failed: 'failed', config: {source: 'residents'}},
    success: {kind: 'success'},
    failed: {kind: 'failed'},
  },
  fields: documentOnly.fields,
};

let world: CommandWorld;
before(async () => {
  world = await openCommandWorld({graph});
});
after(() => world.close());

const marta: PersonRecord = {'name-first': 'Marta', 'name-last': 'Lindqvist', birthdate: '1988-05-03'};
const scope = () => ({envId: world.envId, actor: {type: 'system' as const, id: 'test'}, requestId: 'req_test'});
const load = (records: PersonRecord[]) => loadDataSet(world.ctx, scope(), {name: 'residents', records});

/** Through the flow to the verdict. */
async function lookUp(fields: PersonRecord, runs = 1) {
  const {inquiry} = await world.makeInquiry({fields});
  await world.run((w) => submitStep(w, {inquiryId: inquiry.id, step: 'consent', submit: {action: 'accept'}}));
  const [verification] = await listVerifications(world.database.db, {envId: world.envId, inquiryId: inquiry.id});
  assert.ok(verification);
  const job = {id: 'job', attempt: runs, signal: new AbortController().signal};
  // a worker whose clock is late
  world.advance(-5000);
  await runVerification(world.ctx, {envId: world.envId, verificationId: verification.id}, job);
  world.advance(5000);
  const row = await findInquiry(world.database.db, world.envId, inquiry.id);
  const [settled] = await listVerifications(world.database.db, {envId: world.envId, inquiryId: inquiry.id});
  const check = (name: string) => settled?.checks.find((one) => one.name === `database_${name}`);
  return {inquiryId: inquiry.id, status: row?.status, step: row?.step, verification: settled, check};
}

describe('looking somebody up', () => {
  it('without any records a person decides', async () => {
    const {status, check} = await lookUp(marta);
    assert.equal(status, 'needs_review');
    assert.deepEqual(check('identity_comparison')?.reasons, ['provider_not_configured']);
  });

  it('finds who is in the data set, and nobody else', async () => {
    await load([marta, {'name-first': 'Anna', 'name-last': 'Berg', birthdate: '1990-01-01'}]);
    const found = await lookUp(marta);
    assert.deepEqual([found.status, found.verification?.status], ['approved', 'passed']);
    const other = await lookUp({...marta, 'name-last': 'Holm', birthdate: '1971-01-01'});
    assert.deepEqual([other.status, other.step], ['failed', 'failed']);
    assert.deepEqual(other.check('identity_comparison')?.reasons, ['no_record']);
    const told = ['verification.created', 'verification.submitted', 'verification.passed'];
    assert.deepEqual(await world.eventsOf(found.verification?.id ?? ''), told);
  });

  it('a new version takes the place of the old one as a whole, and the old records are gone', async () => {
    const {versionId} = await load([{'name-first': 'Nils', 'name-last': 'Ek', birthdate: '1960-06-06'}]);
    assert.equal((await lookUp(marta)).step, 'failed');
    assert.equal((await lookUp({'name-first': 'Nils', 'name-last': 'Ek', birthdate: '1960-06-06'})).status, 'approved');
    const rows = await world.database.db
      .selectFrom('data_set_row')
      .selectAll()
      .where('env_id', '=', world.envId)
      .execute();
    assert.deepEqual([...new Set(rows.map((row) => row.version_id))], [versionId]);
    assert.ok(!rows.some(({sealed}) => sealed.includes('Nils')));
  });

  it('another environment’s records are not seen', async () => {
    await world.run((w) => removeDataSet(w, 'residents'));
    await loadDataSet(world.ctx, {...scope(), envId: world.otherEnvId}, {name: 'residents', records: [marta]});
    assert.equal((await lookUp(marta)).status, 'needs_review');
  });

  it('a registry is asked again while it does not answer, and told as it is in the end', async () => {
    let answer: RecordAnswer = {type: 'service_unavailable'};
    world.ctx.registries = {has: (name) => name === 'residents', ask: () => Promise.resolve(answer)};
    await assert.rejects(lookUp(marta), /did not answer/);
    const unanswered = await lookUp(marta, 5);
    assert.equal(unanswered.status, 'needs_review');
    assert.deepEqual(unanswered.check('name_comparison')?.reasons, ['service_unavailable']);
    answer = {type: 'records', records: [marta], version: 'residents'};
    assert.equal((await lookUp(marta)).status, 'approved');
  });
});

describe('a table of records', () => {
  it('is read whole, or told row by row without its values', () => {
    assert.deepEqual(readRecords('name_first,Name-Last,birthdate\nMarta,Lindqvist,1988-05-03\n'), {
      ok: true,
      records: [marta],
    });
    const read = readRecords('name-last,birthdate\nLindqvist,3.5.1988\nBerg\nHolm,\n');
    assert.deepEqual(read.ok ? [] : read.errors.map(({row, column}) => [row, column]), [
      [2, 'birthdate'],
      [3, null],
      [4, null],
    ]);
    const unknown = readRecords('name-last,shoe-size\nx,1\n');
    assert.equal(unknown.ok ? '' : unknown.errors[0]?.column, 'shoe-size');
  });
});
