import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import fc from 'fast-check';
import {CompatibleInterpreter, type Spoken} from '../../src/flow/compatible-interpreter.ts';
import {compatibleError} from '../../src/flow/compatible-error.ts';
import {errors} from '../../src/protocol/errors.ts';
import {frameEventNames, type FrameMessage} from '../../src/protocol/messages.ts';

function listen(inquiryId?: string) {
  const said: Spoken[] = [];
  const interpreter = new CompatibleInterpreter((message) => said.push(message), inquiryId);
  return {
    interpreter,
    said,
    take: (...messages: FrameMessage[]) => messages.forEach((message) => interpreter.take(message)),
    names: () => said.map(({name}) => name),
  };
}

const event = (name: string, data: Record<string, unknown> = {}): FrameMessage => ({type: 'event', name, data});
const ready: FrameMessage = {type: 'ready', elapsedMs: 12};
const complete = (status = 'approved'): FrameMessage => ({type: 'complete', inquiryId: 'inq_1', status, fields: {}});

describe('the order', () => {
  test('load, ready, then what the person does; the inquiry when it begins', () => {
    const {interpreter, take, names} = listen();
    interpreter.begin();
    take(event('step', {step: 'start'}), event('load'), ready);
    interpreter.page('start', 640);
    take(event('start', {inquiryId: 'inq_1', sessionToken: 'secret'}), event('capture', {side: 'front'}));
    assert.deepEqual(names(), ['load', 'ready', 'page-change', 'start', 'inquiry-load', 'document-camera-capture']);
  });

  test('an inquiry that the host named has started before it is ready', () => {
    const {interpreter, take, names, said} = listen('inq_1');
    interpreter.begin();
    take(event('load'), ready, event('start', {inquiryId: 'inq_1'}));
    assert.deepEqual(names(), ['load', 'start', 'inquiry-load', 'ready']);
    assert.deepEqual(said[1]?.metadata, {inquiryId: 'inq_1'});
  });

  test('trouble that nobody gets over takes the place of ready', () => {
    const {interpreter, take, names, said} = listen('inq_1');
    interpreter.begin();
    take({type: 'error', code: 'unauthenticated', message: 'A token is needed.', retry: false}, event('load'), ready);
    assert.deepEqual(names(), ['load', 'error']);
    assert.deepEqual(said[1]?.error, {code: 'unauthenticated', status: 409, message: 'A token is needed.'});
  });

  test('trouble that passes is told after ready', () => {
    const {take, names} = listen();
    take({type: 'error', code: 'network', message: '', retry: true}, ready);
    assert.deepEqual(names(), ['ready', 'error']);
  });
});

describe('the end', () => {
  test('success at once, complete when the last screen was read', () => {
    const {interpreter, take, names, said} = listen();
    take(ready, complete());
    assert.deepEqual(names(), ['ready', 'success']);
    assert.equal(interpreter.ending, 'complete');
    take({type: 'close'});
    assert.deepEqual(said.at(-1), {
      name: 'complete',
      metadata: {inquiryId: 'inq_1', status: 'approved', fields: {}},
    });
    assert.equal(interpreter.finish(), false, 'only once');
  });

  test('a failure is no success, and whoever begins again has not failed', () => {
    const {interpreter, take, names} = listen();
    take(ready, complete('failed'));
    assert.equal(interpreter.ending, 'fail');
    take(event('step', {step: 'offer'}));
    assert.equal(interpreter.ending, undefined);
    take(event('start', {inquiryId: 'inq_2'}), complete('failed'), {type: 'close'});
    assert.deepEqual(names(), ['ready', 'start', 'inquiry-load', 'fail']);
  });

  test('leaving the last screen is its end; leaving before is an exit with what resumes it', () => {
    const {take, said} = listen();
    take(ready, {type: 'cancel', inquiryId: 'inq_1', sessionToken: 'token'});
    assert.deepEqual(said.at(-1), {name: 'exit', metadata: {inquiryId: 'inq_1', sessionToken: 'token'}});
    const before = listen();
    before.take(ready, {type: 'cancel'});
    assert.deepEqual(before.said.at(-1), {name: 'exit', metadata: {}});
  });
});

test('the token goes out with exit and nowhere else, whatever happens', () => {
  const message = fc.oneof(
    fc.constantFrom(ready, complete(), complete('failed'), {type: 'close'} as const),
    fc
      .constantFrom(...frameEventNames)
      .map((name) => event(name, {inquiryId: 'inq_1', step: 'x', ...(name === 'start' && {sessionToken: 'secret'})})),
    fc.constant<FrameMessage>({type: 'cancel', inquiryId: 'inq_1', sessionToken: 'secret'}),
    fc.boolean().map((retry): FrameMessage => ({type: 'error', code: 'internal', message: '', retry})),
  );
  fc.assert(
    fc.property(fc.array(message, {maxLength: 30}), (messages) => {
      const {said, take} = listen();
      take(...messages);
      for (const one of said) if (one.name !== 'exit') assert.doesNotMatch(JSON.stringify(one), /secret/);
      const ends = said.filter(({name}) => name === 'complete' || name === 'fail').length;
      assert.ok(ends <= messages.filter(({type}) => type === 'complete').length);
      for (const {name, metadata} of said)
        if (/^(complete|fail|exit)$/.test(name)) assert.equal(typeof metadata, 'object');
    }),
  );
});

test('every error code of ours has one of the five that the SDK knows', () => {
  for (const code of [...Object.keys(errors), 'network', 'expired']) {
    const {code: theirs, status} = compatibleError(code, '');
    const statuses = {application_error: 0, invalid_config: 400, unauthenticated: 409, inactive_template: 422};
    assert.equal(status, theirs === 'unknown' ? status : statuses[theirs], code);
    assert.ok(theirs !== 'unknown' || status >= 400);
  }
});
