import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {generateOneTimeLink} from '../../../src/commands/generate-one-time-link.ts';
import {write} from '../../../src/commands/write.ts';
import {flowErrorSchema, handoffSchema, sessionSchema} from '../../../src/protocol/flow.ts';
import {positionSchema} from '../../../src/protocol/position.ts';
import {documentGraph} from '../../domain/flow-graph.ts';
import {json, openFlowWorld, positionAt, start, submit, upload} from './flow-world.ts';
import type {CallInit, FlowWorld} from './flow-world.ts';
import {passport, scriptedEngines} from './scripted-engines.ts';

const engines = scriptedEngines();
let flow: FlowWorld;
before(async () => {
  flow = await openFlowWorld(engines);
});
after(() => flow.close());

async function refusal(path: string, init: CallInit): Promise<[number, string]> {
  const response = await flow.call(path, init);
  const body = flowErrorSchema.parse(await response.json());
  return [response.status, body.error.code];
}
const scope = () => ({envId: flow.envId, actor: {type: 'api-key' as const, id: 'api_test'}, requestId: 'req_test'});

async function pending(): Promise<{token: string; inquiryId: string}> {
  engines.script(passport());
  const {token, position} = await start(flow);
  await submit(flow, token, 'consent', {action: 'accept'});
  const id = await upload(flow, token);
  const release = engines.hold();
  await submit(flow, token, 'document', {action: 'submit', evidence: [{side: 'front', id}]});
  release();
  return {token, inquiryId: position.inquiryId};
}

