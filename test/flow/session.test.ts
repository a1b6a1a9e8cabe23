import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Position, ProgressWord} from '../../src/protocol/position.ts';
import {Connection} from '../../src/flow/connection.ts';
import type {FlowApiError} from '../../src/flow/flow-api-error.ts';
import {FlowSession} from '../../src/flow/session.ts';
import {positions} from './positions.ts';
import {refuse, scripted} from './scripted-fetch.ts';

function world(first: Position = positions.consent) {
  const server = scripted(first);
  const seen: Position[] = [];
  const words: (readonly ProgressWord[])[] = [];
  const troubles: FlowApiError[] = [];
  let arrived: () => void = () => {};
  const session = new FlowSession(
    {
      position: (position) => {
        seen.push(position);
        arrived();
      },
      progress: (now) => words.push(now),
      trouble: (error) => {
        troubles.push(error);
        arrived();
      },
      connection: () => {},
      ending: () => {},
    },
    {
      fetch: server.fetch,
      connection: new Connection({onLine: () => true, listen: () => {}}),
      wait: () => new Promise((resolve) => setImmediate(resolve)),
    },
  );
  /** Resolves when something was told for which `is` holds. */
  const until = (is: () => boolean) =>
    new Promise<void>((resolve) => {
      arrived = () => is() && resolve();
      arrived();
    });
  return {server, seen, words, troubles, session, until};
}

const at = (position: Position, version: number): Position => ({...position, version});

test('starts an inquiry and keeps the token in memory for what follows', async () => {
  const {server, session, seen} = world();
  await session.start({templateId: 'itmpl_1'});
  await session.submit({action: 'accept'});
  assert.equal(session.token, 'token-of-the-test');
  assert.deepEqual(
    server.asked.map(({method, path}) => `${method} ${path}`),
    ['POST /inquiries', 'POST /steps/consent'],
  );
  assert.equal(server.asked[1]?.headers.get('Authorization'), 'Bearer token-of-the-test');
  assert.equal(seen.length, 2);
});

test('drops an answer that is older than what is known', async () => {
  const {server, session, seen} = world(at(positions.processing, 5));
  await session.resume('token');
  server.position = at(positions.choose, 3);
  await session.refresh();
  assert.equal(session.position?.screen.kind, 'processing');
  assert.equal(seen.length, 1);
});

test('a step that another tab did first shows where the inquiry stands now', async () => {
  const {server, session} = world();
  await session.resume('token');
  server.position = at(positions.choose, 2);
  server.next.push({path: /steps/, answer: () => refuse(409, 'invalid_transition')});
  const position = await session.submit({action: 'accept'});
  assert.equal(position.screen.kind, 'document');
});

test('follows by stream: words first, then the position', async () => {
  const {server, session, words, until} = world(at(positions.processing, 1));
  await session.resume('token');
  const event = (type: string, data: object) => `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
  server.next.push({
    path: /events/,
    answer: () =>
      new Response(
        event('progress', {words: ['received']}) +
          event('unheard-of', {}) +
          'event: progress\ndata: {broken\n\n' +
          event('position', {position: at(positions.success, 2)}),
      ),
  });
  session.watch();
  await until(() => session.position?.screen.kind === 'success');
  assert.deepEqual(words, [['received']]);
});

test('asks again and again where no stream passes', async () => {
  const {server, session, until} = world(at(positions.processing, 1));
  await session.resume('token');
  session.watch();
  setImmediate(() => (server.position = at(positions.failed, 2)));
  await until(() => session.position?.screen.kind === 'failed');
  const polls = server.asked.filter(({path}) => path === '/position').length;
  assert.ok(polls >= 2);
  assert.ok(server.asked.some(({path}) => path === '/events'));
});

test('tells of a session that ended while waiting, and stops asking', async () => {
  const {server, session, troubles, until} = world(at(positions.processing, 1));
  await session.resume('token');
  server.next.push({path: /position/, answer: () => refuse(401, 'session_expired')});
  session.watch();
  await until(() => troubles.length > 0);
  const asked = server.asked.length;
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(server.asked.length, asked);
  assert.equal(troubles[0]?.code, 'session_expired');
});

test('leaving tells the server and stops following', async () => {
  const {server, session} = world(at(positions.processing, 1));
  await session.resume('token');
  session.note('step');
  session.leave('cancel');
  await new Promise((resolve) => setImmediate(resolve));
  const paths = server.asked.map(({path}) => path);
  assert.ok(paths.includes('/leave'));
  assert.ok(paths.includes('/telemetry'), 'what happened before is not lost');
});

test('forgetting leaves nothing of the inquiry', async () => {
  const {session} = world();
  await session.resume('token');
  session.forget();
  assert.equal(session.token, undefined);
  assert.equal(session.position, undefined);
});

test('a picture for a step that another tab finished is given up, and the newer position is told', async () => {
  const {server, session, seen} = world(at(positions.capturePassport, 3));
  await session.resume('token');
  const about = {step: 'document', side: 'front', capture: 'upload', contentType: 'image/jpeg', size: 9} as const;
  const ask = () => session.openEvidence(about, new AbortController().signal);

  server.next.push({path: /POST \/evidence/, answer: () => refuse(409, 'stale_version')});
  await assert.rejects(ask(), {code: 'stale_version'}, 'nothing moved: the refusal is the news');

  server.position = at(positions.success, 4);
  server.next.push({path: /POST \/evidence/, answer: () => refuse(409, 'invalid_transition')});
  await assert.rejects(ask(), {code: 'aborted'});
  assert.equal(seen.at(-1)?.screen.kind, 'success');
});

test('begins the session anew when the person is still there', async () => {
  const {server, session} = world({...positions.consent, sessionSecondsLeft: 90});
  await session.resume('token');
  server.position = {...positions.consent, sessionSecondsLeft: 600};
  assert.equal((await session.extend()).sessionSecondsLeft, 600);
  assert.equal(server.asked.at(-1)?.path, '/session/extend');
  session.end();
});
