import {test} from 'node:test';
import assert from 'node:assert/strict';
import {mayFrame, parseOrigin} from '../../../src/server/pages/frame-policy.ts';

const production = (...allowedDomains: string[]) => ({allowedDomains, environment: 'production' as const});
const sandbox = (...allowedDomains: string[]) => ({allowedDomains, environment: 'sandbox' as const});

test('a listed host may frame, its neighbours may not', () => {
  const policy = production('shop.example.com');
  assert.equal(mayFrame(policy, 'https://shop.example.com'), true);
  for (const origin of [
    'https://example.com',
    'https://a.shop.example.com',
    'https://shop.example.com.evil.example',
    'https://evilshop.example.com',
    'https://shop.example.com:8443',
  ]) {
    assert.equal(mayFrame(policy, origin), false, origin);
  }
});

test('a star stands for every host below, not for the host itself', () => {
  const policy = production('*.example.com');
  assert.equal(mayFrame(policy, 'https://a.example.com'), true);
  assert.equal(mayFrame(policy, 'https://a.b.example.com'), true);
  assert.equal(mayFrame(policy, 'https://example.com'), false);
  assert.equal(mayFrame(policy, 'https://evilexample.com'), false);
});

test('a port counts where it is not the scheme’s own', () => {
  assert.equal(mayFrame(production('Shop.example.com:8443'), 'https://shop.example.com:8443'), true);
  assert.equal(mayFrame(production('shop.example.com:8443'), 'https://shop.example.com'), false);
});

test('production takes https alone, and this machine only when it is listed', () => {
  assert.equal(mayFrame(production('shop.example.com'), 'http://shop.example.com'), false);
  assert.equal(mayFrame(production(), 'http://localhost:3000'), false);
  assert.equal(mayFrame(production(), 'https://shop.example.com'), false);
});

test('sandbox takes this machine always, others as listed', () => {
  for (const origin of ['http://localhost:1', 'http://127.0.0.1', 'http://[::1]:8080', 'http://app.localhost:3000']) {
    assert.equal(mayFrame(sandbox(), origin), true, origin);
  }
  for (const origin of ['http://localhost.evil.example', 'http://127.0.0.1.evil.example', 'https://shop.example.com']) {
    assert.equal(mayFrame(sandbox(), origin), false, origin);
  }
  assert.equal(mayFrame(sandbox('staging.example.com'), 'http://staging.example.com'), true);
});

test('an origin is scheme, host and port, as browsers write it', () => {
  assert.equal(parseOrigin('HTTPS://Shop.Example.com:443'), 'https://shop.example.com');
  for (const wrong of [
    undefined,
    '',
    'null',
    'https://a/b',
    'ftp://a',
    'https://a;b',
    'https://a b',
    'https://u:p@a',
  ]) {
    assert.equal(parseOrigin(wrong), undefined, wrong);
  }
});
