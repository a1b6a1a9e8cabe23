import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readConfig} from '../../src/flow/config.ts';

function element(attributes: Record<string, string>) {
  const left = new Map(Object.entries(attributes));
  return {
    getAttribute: (name: string) => left.get(name) ?? null,
    removeAttribute: (name: string) => void left.delete(name),
    left,
  };
}

test('reads what the page names and leaves out what it does not', () => {
  const page = element({mode: 'frame', 'host-origin': 'https://shop.example.com', 'template-id': 'itmpl_1', code: ' '});
  assert.deepEqual(readConfig(page), {
    mode: 'frame',
    hostOrigin: 'https://shop.example.com',
    templateId: 'itmpl_1',
  });
});

test('takes the session token out of the document', () => {
  const page = element({mode: 'hosted', 'session-token': 'secret'});
  assert.equal(readConfig(page).sessionToken, 'secret');
  assert.equal(page.left.has('session-token'), false);
});

test('fields are an object or nothing', () => {
  const fields = (json: string) => readConfig(element({fields: json})).fields;
  assert.deepEqual(fields('{"name-first": "Ada"}'), {'name-first': 'Ada'});
  for (const wrong of ['[1]', '"text"', 'null', '{broken']) assert.equal(fields(wrong), undefined);
});

test('a style variant or retention that means nothing is left out', () => {
  const config = readConfig(element({'style-variant': 'base', 'retention-days': 'soon'}));
  assert.deepEqual(config, {mode: 'frame'});
  assert.equal(readConfig(element({'style-variant': 'dark', 'retention-days': '30'})).retentionDays, 30);
});
