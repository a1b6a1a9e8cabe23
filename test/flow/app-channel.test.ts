import assert from 'node:assert/strict';
import {test} from 'node:test';
import {openAppChannel, type AppWindow} from '../../src/flow/app-channel.ts';

function hear(kind: 'react-native' | 'android' | 'ios') {
  const heard: unknown[] = [];
  const handler = {postMessage: (message: unknown) => void heard.push(message)};
  const app: AppWindow =
    kind === 'ios'
      ? {webkit: {messageHandlers: {countersign: handler}}}
      : kind === 'android'
        ? {CountersignAndroid: handler}
        : {ReactNativeWebView: handler};
  const channel = openAppChannel(app, {painted: () => Promise.resolve()}, {height: () => 640});
  return {heard, channel};
}

test('each app hears in the form that its handler takes', () => {
  for (const kind of ['react-native', 'android', 'ios'] as const) {
    const {heard, channel} = hear(kind);
    channel.send({type: 'ready', elapsedMs: 1});
    channel.send({type: 'cancel', inquiryId: 'inq_1', sessionToken: 'token'});
    channel.close();
    const read = kind === 'ios' ? heard : heard.map((json) => JSON.parse(String(json)) as unknown);
    assert.deepEqual(
      read.map((message) => (message as {name: string}).name),
      ['load', 'ready', 'exit'],
      kind,
    );
    assert.deepEqual(read.at(-1), {name: 'exit', metadata: {inquiryId: 'inq_1', sessionToken: 'token'}});
  }
});

test('an app that installed no handler is told nothing', () => {
  const channel = openAppChannel({}, {painted: () => Promise.resolve()}, {height: () => 640});
  channel.send({type: 'ready', elapsedMs: 1});
  channel.close();
});
