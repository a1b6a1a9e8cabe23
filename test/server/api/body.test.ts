import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {CountersignError} from '../../../src/protocol/errors.ts';
import {deepestBody, depthOf, isStorable, largestBodyBytes, readBody} from '../../../src/server/api/body.ts';

const post = (body: BodyInit, type = 'application/json') =>
  new Request('http://localhost/', {method: 'POST', body, headers: {'content-type': type}});

const refused = (code: string) => (error: unknown) => error instanceof CountersignError && error.code === code;

test('reads any JSON value as JSON.parse does', () =>
  fc.assert(
    fc.asyncProperty(fc.jsonValue({maxDepth: 5}), async (value) => {
      const text = JSON.stringify(value);
      fc.pre(isStorable(text) && !text.includes('\\u0000') && !/\\ud[89a-f]/.test(text));
      assert.deepEqual((await readBody(post(text))).value, JSON.parse(text));
    }),
  ));

test('an absent body is undefined, not an error', async () => {
  assert.equal((await readBody(new Request('http://localhost/', {method: 'POST'}))).value, undefined);
});

test('refuses a body over the limit by its announced length and by its real one', async () => {
  const big = `"${'x'.repeat(largestBodyBytes)}"`;
  await assert.rejects(readBody(post(big)), refused('payload_too_large'));
  const stream = new ReadableStream({
    start(controller) {
      for (let i = 0; i < 40; i += 1) controller.enqueue(new Uint8Array(65_536).fill(0x20));
      controller.close();
    },
  });
  const request = new Request('http://localhost/', {method: 'POST', body: stream, duplex: 'half'} as RequestInit);
  await assert.rejects(readBody(request), refused('payload_too_large'));
});

test('refuses what is not UTF-8', async () => {
  await assert.rejects(readBody(post(Buffer.from([0x22, 0xff, 0xfe, 0x22]))), refused('invalid_json'));
});

test('refuses deep nesting before anything recurses over it', async () => {
  await assert.rejects(readBody(post('['.repeat(10_000) + ']'.repeat(10_000))), refused('invalid_json'));
  await assert.rejects(readBody(post('{"a":'.repeat(400_000) + '1')), refused('payload_too_large'));
  const deepest = '['.repeat(deepestBody) + ']'.repeat(deepestBody);
  assert.ok((await readBody(post(deepest))).value);
});

test('brackets inside strings are not nesting', () => {
  assert.equal(depthOf('{"a": "[[[[\\"[[[", "b": []}'), 2);
  assert.equal(depthOf('"\\\\"'), 0);
});

test('a syntax error does not quote the body', async () => {
  await assert.rejects(readBody(post('{"name-last": MUSTERMANN}')), (error: CountersignError) => {
    assert.equal(error.code, 'invalid_json');
    assert.doesNotMatch(JSON.stringify([error.message, error.info]), /MUSTERMANN/);
    return true;
  });
});

test('refuses text that the database cannot hold, with the pointer to it', async () => {
  for (const text of ['{"data":{"note":"a\\u0000b"}}', '{"data":{"note":"\\ud800"}}']) {
    await assert.rejects(readBody(post(text)), (error: CountersignError) => {
      assert.equal(error.code, 'invalid_attribute');
      assert.equal(error.info.pointer, '/data/note');
      return true;
    });
  }
  assert.ok((await readBody(post('{"note":"\\ud83d\\ude00"}'))).value);
});

test('refuses a form', async () => {
  await assert.rejects(readBody(post('a=b', 'application/x-www-form-urlencoded')), refused('unsupported_media_type'));
});
