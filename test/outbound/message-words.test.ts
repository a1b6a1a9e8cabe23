import assert from 'node:assert/strict';
import {test} from 'node:test';
import {messageWords, nameInMessage, sayMessage} from '../../src/outbound/message-words.ts';
import {languages} from '../../src/protocol/languages.ts';

const places = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted();

for (const language of languages) {
  test(`${language}: every message keeps its places, and a text message shows its code first`, () => {
    const words = messageWords[language];
    for (const [key, text] of Object.entries(words)) {
      const english = messageWords.en[key as keyof typeof words];
      assert.deepEqual(places(text), places(english), key);
      if (language !== 'en') assert.notEqual(text, english, key);
    }
    assert.match(words.codeText, /^\{code\}/);
    assert.doesNotMatch(words.codeSubject, /\{code\}/, 'subjects stand in logs of mail servers');
  });
}

test('speaks the person’s language, else English', () => {
  const params = {code: '123456', requester: 'Shop'};
  assert.match(sayMessage('codeText', 'de-AT', params), /^123456 ist Ihr Code für Shop\./);
  assert.match(sayMessage('codeText', null, params), /^123456 is your code/);
  assert.match(sayMessage('codeText', 'tlh', params), /^123456 is your code/);
});

test('a name stays on its line and short', () => {
  assert.equal(nameInMessage('Shop\r\nBcc: everybody', 80), 'Shop Bcc: everybody');
  assert.equal(nameInMessage('A very long name of a company', 10), 'A very lo…');
});
