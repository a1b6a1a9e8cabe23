import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import fc from 'fast-check';
import {appInquiryUrl, originOf, readAppMessage, readAppRedirect} from '../../src/embed/app-inquiry.ts';
import {verifyQuerySchema} from '../../src/protocol/embed-query.ts';
import {readBracketQuery} from '../../src/server/pages/bracket-query.ts';

const host = 'https://verify.example.com';

describe('the address', () => {
  test('is the hosted page with what was given, as the server reads it', () => {
    const url = appInquiryUrl({
      host,
      templateId: 'itmpl_1',
      referenceId: 'user 42 & co',
      fields: {'name-first': 'Ada [1]'},
      redirectUri: 'myapp://done?x=1',
    });
    const query = verifyQuerySchema.parse(readBracketQuery(new URL(url).search));
    assert.equal(query['is-webview'], 'true');
    assert.equal(query['inquiry-template-id'], 'itmpl_1');
    assert.equal(query['reference-id'], 'user 42 & co');
    assert.equal(query['redirect-uri'], 'myapp://done?x=1');
    assert.deepEqual(query.fields, {'name-first': 'Ada [1]'});
  });

  test('needs a host and something to show', () => {
    assert.throws(() => appInquiryUrl({host: '', templateId: 'itmpl_1'}), /address of your server/);
    assert.throws(() => appInquiryUrl({host}), /template/);
    assert.equal(originOf('verify.example.com/x'), host);
    assert.equal(originOf('https://user@verify.example.com'), undefined);
  });
});

describe('what the page says', () => {
  const say = (message: unknown): unknown => readAppMessage(JSON.stringify(message));

  test('ends, errors and events', () => {
    const metadata = {inquiryId: 'inq_1', status: 'approved', fields: {a: {type: 'string', value: 'b'}}};
    assert.deepEqual(say({name: 'complete', metadata}), {type: 'complete', ...metadata});
    assert.deepEqual(say({name: 'fail', metadata: {...metadata, fields: null}}), {
      type: 'complete',
      ...metadata,
      fields: {},
    });
    assert.deepEqual(say({name: 'exit', metadata: {}}), {type: 'cancel'});
    assert.deepEqual(say({name: 'exit', metadata: {inquiryId: 'inq_1', sessionToken: 't', more: 1}}), {
      type: 'cancel',
      inquiryId: 'inq_1',
      sessionToken: 't',
    });
    const error = {code: 'unknown', status: 429, message: 'Too many.'};
    assert.deepEqual(say({name: 'error', error}), {type: 'error', error});
    assert.deepEqual(say({name: 'page-change', metadata: {name: 'x'}}), {
      type: 'event',
      name: 'page-change',
      metadata: {name: 'x'},
    });
  });

  test('anything else is nobody’s', () => {
    for (const other of ['', 'hello', '[]', 'null', '{"name": 1}', '{"name": "complete"}', '{"name": "error"}']) {
      assert.equal(readAppMessage(other), undefined, other);
    }
    fc.assert(fc.property(fc.anything(), (data) => void readAppMessage(data)));
    fc.assert(fc.property(fc.string(), (data) => void readAppMessage(data)));
  });
});

test('the return to the app’s address says how it ended', () => {
  const uri = 'myapp://verified';
  assert.deepEqual(readAppRedirect(`${uri}?inquiry-id=inq_1&status=approved&fields[name-first]=Ada+L&x=%`, uri), {
    type: 'complete',
    inquiryId: 'inq_1',
    status: 'approved',
    fields: {'name-first': {type: 'string', value: 'Ada L'}},
  });
  assert.deepEqual(readAppRedirect(`${uri}?inquiry-id=inq_1&status=failed&fields%5Bname-first%5D=Ada`, uri), {
    type: 'complete',
    inquiryId: 'inq_1',
    status: 'failed',
    fields: {'name-first': {type: 'string', value: 'Ada'}},
  });
  assert.equal(readAppRedirect('https://elsewhere.example/?inquiry-id=1&status=approved', uri), undefined);
  assert.equal(readAppRedirect(`${uri}?nothing`, uri), undefined);
  assert.equal(readAppRedirect(uri, undefined), undefined);
  fc.assert(fc.property(fc.string(), (rest) => void readAppRedirect(uri + rest, uri)));
});
