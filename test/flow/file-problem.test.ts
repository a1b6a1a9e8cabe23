import assert from 'node:assert/strict';
import {test} from 'node:test';
import {FlowApiError} from '../../src/flow/flow-api-error.ts';
import {fileProblem} from '../../src/flow/file-problem.ts';

test('what the server says of a file has words; any other trouble is none of the file', () => {
  const refused = (code: string, more = {}) => new FlowApiError(code, 415, 'refused', 'req_1', more);
  const reason = {problem: 'file_unusual' as const};
  assert.equal(fileProblem(refused('unsupported_media_type', reason)), 'problems.file_unusual');
  assert.equal(fileProblem(refused('unsupported_media_type')), 'problems.file_unsupported');
  assert.equal(fileProblem(refused('payload_too_large')), 'problems.file_too_large');
  assert.equal(fileProblem(refused('rate_limited')), undefined);
  assert.equal(fileProblem(new Error('lost')), undefined);
});
