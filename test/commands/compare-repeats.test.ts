import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {compareRepeats} from '../../src/commands/compare-repeats.ts';
import {redactInquiry} from '../../src/commands/redact-inquiry.ts';
import type {Check} from '../../src/protocol/check.ts';
import type {GovernmentIdResult, ReadField} from '../../src/protocol/government-id.ts';
import {inconsistentRepeat, repeat} from '../../src/verification/document/checks/repeats.ts';
import {openCommandWorld} from './command-world.ts';
import type {CommandWorld} from './command-world.ts';

let world: CommandWorld;
before(async () => {
  world = await openCommandWorld();
});
after(() => world.close());

const field = (value: string, confidence = 0.97): ReadField => ({value, sources: ['mrz'], confidence});

/** As the engine answers it: it cannot know of other submissions. */
function reading(fields: GovernmentIdResult['fields']): GovernmentIdResult {
  const checks: Check[] = [repeat, inconsistentRepeat].map(({name}) => {
    return {
      name,
      status: 'not_applicable',
      requirement: 'not_required',
      reasons: ['not_compared'],
      metadata: {threshold: 0},
    };
  });
  return {documentType: 'pp', countryCode: 'NL', fields, checks, displayImages: [], cpuMs: 1};
}

async function submit(
  referenceId: string | undefined,
  {number, birthdate = '1990-01-02', surname}: {number: ReadField; birthdate?: string; surname?: ReadField},
): Promise<{inquiryId: string; verdicts: string[][]; result: GovernmentIdResult}> {
  const {inquiry} = await world.makeInquiry(referenceId === undefined ? {} : {referenceId});
  const fields = {'document-number': number, birthdate: field(birthdate), ...(surname && {'name-last': surname})};
  const result = await world.run((w) => compareRepeats(w, inquiry, reading(fields)));
  const verdicts = result.checks.map(({status, reasons}) => [status, ...reasons]);
  return {inquiryId: inquiry.id, verdicts, result};
}

const rows = () =>
  world.database.db.selectFrom('document_number').selectAll().where('env_id', '=', world.envId).execute();

describe('documents that came before', () => {
  it('one document in two accounts is noticed, however it is written', async () => {
    const number = field('NW38CK7F2');
    assert.deepEqual((await submit('ann', {number})).verdicts, [['passed'], ['not_applicable', 'first_submission']]);
    assert.deepEqual((await submit('ann', {number})).verdicts, [['passed'], ['passed']]);
    const {verdicts, result} = await submit('bob', {number: field('nw38-ck7f2')});
    assert.deepEqual(verdicts, [['failed', 'number_in_another_account'], ['passed']]);
    assert.equal(result.checks[0]?.metadata.value, 1);
  });

  it('another date of birth or surname with one number is noticed, without accounts too', async () => {
    const number = field('NX11CK7F3');
    const first = await submit(undefined, {number, surname: field('Müller')});
    assert.deepEqual(first.verdicts, [
      ['not_applicable', 'no_account'],
      ['not_applicable', 'first_submission'],
    ]);
    const again = await submit(undefined, {number, surname: field('MUELLER')});
    assert.deepEqual(again.verdicts[1], ['passed']);
    const other = await submit(undefined, {number, birthdate: '1991-01-02'});
    assert.deepEqual(other.verdicts[1], ['failed', 'same_number_different_holder']);
    const named = await submit(undefined, {number, surname: field('OTHER')});
    assert.deepEqual(named.verdicts[1], ['failed', 'same_number_different_holder']);
    // A surname that was not read with certainty speaks against nobody.
    const doubtful = await submit(undefined, {number: field('NX11CK7F4'), surname: field('OTHER', 0.6)});
    assert.deepEqual(doubtful.verdicts[1], ['not_applicable', 'first_submission']);
  });

  it('nothing is looked up or kept of a number that was not read with certainty', async () => {
    const before = (await rows()).length;
    const {verdicts} = await submit('cid', {number: field('NW38CK7F2', 0.6)});
    assert.deepEqual(verdicts, [
      ['not_applicable', 'not_compared'],
      ['not_applicable', 'not_compared'],
    ]);
    assert.equal((await rows()).length, before);
  });

  it('what is kept says no number, no name and no date, and differs from one environment to another', async () => {
    const number = field('NZ55CK7F5');
    const {inquiryId} = await submit('dan', {number, surname: field('SECRETSON')});
    const stored = (await rows()).filter((row) => row.inquiry_id === inquiryId);
    assert.equal(stored.length, 1);
    const text = Buffer.concat(
      stored.flatMap((row) => [row.number_hash, row.birthdate_hash, row.surname_hash].filter((hash) => hash !== null)),
    );
    assert.equal(text.length, 3 * 32);
    assert.ok(!text.includes('NZ55CK7F5') && !text.includes('SECRETSON') && !text.includes('1990'));
    const elsewhere = await world.run(
      (w) =>
        compareRepeats(w, {id: 'inq_elsewhere', account_id: 'act_elsewhere'}, reading({'document-number': number})),
      {envId: world.otherEnvId},
    );
    assert.equal(elsewhere.checks[0]?.status, 'passed');
    const theirs = await world.database.db
      .selectFrom('document_number')
      .selectAll()
      .where('env_id', '=', world.otherEnvId)
      .executeTakeFirstOrThrow();
    assert.ok(!theirs.number_hash.equals(stored[0]?.number_hash ?? Buffer.alloc(0)));
  });

  it('redaction takes the hashes away, and the document is new again', async () => {
    const number = field('NR77CK7F7');
    const {inquiryId} = await submit('eve', {number});
    await world.run((w) => redactInquiry(w, {inquiryId}));
    assert.ok((await rows()).every((row) => row.inquiry_id !== inquiryId));
    assert.deepEqual((await submit('fay', {number})).verdicts[0], ['passed']);
  });

  it("keeps the template's requirement and threshold", async () => {
    const number = field('NT88CK7F8');
    await submit('gil', {number});
    const {inquiry} = await world.makeInquiry({referenceId: 'hal'});
    const strict = reading({'document-number': number});
    strict.checks = strict.checks.map((check) => ({...check, requirement: 'required', metadata: {threshold: 1}}));
    const {checks} = await world.run((w) => compareRepeats(w, inquiry, strict));
    assert.deepEqual(
      [checks[0]?.status, checks[0]?.requirement, checks[0]?.metadata.threshold],
      ['passed', 'required', 1],
    );
  });
});
