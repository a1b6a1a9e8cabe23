/** What every language must be (docs/translating.md); it reads the folders, so a new language is tried by being there. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {test} from 'node:test';
import {languages} from '../../src/protocol/languages.ts';
import {problemCodes, progressWords} from '../../src/protocol/position.ts';
import {documentTypes} from '../../src/protocol/government-id.ts';
import {format, type Message, type Messages} from '../../src/ui/localize.ts';
import {languageName} from '../../src/flow/words.ts';

const folder = new URL('../../src/flow/locales/', import.meta.url);
const groups = fs.readdirSync(new URL('en/', folder)).map((file) => file.replace('.ts', ''));

async function read(language: string): Promise<Record<string, Message>> {
  const words: Record<string, Message> = {};
  for (const group of groups) {
    const module = (await import(new URL(`${language}/${group}.ts`, folder).href)) as {default: Messages};
    for (const [key, message] of Object.entries(module.default)) words[`${group}.${key}`] = message;
  }
  return words;
}

const english = await read('en');
const texts = (message: Message = ''): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const longest = (message: Message | undefined): number => Math.max(...texts(message).map((text) => text.length));
const placesIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const places = (message: Message = ''): string[] => [...new Set(texts(message).flatMap(placesIn))].sort();
/** A count may be a word in one form and a number in another. */
const named = (names: string[]): string[] => names.filter((name) => name !== '{count}');

test('every folder is an offered language, and every offered language has a folder', () => {
  assert.deepEqual(fs.readdirSync(folder).sort(), [...languages].sort());
});

for (const language of languages) {
  test(`${language} says everything that English says, with the same places, in every form its grammar has`, async () => {
    assert.deepEqual(
      fs.readdirSync(new URL(`${language}/`, folder)).sort(),
      groups.map((group) => `${group}.ts`).sort(),
    );
    const words = await read(language);
    assert.deepEqual(Object.keys(words).sort(), Object.keys(english).sort());
    const {pluralCategories} = new Intl.PluralRules(language).resolvedOptions();
    for (const [key, message] of Object.entries(words)) {
      for (const text of texts(message)) {
        assert.equal(text, text.trim(), `${key}: blanks around it`);
        assert.notEqual(text, '', key);
        assert.deepEqual(named(placesIn(text)), named(places(english[key])), `${key}: ${text}`);
        assert.doesNotMatch(
          format(text, Object.fromEntries(places(english[key]).map((at) => [at.slice(1, -1), 'x'])), 'en'),
          /[{}]/,
          key,
        );
      }
      if (typeof message === 'string') {
        assert.equal(typeof english[key], 'string', `${key}: needs its plural forms`);
        continue;
      }
      const forms: string[] = Object.keys(message);
      for (const form of pluralCategories) assert.ok(forms.includes(form), `${key}: ${form} is missing`);
      for (const form of forms)
        assert.ok((pluralCategories as string[]).includes(form), `${key}: nobody counts by "${form}"`);
    }
  });

  test(`${language} has room: a text is not much longer than the English one`, async () => {
    for (const [key, message] of Object.entries(await read(language))) {
      // what a button or a hint says grows most; whether it fits is seen on the screens
      const room = longest(english[key]) * 1.8 + 20;
      assert.ok(longest(message) <= room, `${key}: ${longest(message)} of ${Math.floor(room)} letters`);
    }
  });

  test(`${language} is written in its own script and words`, async () => {
    const words = Object.entries(await read(language));
    const script = new Intl.Locale(language).maximize().script ?? '';
    const own = {
      Jpan: /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}]/u,
      Kore: /\p{sc=Hang}/u,
      Hans: /\p{sc=Hani}/u,
      Hant: /\p{sc=Hani}/u,
    };
    const letters = own[script as keyof typeof own] ?? new RegExp(`\\p{sc=${script}}`, 'u');
    for (const [key, message] of words) {
      for (const text of texts(message)) assert.match(text.replace(/\{\w+\}/g, ''), letters, `${key}: ${text}`);
    }
    if (language === 'en') return;
    // a word may be the same in two languages; a sentence is not
    const same = words.filter(([key, message]) =>
      texts(message).some((text) => text.split(' ').length > 3 && texts(english[key]).includes(text)),
    );
    assert.deepEqual(
      same.map(([key]) => key),
      [],
    );
    assert.notEqual(languageName(language).toLowerCase(), language.toLowerCase(), 'the menu knows its name');
  });
}

test('every problem, progress word and document type has words', () => {
  const of = (group: string): string[] =>
    Object.keys(english)
      .filter((key) => key.startsWith(`${group}.`))
      .map((key) => key.slice(group.length + 1));
  assert.deepEqual(of('problems').sort(), [...problemCodes].sort());
  for (const word of progressWords) assert.ok(of('waiting').includes(`word_${word}`), word);
  for (const type of documentTypes) {
    assert.ok(of('document').includes(`type_${type}`) && of('document').includes(`type_${type}_detail`), type);
  }
});
