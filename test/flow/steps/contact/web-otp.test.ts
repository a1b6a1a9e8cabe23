import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {codeFromMessage} from '../../../../src/flow/steps/contact/web-otp.ts';

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'OTPCredential');
  Reflect.deleteProperty(globalThis, 'navigator');
});

function useBrowser(get: (request: CredentialRequestOptions) => Promise<unknown>): void {
  Object.defineProperty(globalThis, 'OTPCredential', {value: class {}, configurable: true});
  Object.defineProperty(globalThis, 'navigator', {value: {credentials: {get}}, configurable: true});
}

test('a browser that reads the message gives its code, and is asked for text messages', async () => {
  let asked: CredentialRequestOptions | undefined;
  useBrowser((request) => {
    asked = request;
    return Promise.resolve({code: '123456'});
  });
  const {signal} = new AbortController();
  assert.equal(await codeFromMessage(signal), '123456');
  assert.deepEqual(asked, {otp: {transport: ['sms']}, signal});
});

test('a browser without it, and a person who says no, leave the code to be typed', async () => {
  const {signal} = new AbortController();
  assert.equal(await codeFromMessage(signal), undefined);
  useBrowser(() => Promise.reject(new DOMException('no', 'AbortError')));
  assert.equal(await codeFromMessage(signal), undefined);
  useBrowser(() => Promise.resolve(null));
  assert.equal(await codeFromMessage(signal), undefined);
});
