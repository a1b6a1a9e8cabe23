import assert from 'node:assert/strict';
import {test} from 'node:test';
import {documentOnly} from '../../src/domain/default-templates.ts';
import {allowsRedirect, emptyFields, inquiryExpiry, writeFields} from '../../src/domain/template.ts';
import type {TemplateGraph} from '../../src/protocol/template.ts';

test('fields keep what fits and refuse what does not, with the pointer and what was expected', () => {
  const schemas: TemplateGraph['fields'] = {
    ...documentOnly.fields,
    'plan/tier': {type: 'choices', choices: ['free', 'paid']},
    newsletter: {type: 'boolean'},
    visits: {type: 'integer'},
    height: {type: 'number'},
    seen: {type: 'datetime'},
    topics: {type: 'multi_choices', choices: ['a', 'b']},
    extra: {type: 'json'},
    list: {type: 'array'},
    photo: {type: 'file'},
  };
  const fits: [string, unknown][] = [
    ['birthdate', '2024-02-29'],
    ['birthdate', null],
    ['name-first', 'Anna Maria'],
    ['plan/tier', 'paid'],
    ['newsletter', false],
    ['visits', -3],
    ['height', 1.5],
    ['seen', '2026-03-29T19:06:45.123Z'],
    ['seen', '2026-03-29T19:06:45+02:00'],
    ['topics', ['b', 'a']],
    ['extra', {deep: [{x: null}]}],
    ['list', [1, 'two']],
  ];
  for (const [key, value] of fits) {
    const result = writeFields(schemas, emptyFields(schemas), {[key]: value});
    assert.ok(result.ok, `${key} = ${JSON.stringify(value)}`);
    assert.deepEqual(result.fields[key], {type: schemas[key]?.type, value});
  }
  const misfits: [string, unknown][] = [
    ['birthdate', '2023-02-29'],
    ['birthdate', '2024-13-01'],
    ['birthdate', '1900-02-29'],
    ['birthdate', '0000-01-01'],
    ['birthdate', '12.08.1974'],
    ['birthdate', 19740812],
    ['name-first', 7],
    ['name-first', 'x'.repeat(10_001)],
    ['name-first', 'a\0b'],
    ['plan/tier', 'gold'],
    ['newsletter', 'yes'],
    ['visits', 1.5],
    ['height', Infinity],
    ['seen', '2026-02-30T10:00:00Z'],
    ['seen', '2026-03-29 10:00'],
    ['topics', ['c']],
    ['extra', JSON.parse(`${'['.repeat(40)}${']'.repeat(40)}`)],
    ['list', {}],
    ['photo', 'data'],
    ['unknown', 'x'],
    ['constructor', 'x'],
    ['__proto__', 'x'],
  ];
  for (const [key, value] of misfits) {
    const written = Object.fromEntries([[key, value]]);
    const result = writeFields(schemas, emptyFields(schemas), written);
    assert.ok(!result.ok, `${key} = ${JSON.stringify(value)?.slice(0, 50)}`);
    assert.equal(result.problems[0]?.pointer, `/${key.replaceAll('/', '~1')}`);
    assert.ok(result.problems[0]?.expected, key);
  }
});

test('one misfit keeps everything out, and nothing given is repeated', () => {
  const result = writeFields(documentOnly.fields, {}, {'name-first': 'Anna', birthdate: 'secret-value'});
  assert.ok(!result.ok);
  assert.ok(!JSON.stringify(result.problems).includes('secret-value'));
});

test('returns only to allowed places, and never to a script', () => {
  const allowed = ['https://shop.example.com', 'myapp://'];
  const yes = ['https://shop.example.com', 'https://shop.example.com/done?x=1', 'myapp://verified'];
  const no = [
    'https://shop.example.com.evil.test',
    'https://evil.test/https://shop.example.com',
    'http://shop.example.com',
    'https://user@shop.example.com/',
    'https://shop.example.com:8443/',
    'myappx://verified',
    'javascript:alert(1)',
    'data:text/html,x',
    '/relative',
    '',
  ];
  for (const uri of yes) assert.ok(allowsRedirect(allowed, uri, 'browser'), uri);
  for (const uri of no) assert.ok(!allowsRedirect(allowed, uri, 'server'), uri);
  assert.ok(allowsRedirect([], 'https://anywhere.example/', 'server'));
  assert.ok(!allowsRedirect([], 'https://anywhere.example/', 'browser'));
  assert.ok(!allowsRedirect([], 'javascript:alert(1)', 'server'));
});

test("an inquiry's own intervals win over its template's", () => {
  assert.equal(inquiryExpiry(documentOnly, {afterCreateSeconds: 60}).afterCreateSeconds, 60);
  assert.equal(inquiryExpiry(documentOnly, null).afterCreateSeconds, 24 * 3600);
});
