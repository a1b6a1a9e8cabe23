import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {signalNames, signalsOf, threatLevel} from '../../src/domain/session-signals.ts';
import type {VisitFacts} from '../../src/domain/session-signals.ts';

const zoneIn = (country: string, zone: string) => (country === 'DE' ? zone === 'Europe/Berlin' : undefined);
const seen = (facts: VisitFacts) => signalsOf({zoneIn, ...facts}).filter(({value}) => value === true);

describe('signals of a visit', () => {
  it('an ordinary visit shows none', () => {
    const facts: VisitFacts = {
      webdriver: false,
      botUserAgent: false,
      timeZone: 'Europe/Berlin',
      languages: ['de-DE', 'en'],
      network: {countryCode: 'DE', kind: 'unknown', torExit: false},
    };
    assert.deepEqual(seen(facts), []);
    assert.equal(threatLevel(signalsOf(facts)), 'low');
  });

  it('what was not told is no signal, either way', () => {
    assert.deepEqual(signalsOf({network: {}}), []);
    assert.deepEqual(signalsOf({timeZone: 'Asia/Tokyo', network: {countryCode: 'JP'}, zoneIn}), []);
  });

  it('a clock and a language of elsewhere are hints, a driven browser is a fact', () => {
    const abroad = seen({timeZone: 'Asia/Tokyo', languages: ['ja-JP'], network: {countryCode: 'DE'}});
    assert.deepEqual(
      abroad.map(({name, certainty}) => [name, certainty]),
      [
        ['ip-time-zone-mismatch', 'medium'],
        ['ip-language-mismatch', 'low'],
      ],
    );
    assert.equal(threatLevel(abroad), 'medium');
    assert.equal(threatLevel(seen({webdriver: true, network: {}})), 'high');
    assert.equal(threatLevel(seen({languages: ['fr-FR'], network: {countryCode: 'DE'}})), 'low');
  });

  it('a language without a region says no country', () => {
    assert.deepEqual(signalsOf({languages: ['en', 'zh-Hant'], network: {countryCode: 'DE'}}), []);
  });

  it('any facts give known names only', () => {
    const facts = fc.record({
      webdriver: fc.boolean(),
      timeZone: fc.string(),
      languages: fc.array(fc.string()),
      network: fc.record({countryCode: fc.string(), kind: fc.string(), torExit: fc.boolean()}),
    });
    fc.assert(
      fc.property(facts, (given) => {
        for (const {name} of signalsOf(given)) assert.ok(signalNames.includes(name));
      }),
    );
  });
});
