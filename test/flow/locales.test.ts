import assert from 'node:assert/strict';
import fs from 'node:fs';
import {test} from 'node:test';
import {problemCodes, progressWords} from '../../src/protocol/flow.ts';
import {documentTypes} from '../../src/protocol/government-id.ts';
import type {Message} from '../../src/ui/localize.ts';
import {languages} from '../../src/flow/words.ts';

const folder = new URL('../../src/flow/locales/', import.meta.url);
const groups = ['base', 'document', 'capture', 'handoff', 'problems', 'proof', 'selfie', 'waiting'];

async function read(language: string, group: string): Promise<Record<string, Message>> {
  const module = (await import(new URL(`${language}/${group}.ts`, folder).href)) as {default: Record<string, Message>};
  return module.default;
}

const texts = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const places = (message: Message) =>
  [...new Set(texts(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))]
    .filter((name) => name !== '{count}')
    .sort();

test('every language folder is offered and every offered one has a folder', () => {
  assert.deepEqual(fs.readdirSync(folder).sort(), [...languages].sort());
});

for (const language of languages) {
  for (const group of groups) {
    test(`${language}/${group} says everything that English says, with the same places`, async () => {
      const [english, translated] = await Promise.all([read('en', group), read(language, group)]);
      assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort());
      for (const [key, message] of Object.entries(translated)) {
        assert.deepEqual(places(message), places(english[key] ?? ''), key);
        for (const text of texts(message)) assert.notEqual(text.trim(), '', key);
      }
    });
  }

  test(`${language} has every plural form its grammar needs`, async () => {
    const {pluralCategories} = new Intl.PluralRules(language).resolvedOptions();
    for (const group of groups) {
      for (const [key, message] of Object.entries(await read(language, group))) {
        if (typeof message === 'string') continue;
        for (const form of pluralCategories) assert.ok(form in message || form === 'other', `${key}: ${form}`);
        assert.ok('other' in message, key);
      }
    }
  });

  test(`${language} is not English`, async () => {
    if (language === 'en') return;
    for (const group of groups) {
      const [english, translated] = await Promise.all([read('en', group), read(language, group)]);
      const same: string[] = Object.keys(english).filter(
        (key) => JSON.stringify(english[key]) === JSON.stringify(translated[key]),
      );
      assert.deepEqual(same, []);
    }
  });
}

test('every problem, progress word and document type has words', async () => {
  const [problems, waiting, document] = await Promise.all([
    read('en', 'problems'),
    read('en', 'waiting'),
    read('en', 'document'),
  ]);
  assert.deepEqual(Object.keys(problems).sort(), [...problemCodes].sort());
  for (const word of progressWords) assert.ok(`word_${word}` in waiting, word);
  for (const type of documentTypes) assert.ok(`type_${type}` in document && `type_${type}_detail` in document, type);
});
