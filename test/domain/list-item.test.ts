import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {distanceMeters, emailKeys, keysOf, nameKeys, similarFirstNames} from '../../src/domain/list-item.ts';

test('case, accents, hyphens and spaces do not tell names apart', () => {
  const same = [
    ['Jürgen', 'Strauß'],
    ['JURGEN', 'Strauss'],
    [' jurgen ', 'STRAUSS'],
  ];
  const keys = same.map(([first = '', last = '']) => nameKeys(first, last).exact);
  assert.equal(new Set(keys).size, 1);
  assert.equal(nameKeys('Anne-Marie', "O'Neill").exact, nameKeys('anne marie', 'O Neill').exact);
  assert.notEqual(nameKeys('Anna', 'Li').exact, nameKeys('Annal', 'i').exact);
});

test('numbers are compared without their punctuation', () => {
  const key = (kind: 'phone-number' | 'government-id-number', value: Record<string, string>) =>
    keysOf(kind, value).exact;
  for (const spelling of ['0049 1701234567', '+49 (0)170 1234567', '491701234567', '00 49 (0) 170 / 123 4567'])
    assert.equal(key('phone-number', {value: spelling}), key('phone-number', {value: '+49 (170) 123-4567'}), spelling);
  assert.equal(
    key('government-id-number', {'id-class': 'pp', 'id-number': 'U 4729.013-k'}),
    key('government-id-number', {'id-class': 'PP', 'id-number': 'U4729013K'}),
  );
});

test('an email address is met by itself and by its domain', () => {
  const [own, domain] = emailKeys('Anna@Mail.Example.COM');
  assert.equal(own, keysOf('email-address', {'match-type': 'email_address', value: 'anna@mail.example.com'}).exact);
  assert.equal(domain, keysOf('email-address', {'match-type': 'domain', value: 'mail.example.com'}).exact);
  assert.equal(domain, keysOf('email-address', {'match-type': 'domain', value: '@mail.example.com'}).exact);
});

test('an address is met by its mailbox, its domain in any spelling, and the domains above', () => {
  const meets = (address: string, type: string, value: string) =>
    emailKeys(address).includes(keysOf('email-address', {'match-type': type, value}).exact);
  assert.ok(meets('anna+shop@example.com', 'email_address', 'Anna@Example.com'));
  assert.ok(meets('an.na@googlemail.com', 'email_address', 'anna@gmail.com'));
  assert.ok(meets('anna@gmail.com', 'email_address', 'An.Na+x@gmail.com'));
  assert.ok(meets('anna@post.münchen.example', 'domain', 'xn--mnchen-3ya.example'));
  assert.ok(meets('anna@xn--mnchen-3ya.example', 'email_address', 'anna@MÜNCHEN.example'));
  assert.ok(meets('anna@eu.mail.example.com', 'domain', 'example.com'));
  assert.ok(!meets('anna@mail.example.com', 'domain', 'com'));
  assert.ok(!meets('anna@notexample.com', 'domain', 'example.com'));
  assert.ok(!meets('anna@example.com', 'email_address', 'hanna@example.com'));
});

test('similar first names are initials, and one letter apart', () => {
  for (const [one, other] of [
    ['Jon', 'John'],
    ['Catherine', 'Katherine'],
    ['Brain', 'Brian'],
    ['J.', 'Johanna'],
    ['Anna Maria', 'Ana'],
  ] as const) {
    assert.ok(similarFirstNames(one, other) && similarFirstNames(other, one), `${one} ${other}`);
  }
  for (const [one, other] of [
    ['Jan', 'Johanna'],
    ['Al', 'Ed'],
    ['Peter', 'Paul'],
    ['', 'Anna'],
  ] as const) {
    assert.ok(!similarFirstNames(one, other), `${one} ${other}`);
  }
});

test('distances are those on a sphere', () => {
  const berlin = {latitude: 52.52, longitude: 13.405};
  const paris = {latitude: 48.8566, longitude: 2.3522};
  assert.ok(Math.abs(distanceMeters(berlin, paris) - 877_460) < 1500);
  const place = fc.record({
    latitude: fc.double({min: -90, max: 90, noNaN: true}),
    longitude: fc.double({min: -180, max: 180, noNaN: true}),
  });
  fc.assert(
    fc.property(place, place, (a, b) => {
      const there = distanceMeters(a, b);
      assert.ok(there >= 0 && there <= 20_020_000);
      assert.ok(Math.abs(there - distanceMeters(b, a)) < 1e-3);
    }),
  );
});
