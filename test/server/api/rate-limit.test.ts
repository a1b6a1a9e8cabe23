import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createRateLimiter} from '../../../src/server/api/rate-limit.ts';

test('the limit holds within a minute and is whole again in the next, for each environment alone', () => {
  const limiter = createRateLimiter();
  const at = (seconds: number) => new Date(Date.UTC(2026, 2, 29, 12, 0, 0) + seconds * 1000);
  assert.deepEqual(limiter('env_a', 2, at(10)), {limit: 2, remaining: 1, resetSeconds: 50, exceeded: false});
  assert.equal(limiter('env_a', 2, at(20)).remaining, 0);
  assert.equal(limiter('env_a', 2, at(59.5)).exceeded, true);
  assert.equal(limiter('env_a', 2, at(59.5)).resetSeconds, 1);
  assert.equal(limiter('env_b', 2, at(59.5)).exceeded, false);
  assert.deepEqual(limiter('env_a', 2, at(60)), {limit: 2, remaining: 1, resetSeconds: 60, exceeded: false});
});
