import assert from 'node:assert/strict';
import {test} from 'node:test';
import {errors} from '../../src/protocol/errors.ts';
import {FlowApiError} from '../../src/flow/flow-api-error.ts';
import {troubleOf} from '../../src/flow/trouble.ts';
import en from '../../src/flow/locales/en/trouble.ts';

const refused = (code: string) => new FlowApiError(code, 400, 'refused', 'req_1');
const key = (name: string) => name.replace('trouble.', '');

test('every code of the server has words', () => {
  for (const code of [...Object.keys(errors), 'network', 'internal', 'http_502']) {
    const {title, text} = troubleOf(refused(code));
    assert.ok(key(title) in en, title);
    assert.ok(key(text) in en, text);
  }
});

test('offers to try again only where that can help', () => {
  assert.ok(troubleOf(refused('network')).again);
  assert.ok(troubleOf(refused('rate_limited')).again);
  assert.ok(troubleOf(refused('internal')).again);
  assert.equal(troubleOf(refused('session_expired')).again, false);
  assert.equal(troubleOf(refused('inactive_template')).again, false);
});

test('an unknown one-time code is a used link to the person', () => {
  assert.equal(troubleOf(refused('not_found'), true).title, 'trouble.errorLinkTitle');
  assert.equal(troubleOf(refused('not_found')).title, 'trouble.errorConfigTitle');
});

test('a screen that did not arrive is a matter of the connection', () => {
  assert.equal(troubleOf(new TypeError('Failed to fetch dynamically imported module')).code, 'network');
  assert.equal(troubleOf(new Error('bug')).code, 'internal');
});

test('keeps the request id for support', () => {
  assert.equal(troubleOf(refused('internal')).requestId, 'req_1');
});
