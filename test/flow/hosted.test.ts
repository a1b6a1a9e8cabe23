import assert from 'node:assert/strict';
import {test} from 'node:test';
import {mayLeaveTo} from '../../src/flow/hosted.ts';

test('returns to web addresses and apps', () => {
  assert.ok(mayLeaveTo('https://shop.example.com/done?inquiry-id=inq_1'));
  assert.ok(mayLeaveTo('myapp://verified'));
});

test('never runs an address', () => {
  for (const uri of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'data:text/html,x',
    'blob:https://x/1',
    'about:blank',
    '/relative',
    '',
  ]) {
    assert.equal(mayLeaveTo(uri), false, uri);
  }
});
