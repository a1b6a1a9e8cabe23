import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {chooseLanguage, directionOf, languages} from '../../src/protocol/languages.ts';

/** Every language that people are meant to find here, whether or not its words are written yet. */
const all = [
  ...['en', 'ar', 'az', 'bg', 'bn', 'cs', 'cy', 'da', 'de', 'el', 'es', 'fi', 'fr', 'he', 'hi', 'hr', 'hu', 'hy'],
  ...['id', 'it', 'ja', 'ko', 'lt', 'ms', 'nl', 'no', 'pl', 'pt-BR', 'ro', 'ru', 'sk', 'sr', 'sv', 'ta', 'th', 'tl'],
  ...['tr', 'uk', 'ur', 'vi', 'zh-CN', 'zh-TW'],
] as [string, ...string[]];

test('takes the first wanted language that is offered, also by its base', () => {
  const offered = ['en', 'de', 'ar'] as [string, ...string[]];
  assert.equal(chooseLanguage(['eo', 'de-AT', 'en'], offered), 'de');
  assert.equal(chooseLanguage(['AR-eg'], offered), 'ar');
  assert.equal(chooseLanguage(['xx'], offered), 'en');
  assert.equal(chooseLanguage([], offered), 'en');
  assert.equal(chooseLanguage(['pt-BR'], ['pt-PT', 'pt-BR']), 'pt-BR');
});

test('finds a language under its other names, by script, and in any country', () => {
  const found: Record<string, string> = {
    no: 'no',
    nb: 'no',
    'nb-NO': 'no',
    nn: 'no',
    tl: 'tl',
    fil: 'tl',
    'fil-PH': 'tl',
    he: 'he',
    iw: 'he',
    id: 'id',
    'in-ID': 'id',
    zh: 'zh-CN',
    'zh-SG': 'zh-CN',
    'zh-Hans-HK': 'zh-CN',
    'zh-Hant': 'zh-TW',
    'zh-HK': 'zh-TW',
    'zh-MO': 'zh-TW',
    yue: 'zh-TW',
    pt: 'pt-BR',
    'pt-PT': 'pt-BR',
    pt_BR: 'pt-BR',
    'sr-Latn-ME': 'sr',
    sh: 'sr',
    'es-419': 'es',
    'az-Arab': 'az',
    'en-GB': 'en',
  };
  for (const [wish, tag] of Object.entries(found)) assert.equal(chooseLanguage(['xx', wish, 'fr'], all), tag, wish);
});

test('whatever a browser or an address says, one of the offered languages comes out', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('*', '', 'de;q=1', '-', 'x-klingon', 'c'))), (wanted) =>
      all.includes(chooseLanguage(wanted, all)),
    ),
  );
});

test('a language finds itself', () => {
  for (const tag of all) assert.equal(chooseLanguage([tag], all), tag);
  for (const tag of languages) assert.equal(chooseLanguage([tag], languages), tag);
});

test('knows the direction by the base of the tag', () => {
  assert.deepEqual(['ar-EG', 'he', 'ur', 'de', 'fa'].map(directionOf), ['rtl', 'rtl', 'rtl', 'ltr', 'rtl']);
});
