import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {mailboxKey, tracesOfFields, tracesOfVisit, velocityOf} from '../../src/domain/identity-trace.ts';

const fields = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, {type: 'string', value}]));
const kindsOf = (values: Record<string, unknown>) => tracesOfFields(fields(values)).map(({kind}) => kind);

describe('traces of an inquiry', () => {
  it('one mailbox is one, however it is written', () => {
    assert.equal(mailboxKey('Ann.Lee+shop@GoogleMail.com'), 'annlee@gmail.com');
    assert.equal(mailboxKey('ann.lee+x@example.org'), 'ann.lee@example.org');
    assert.equal(mailboxKey('no address'), '');
  });

  it('one phone is one, however it is written, and a local number is nobody’s', () => {
    assert.deepEqual(tracesOfFields(fields({'phone-number': '+49 (151) 234-5678'})), [
      {kind: 'phone-number', key: '491512345678'},
    ]);
    assert.deepEqual(kindsOf({'phone-number': '110'}), []);
  });

  it('a person is named by both names and the date of birth, never by less', () => {
    const ann = {'name-first': 'Änn', 'name-last': "O'Neil", birthdate: '1990-01-02'};
    assert.deepEqual(
      tracesOfFields(fields(ann)),
      tracesOfFields(fields({...ann, 'name-first': 'ANN', 'name-last': 'O’Neil'})),
    );
    assert.deepEqual(kindsOf({...ann, birthdate: null}), []);
  });

  it('an address needs street, postal code and country', () => {
    const home = {'address-street-1': 'Main St. 5', 'address-postal-code': '94111', 'address-country-code': 'us'};
    assert.deepEqual(kindsOf(home), ['address']);
    assert.deepEqual(kindsOf({...home, 'address-postal-code': ''}), []);
  });

  it('a visit leaves its browser and its network', () => {
    assert.deepEqual(tracesOfVisit({fingerprint: 'f', network: '203.0.113.0/24'}), [
      {kind: 'device', key: 'f'},
      {kind: 'network', key: '203.0.113.0/24'},
    ]);
    assert.deepEqual(tracesOfVisit({}), []);
  });

  it('no field of any type breaks it', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (values) => void tracesOfFields(fields(values))));
  });
});

describe('velocity', () => {
  it('counts windows and other accounts only', () => {
    const now = new Date('2026-11-29T12:00:00Z');
    const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
    const meetings = [
      {at: ago(5), accountId: 'act_1'},
      {at: ago(90), accountId: 'act_2'},
      {at: ago(60 * 24 * 3), accountId: null},
      {at: ago(60 * 24 * 90), accountId: 'act_2'},
    ];
    assert.deepEqual(velocityOf(meetings, {accountId: 'act_1'}, now), {
      inquiries: {ever: 4, hour: 1, day: 2, month: 3},
      accounts: {ever: 1, hour: 0, day: 1, month: 1},
    });
  });
});
