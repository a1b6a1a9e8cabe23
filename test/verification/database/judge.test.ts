import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {PersonRecord, RecordAnswer} from '../../../src/protocol/database.ts';
import {databaseCheckNames} from '../../../src/protocol/database.ts';
import {judgeDatabase} from '../../../src/verification/database/judge.ts';
import {databaseChecks} from '../../../src/verification/database/registry.ts';

const person: PersonRecord = {
  'name-first': 'Marta',
  'name-last': 'Lindqvist',
  birthdate: '1988-05-03',
  'address-street-1': 'Main Street 12',
  'address-postal-code': '94111',
  'identification-number': '12345',
  deceased: 'no',
};
const {deceased: _, ...given} = person;
const records = (...all: PersonRecord[]): RecordAnswer => ({type: 'records', records: all, version: 'dsetv_1'});

function verdicts(
  answer: RecordAnswer,
  more: Partial<Parameters<typeof judgeDatabase>[0]> = {},
): Record<string, string> {
  const checks = judgeDatabase({given, answer, config: {source: 'residents'}, ...more});
  return Object.fromEntries(
    checks.map(({name, status, reasons}) => [name.replace('database_', ''), [status, ...reasons].join(' ')]),
  );
}

describe('checks of a database verification', () => {
  it('are the ones of the protocol, and each says only reasons it declares', () => {
    assert.deepEqual(
      databaseChecks.map(({name}) => name),
      databaseCheckNames,
    );
    const answers: RecordAnswer[] = [
      records(person),
      records(),
      {type: 'provider_not_configured'},
      {type: 'service_unavailable'},
    ];
    for (const answer of answers) {
      for (const {name, status, reasons} of judgeDatabase({given, answer, config: {source: 'residents'}})) {
        const declared = databaseChecks.find((rule) => rule.name === name)?.reasons ?? [];
        assert.equal(status === 'passed', reasons.length === 0, name);
        for (const reason of reasons) assert.ok(declared.includes(reason), `${name}: ${reason}`);
      }
    }
  });

  it('somebody who is in the records passes, and is not mixed up with a namesake', () => {
    const namesake = {...person, birthdate: '1950-01-01', 'identification-number': '999', deceased: 'yes'};
    assert.deepEqual(verdicts(records(namesake, person), {inquiry: {agrees: true}}), {
      identity_comparison: 'passed',
      name_comparison: 'passed',
      birthdate_comparison: 'passed',
      address_comparison: 'passed',
      attribute_comparison: 'passed',
      inquiry_comparison: 'passed',
      deceased_detection: 'passed',
      po_box_detection: 'passed',
      address_deliverable_detection: 'not_applicable provider_not_configured',
      address_residential_detection: 'not_applicable provider_not_configured',
    });
  });

  it('nobody found, somebody else, somebody who died, and a document of another person fail', () => {
    assert.equal(verdicts(records())['identity_comparison'], 'failed no_record');
    const phones = {given: {...given, 'phone-number': '+14155550123'}, inquiry: {agrees: false}};
    const other = verdicts(records({...person, 'name-last': 'Berg', 'phone-number': '+14155550199'}), phones);
    assert.equal(other['name_comparison'], 'failed insufficient_match');
    assert.equal(other['attribute_comparison'], 'failed phone_number_mismatch');
    assert.equal(other['inquiry_comparison'], 'failed document_differs');
    assert.equal(verdicts(records({...person, deceased: 'yes'}))['deceased_detection'], 'failed deceased');
    const box = verdicts(records(person), {given: {...given, 'address-street-1': 'P.O. Box 7'}});
    assert.equal(box['po_box_detection'], 'failed po_box');
  });

  it('what cannot be compared says why', () => {
    const bare = verdicts(records({'name-last': 'Lindqvist', 'identification-number': '12345'}));
    assert.equal(bare['birthdate_comparison'], 'not_applicable not_in_record');
    assert.equal(bare['deceased_detection'], 'not_applicable not_in_record');
    const asked = verdicts(records(person), {given: {'identification-number': '12345'}});
    assert.equal(asked['name_comparison'], 'not_applicable no_name');
    assert.equal(asked['po_box_detection'], 'not_applicable no_address');
    assert.equal(verdicts({type: 'service_unavailable'})['name_comparison'], 'not_applicable service_unavailable');
  });

  it('a template changes thresholds and requirements', () => {
    const swapped = records({...person, birthdate: '1988-03-05'});
    assert.equal(verdicts(swapped)['birthdate_comparison'], 'failed insufficient_match');
    const config = {source: 'residents', thresholds: {database_birthdate_comparison: 0.8}};
    assert.equal(verdicts(swapped, {config})['birthdate_comparison'], 'passed');
  });
});
