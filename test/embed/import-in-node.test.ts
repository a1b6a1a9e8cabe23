/** A server that renders pages imports the same modules as the browser. */
import {test} from 'node:test';
import assert from 'node:assert/strict';

test('the package can be imported without a DOM, and registers nothing', async () => {
  const before = Object.keys(globalThis);
  const {Client, CountersignInquiryElement, verify, preload} = await import('../../src/embed/index.ts');
  for (const exported of [Client, CountersignInquiryElement, verify, preload])
    assert.equal(typeof exported, 'function');
  assert.deepEqual(Object.keys(globalThis), before);
});

test('so can the registration', async () => {
  await import('../../src/embed/inquiry-element-define.ts');
  assert.equal('customElements' in globalThis, false);
});

test('a host is an address with or without a scheme', async () => {
  const {flowOrigin} = await import('../../src/embed/frame.ts');
  assert.equal(flowOrigin('https://verify.example.com/some/path'), 'https://verify.example.com');
  assert.equal(flowOrigin('verify.example.com'), 'https://verify.example.com');
  assert.equal(flowOrigin('localhost:3000'), 'http://localhost:3000');
  assert.equal(flowOrigin('http://localhost:3000'), 'http://localhost:3000');
  for (const wrong of ['', null, undefined, 'http://', 'javascript:alert(1)', 'a b']) {
    assert.equal(flowOrigin(wrong), undefined, String(wrong));
  }
});