describe('starting an inquiry in the browser', () => {
  it('is refused unless the template allows it, and leaves nothing behind', async () => {
    const templateId = await flow.addTemplate(documentGraph({clientCreated: false}));
    const count = () => flow.database.db.selectFrom('inquiry').select('id').execute();
    const known = (await count()).length;
    assert.deepEqual(await refusal('/inquiries', {json: {templateId}}), [400, 'invalid_config']);
    assert.equal((await count()).length, known);
  });

  it('names what does not fit: no template, unknown template, inactive template, unknown attribute, foreign account', async () => {
    const {templateId} = flow;
    assert.deepEqual(await refusal('/inquiries', {json: {}}), [400, 'invalid_config']);
    assert.deepEqual(await refusal('/inquiries', {json: {templateId: 'itmpl_nobody'}}), [404, 'not_found']);
    assert.deepEqual(await refusal('/inquiries', {json: {templateId, surprise: 1}}), [400, 'invalid_attribute']);
    assert.deepEqual(await refusal('/inquiries', {json: {templateId, accountId: 'act_1'}}), [400, 'invalid_config']);
    const off = await flow.addTemplate(documentGraph());
    await flow.database.db.updateTable('inquiry_template').set({status: 'inactive'}).where('id', '=', off).execute();
    assert.deepEqual(await refusal('/inquiries', {json: {templateId: off}}), [422, 'inactive_template']);
  });

  it('keeps a reference id as a claim that touches no account until the inquiry is approved', async () => {
    engines.script(passport());
    const {token, position} = await start(flow, {referenceId: 'user-42'});
    const accounts = () =>
      flow.database.db.selectFrom('account').selectAll().where('reference_id', '=', 'user-42').execute();
    assert.deepEqual(await accounts(), []);
    await submit(flow, token, 'consent', {action: 'accept'});
    const id = await upload(flow, token);
    await submit(flow, token, 'document', {action: 'submit', evidence: [{side: 'front', id}]});
    const done = await flow.until(token, ({status}) => status === 'approved');
    assert.equal(done.referenceId, 'user-42');
    const [account] = await accounts();
    const inquiry = await flow.database.db
      .selectFrom('inquiry')
      .selectAll()
      .where('id', '=', position.inquiryId)
      .executeTakeFirstOrThrow();
    assert.equal(inquiry.account_id, account?.id);
  });

  it('answers the same press twice with one inquiry, and another body under its key with a conflict', async () => {
    const headers = {'idempotency-key': 'c0ffee00c0ffee00c0ffee00'};
    const {templateId} = flow;
    const first = sessionSchema.parse(await json(await flow.call('/inquiries', {json: {templateId}, headers})));
    const second = sessionSchema.parse(await json(await flow.call('/inquiries', {json: {templateId}, headers})));
    assert.equal(second.token, first.token);
    assert.equal(second.position.inquiryId, first.position.inquiryId);
    const other = {json: {templateId, referenceId: 'x'}, headers};
    assert.deepEqual(await refusal('/inquiries', other), [409, 'idempotency_conflict']);
    const guessable = {json: {templateId}, headers: {'idempotency-key': '1'}};
    assert.deepEqual(await refusal('/inquiries', guessable), [400, 'invalid_header']);
  });

  it('stops scripts that start inquiries from one address', async () => {
    const own = await openFlowWorld(scriptedEngines());
    try {
      own.ctx.now = () => new Date('2026-03-01T12:00:00Z');
      const statuses = new Map<number, number>();
      for (let i = 0; i < 62; i++) {
        const {status} = await own.call('/inquiries', {json: {templateId: 'itmpl_nobody'}});
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      assert.deepEqual(
        [...statuses],
        [
          [404, 60],
          [429, 2],
        ],
      );
    } finally {
      await own.close();
    }
  });
});

describe('coming back to an inquiry', () => {
  it('needs the id alone while nothing was given', async () => {
    const {inquiry} = await flow.createInquiry();
    const session = sessionSchema.parse(await json(await flow.call('/sessions', {json: {inquiryId: inquiry.id}})));
    assert.equal(session.position.screen.kind, 'consent');
    assert.deepEqual(await refusal('/sessions', {json: {inquiryId: 'inq_nobody'}}), [404, 'not_found']);
    assert.deepEqual(await refusal('/sessions', {json: {}}), [400, 'invalid_attribute']);
  });

  it('needs an earlier token of the same inquiry once evidence was given', async () => {
    const {token, inquiryId} = await pending();
    const {token: stranger} = await start(flow);
    const json_ = {inquiryId};
    assert.deepEqual(await refusal('/sessions', {json: json_}), [409, 'unauthenticated']);
    assert.deepEqual(await refusal('/sessions', {json: json_, token: stranger}), [409, 'unauthenticated']);
    assert.deepEqual(await refusal('/sessions', {json: json_, token: 'made-up-token'}), [409, 'unauthenticated']);
    await flow.until(token, ({status}) => status === 'approved');
    assert.deepEqual(await refusal('/sessions', {json: json_}), [409, 'unauthenticated']);
  });

  it('begins a session that a server made with its first use, once', async () => {
    const {session} = await flow.createInquiry();
    assert.ok(session);
    const headers = {'user-agent': 'Testbrowser', 'sec-ch-ua-mobile': '?1'};
    await json(await flow.call('/position', {token: session.token, headers}));
    await json(await flow.call('/position', {token: session.token}));
    const row = await flow.database.db
      .selectFrom('inquiry_session')
      .selectAll()
      .where('id', '=', session.session.id)
      .executeTakeFirstOrThrow();
    assert.deepEqual(
      [row.status, row.user_agent, row.device],
      ['active', 'Testbrowser', {'device-type': 'smartphone'}],
    );
  });

  it('refuses unknown, ended and outworn tokens, but tells a device that its inquiry has expired', async () => {
    const unknown = await refusal('/position', {token: 'nobody-has-this-token'});
    assert.deepEqual(unknown, [401, 'session_expired']);
    assert.deepEqual(await refusal('/position', {}), [401, 'session_expired']);

    const {token, position} = await start(flow);
    const set = (columns: object, table: 'inquiry' | 'inquiry_session') =>
      table === 'inquiry'
        ? flow.database.db.updateTable('inquiry').set(columns).where('id', '=', position.inquiryId).execute()
        : flow.database.db
            .updateTable('inquiry_session')
            .set(columns)
            .where('inquiry_id', '=', position.inquiryId)
            .execute();
    await set({status: 'expired'}, 'inquiry_session');
    assert.deepEqual(await refusal('/position', {token}), [401, 'session_expired']);
    await set({expires_at: new Date('2026-02-01T00:00:00Z')}, 'inquiry');
    const over = await positionAt(flow.call, token);
    assert.deepEqual([over.status, over.screen.kind], ['expired', 'expired']);
    const late = await submit(flow, token, 'consent', {action: 'accept'});
    assert.equal(late.screen.kind, 'expired');
    const byId = await json(await flow.call('/sessions', {json: {inquiryId: position.inquiryId}}));
    assert.equal(sessionSchema.parse(byId).position.screen.kind, 'expired');
  });
});

describe('one-time codes', () => {
  it('are claimed once, and again for five minutes by the browser that kept the secret', async () => {
    const {inquiry} = await flow.createInquiry();
    const {link} = await write(flow.ctx, scope(), (w) => generateOneTimeLink(w, {inquiryId: inquiry.id}));
    const code = new URL(link).searchParams.get('code') ?? '';
    const first = sessionSchema.parse(await json(await flow.call('/sessions', {json: {code}})));
    assert.equal(first.position.inquiryId, inquiry.id);
    assert.ok(first.claimSecret);
    assert.equal(first.handoff, undefined, 'a link of the organisation comes from no other device');
    assert.deepEqual(await refusal('/sessions', {json: {code}}), [409, 'conflict']);
    assert.deepEqual(await refusal('/sessions', {json: {code, claimSecret: 'guess'}}), [409, 'conflict']);
    const {claimSecret} = first;
    const again = sessionSchema.parse(await json(await flow.call('/sessions', {json: {code, claimSecret}})));
    assert.notEqual(again.token, first.token);
    flow.advance(5 * 60_000);
    assert.deepEqual(await refusal('/sessions', {json: {code, claimSecret}}), [409, 'conflict']);
  });

  it('are worth nothing when unknown or outworn', async () => {
    assert.deepEqual(await refusal('/sessions', {json: {code: 'nobody-made-this'}}), [404, 'not_found']);
    const {inquiry} = await flow.createInquiry();
    const {link} = await write(flow.ctx, scope(), (w) =>
      generateOneTimeLink(w, {inquiryId: inquiry.id, expiresInSeconds: 60}),
    );
    flow.advance(61_000);
    const code = new URL(link).searchParams.get('code');
    assert.deepEqual(await refusal('/sessions', {json: {code}}), [410, 'gone']);
  });

  it('let a second device join, which the first one sees and can refuse', async () => {
    const {token} = await start(flow);
    const handoff = handoffSchema.parse(await json(await flow.call('/handoff', {method: 'POST', token, json: {}})));
    assert.match(handoff.link, /^https:\/\/verify\.example\.com\/verify\?code=[\w-]{22}$/);
    const phone = sessionSchema.parse(await json(await flow.call('/handoff/claim', {json: {code: handoff.code}})));
    assert.equal(phone.handoff, true);
    await submit(flow, phone.token, 'consent', {action: 'accept'});

    const seen = await positionAt(flow.call, token);
    assert.equal(seen.step, 'document');
    assert.equal(seen.joined?.length, 1);
    assert.equal((await positionAt(flow.call, phone.token)).joined, undefined);
    const id = seen.joined[0]?.id ?? '';
    assert.deepEqual(await refusal('/handoff/refuse', {token: phone.token, json: {id}}), [403, 'forbidden']);
    const alone = positionSchema.parse(await json(await flow.call('/handoff/refuse', {token, json: {id}})));
    assert.equal(alone.joined, undefined);
    assert.deepEqual(await refusal('/position', {token: phone.token}), [401, 'session_expired']);
  });
});

describe('the gate', () => {
  it('answers our own pages and no other site', async () => {
    const json_ = {templateId: flow.templateId};
    for (const headers of [
      {'sec-fetch-site': 'cross-site'},
      {'sec-fetch-site': 'same-site'},
      {origin: 'https://evil.example'},
    ]) {
      assert.deepEqual(await refusal('/inquiries', {json: json_, headers}), [403, 'forbidden']);
    }
    const ours = await flow.call('/inquiries', {json: json_, headers: {origin: 'https://verify.example.com'}});
    assert.equal(ours.status, 201);
    assert.equal(ours.headers.get('access-control-allow-origin'), null);
    assert.equal(ours.headers.get('cache-control'), 'no-store');
  });

  it('answers bad bodies and unknown routes in its own words', async () => {
    const {token} = await start(flow);
    const broken = await flow.call('/steps/consent', {token, method: 'POST', bytes: Buffer.from('{"action":')});
    assert.deepEqual(flowErrorSchema.parse(await broken.json()).error.code, 'invalid_json');
    assert.deepEqual(await refusal('/nowhere', {token}), [404, 'not_found']);
    assert.deepEqual(await refusal('/steps/nowhere', {token, json: {action: 'accept'}}), [400, 'bad_request']);
    assert.deepEqual(await refusal('/steps/consent', {token, json: {action: 'rechoose'}}), [400, 'bad_request']);
  });

  it('keeps the language with the inquiry, and takes leave and telemetry without a word', async () => {
    const {token} = await start(flow);
    const position = positionSchema.parse(await json(await flow.call('/language', {token, json: {language: 'ar'}})));
    assert.equal(position.language, 'ar');
    assert.equal((await flow.call('/leave', {token, json: {reason: 'close'}})).status, 204);
    const telemetry = {events: [{name: 'camera-denied', at: 1}]};
    assert.equal((await flow.call('/telemetry', {token, json: telemetry})).status, 204);
    assert.deepEqual(await refusal('/telemetry', {token, json: {events: [{name: 'Anna Muster', at: 1}]}}), [
      400,
      'invalid_attribute',
    ]);
  });
});

describe('a session that is about to end', () => {
  it('tells how long it has, begins anew when the person says so, and never outlives the inquiry', async () => {
    const expiry = {...documentGraph().expiry, afterCreateSeconds: 1000, afterStartSeconds: 1000, sessionSeconds: 600};
    const {token, position} = await start(flow, {templateId: await flow.addTemplate(documentGraph({expiry}))});
    const left = (given: {sessionSecondsLeft?: number | undefined}): number =>
      Math.ceil((given.sessionSecondsLeft ?? 0) / 10) * 10;
    assert.equal(left(position), 600);
    flow.advance(500_000);
    assert.equal(left(await positionAt(flow.call, token)), 100);
    const extend = async (): Promise<number> =>
      left(positionSchema.parse(await json(await flow.call('/session/extend', {method: 'POST', token, json: {}}))));
    assert.equal(await extend(), 500);
    flow.advance(490_000);
    assert.equal(await extend(), 10);
    flow.advance(20_000);
    assert.equal((await positionAt(flow.call, token)).screen.kind, 'expired');
  });

  it('extends nothing that has ended', async () => {
    const expiry = {...documentGraph().expiry, sessionSeconds: 60};
    const {token} = await start(flow, {templateId: await flow.addTemplate(documentGraph({expiry}))});
    flow.advance(61_000);
    assert.deepEqual(await refusal('/session/extend', {method: 'POST', token, json: {}}), [401, 'session_expired']);
  });
});
