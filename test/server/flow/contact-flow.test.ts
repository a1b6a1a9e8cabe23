import assert from 'node:assert/strict';
import {after, before, beforeEach, test} from 'node:test';
import {phoneAndEmail} from '../../../src/domain/default-templates.ts';
import type {SubmitStep} from '../../../src/protocol/flow.ts';
import type {Position} from '../../../src/protocol/position.ts';
import {findCodeIn, openOutbox} from '../outbox.ts';
import {openFlowWorld, positionAt, start, submit} from './flow-world.ts';
import type {FlowWorld} from './flow-world.ts';
import {scriptedEngines} from './scripted-engines.ts';

let flow: FlowWorld;
let templateId: string;
before(async () => {
  flow = await openFlowWorld(scriptedEngines());
  flow.ctx.mailHosts = () => Promise.resolve('found');
  templateId = await flow.addTemplate({...phoneAndEmail, requester: 'Harbour Books'});
});
after(() => flow.close());

let token: string;
let inquiryId: string;
beforeEach(async () => {
  const session = await start(flow, {templateId, language: 'de'});
  token = session.token;
  inquiryId = session.position.inquiryId;
  await submit(flow, token, 'consent', {action: 'accept'});
});

const phone = (step: SubmitStep) => submit(flow, token, 'phone', step);
const email = (step: SubmitStep) => submit(flow, token, 'email', step);
const onPhone = (position: Position) => {
  assert.equal(position.screen.kind, 'phone-number');
  return position.screen as Extract<Position['screen'], {kind: 'phone-number'}>;
};
let numbers = 10;
/** Of nobody else in this file, so that no limit of one test is met by another. */
const freshNumber = () => `+49151123456${numbers++}`;
const codeFor = async (to: string) => findCodeIn(await openOutbox(flow.ctx, flow.envId), to);
const wrongTo = (code: string) => (code === '000000' ? '000001' : '000000');

test('a number and an address are confirmed by the codes that came there, and approved', async () => {
  const number = freshNumber();
  const asked = onPhone(await phone({action: 'send-code', to: number.replace('+49', '0'), country: 'DE'}));
  assert.deepEqual([asked.phase, asked.to, asked.problems], ['confirming', number, []]);
  assert.ok(asked.waitSeconds > 20 && asked.waitSeconds <= 30);
  const outbox = await openOutbox(flow.ctx, flow.envId);
  const text = outbox.find(({to}) => to === number)?.text ?? '';
  const code = findCodeIn(outbox, number);
  assert.match(text, new RegExp(`^${code} ist Ihr Code für Harbour Books\\.[^]*\\n@verify\\.example\\.com #${code}$`));

  await phone({action: 'confirm-code', code: ` ${code.slice(0, 3)} ${code.slice(3)}`});
  await flow.until(token, ({step}) => step === 'email');
  await email({action: 'send-code', to: 'Erika@Example.org'});
  await email({action: 'confirm-code', code: await codeFor('Erika@example.org')});
  const {status, fields} = await flow.until(token, ({step}) => step === 'success');
  assert.equal(status, 'approved');
  assert.equal(fields?.['phone-number']?.value, number);
  assert.equal(fields?.['email-address']?.value, 'Erika@example.org');

  const [first] = await verifications();
  assert.deepEqual([first?.kind, first?.status, first?.country_code], ['phone-number', 'passed', 'DE']);
  const checks = Object.fromEntries(
    (first?.checks ?? []).map(({name, status, reasons}) => [name, [status, ...reasons]]),
  );
  assert.deepEqual(checks['phone_number_confirmation_code_comparison'], ['passed']);
  assert.deepEqual(checks['phone_number_carrier_risk_detection'], ['not_applicable', 'provider_not_configured']);
});

test('what cannot be a number, costs money or is thrown away is said at once and costs nothing', async () => {
  for (const [to, problem] of [
    ['12', 'number_invalid'],
    ['+49 151', 'number_invalid'],
    ['+49 900 1234567', 'number_type'],
    ['+4930123456', 'number_type'],
  ] as const) {
    const {phase, problems, attempt} = onPhone(await phone({action: 'send-code', to}));
    assert.deepEqual([phase, problems, attempt], ['entering', [problem], 1], to);
  }
  assert.deepEqual(await verifications(), []);
});

test('five wrong codes end a code, another one works, and the right one of before does not', async () => {
  const number = freshNumber();
  await phone({action: 'send-code', to: number});
  const first = await codeFor(number);
  for (let tries = 1; tries <= 5; tries++) {
    const {problems} = onPhone(await phone({action: 'confirm-code', code: wrongTo(first)}));
    assert.deepEqual(problems, [tries < 5 ? 'code_wrong' : 'code_spent']);
  }
  assert.deepEqual(onPhone(await phone({action: 'confirm-code', code: first})).problems, ['code_spent']);
  flow.advance(31_000);
  const again = onPhone(await phone({action: 'resend-code'}));
  assert.deepEqual(again.problems, []);
  assert.ok(again.waitSeconds > 30);
  const second = await codeFor(number);
  if (first !== second)
    assert.deepEqual(onPhone(await phone({action: 'confirm-code', code: first})).problems, ['code_wrong']);
  await phone({action: 'confirm-code', code: second});
  await flow.until(token, ({step}) => step === 'email');
});

test('a code is over after ten minutes, and a second one cannot be asked for at once', async () => {
  const number = freshNumber();
  await phone({action: 'send-code', to: number});
  await phone({action: 'resend-code'});
  assert.equal((await openOutbox(flow.ctx, flow.envId)).filter(({to}) => to === number).length, 1);
  flow.advance(10 * 60_000);
  const late = onPhone(await phone({action: 'confirm-code', code: await codeFor(number)}));
  assert.deepEqual(late.problems, ['code_expired']);
});

test('another number takes the place of the first, which is told as canceled', async () => {
  const [wrong, right] = [freshNumber(), freshNumber()];
  await phone({action: 'send-code', to: wrong});
  const old = await codeFor(wrong);
  const back = onPhone(await phone({action: 'change-contact'}));
  assert.deepEqual([back.phase, back.to, back.attempt], ['entering', wrong, 1]);
  await phone({action: 'send-code', to: right});
  const code = await codeFor(right);
  if (old !== code)
    assert.deepEqual(onPhone(await phone({action: 'confirm-code', code: old})).problems, ['code_wrong']);
  await phone({action: 'confirm-code', code});
  await flow.until(token, ({step}) => step === 'email');
  assert.deepEqual(
    (await verifications()).map(({status}) => status),
    ['canceled', 'passed'],
  );
  const told = (await flow.eventNames()).filter((name) => name.startsWith('verification.'));
  assert.deepEqual(told.slice(-5), [
    'verification.created',
    'verification.canceled',
    'verification.created',
    'verification.submitted',
    'verification.passed',
  ]);
});

test('codes that nobody types use up an attempt, then another number may be tried, then it has failed', async () => {
  for (let attempt = 1; attempt <= 3; attempt++) {
    // an hour or more between the attempts, so that the limits of messages do not speak first
    flow.advance(24 * 3_600_000 - 60_000);
    await renew();
    const entered = onPhone(await phone({action: 'send-code', to: freshNumber()}));
    assert.equal(entered.attempt, attempt);
    for (const seconds of [31, 61, 121, 241]) {
      flow.advance(seconds * 1000);
      await phone({action: 'resend-code'});
    }
    flow.advance(300_000);
    const position = await phone({action: 'resend-code'});
    if (attempt < 3) {
      assert.deepEqual([onPhone(position).phase, onPhone(position).problems], ['entering', ['codes_used_up']]);
    } else {
      assert.deepEqual(position.screen, {kind: 'failed', problems: ['not_confirmed'], canRestart: true});
    }
  }
});

test('one number gets so many codes an hour, whoever asks and after any restart', async () => {
  const number = freshNumber();
  for (let round = 1; round <= 6; round++) {
    await phone({action: 'send-code', to: number});
    await phone({action: 'change-contact'});
  }
  const other = await start(flow, {templateId});
  await submit(flow, other.token, 'consent', {action: 'accept'});
  const refused = onPhone(await submit(flow, other.token, 'phone', {action: 'send-code', to: number}));
  assert.deepEqual([refused.phase, refused.problems], ['entering', ['sent_too_often']]);
  assert.ok(refused.waitSeconds > 3000);
  flow.advance(3_600_000);
  assert.equal(
    onPhone(await submit(flow, other.token, 'phone', {action: 'send-code', to: number})).phase,
    'confirming',
  );
});

test('one address of the internet gets so many codes an hour, whatever numbers they go to', async () => {
  const from = async () => {
    const session = await start(flow, {templateId});
    await flow.database.db
      .updateTable('inquiry_session')
      .set({ip_address: '203.0.113.7'})
      .where('inquiry_id', '=', session.position.inquiryId)
      .execute();
    await submit(flow, session.token, 'consent', {action: 'accept'});
    return session.token;
  };
  for (let inquiry = 1; inquiry <= 4; inquiry++) {
    const theirs = await from();
    for (let round = 1; round <= 8; round++) {
      const sent = inquiry * 8 + round - 8;
      const {phase, problems} = onPhone(await submit(flow, theirs, 'phone', {action: 'send-code', to: freshNumber()}));
      assert.deepEqual(
        [phase, problems],
        sent <= 30 ? ['confirming', []] : ['entering', ['sent_too_often']],
        `${sent}`,
      );
      await submit(flow, theirs, 'phone', {action: 'change-contact'});
    }
  }
});

test('in production without a sender nothing is sent, and the check says so', async () => {
  await flow.database.db.updateTable('environment').set({kind: 'production'}).execute();
  try {
    const number = freshNumber();
    await phone({action: 'send-code', to: number});
    await flow.until(token, ({step}) => step === 'email');
    await email({action: 'send-code', to: 'erika@example.org'});
    const {status} = await flow.until(token, ({step}) => step === 'success');
    assert.equal(status, 'needs_review');
    const [first] = await verifications();
    const check = first?.checks.find(({name}) => name === 'phone_number_confirmation_code_comparison');
    assert.deepEqual([check?.status, check?.reasons], ['not_applicable', ['provider_not_configured']]);
    assert.equal(
      (await openOutbox(flow.ctx, flow.envId)).some(({to}) => to === number),
      false,
    );
  } finally {
    await flow.database.db.updateTable('environment').set({kind: 'sandbox'}).execute();
  }
});

test('a code stands in no row in clear, and redaction takes number and message', async () => {
  const number = freshNumber();
  await phone({action: 'send-code', to: number});
  const code = await codeFor(number);
  const everything = await everyRow();
  assert.ok(!new RegExp(`(?<![0-9a-f])${code}(?![0-9a-f])`).test(everything), 'the code is sealed or hashed');
  assert.ok(everything.includes(number));
  const {redactInquiry} = await import('../../../src/commands/redact-inquiry.ts');
  const {write} = await import('../../../src/commands/write.ts');
  const scope = {envId: flow.envId, actor: {type: 'api-key' as const, id: 'api_test'}, requestId: 'req_test'};
  await write(flow.ctx, scope, (w) => redactInquiry(w, {inquiryId}));
  assert.ok(!(await everyRow()).includes(number));
});

test('a known number is shown by its end alone, and takes a code by one press', async () => {
  const number = freshNumber();
  await flow.database.db
    .updateTable('inquiry')
    .set({fields: JSON.stringify({'phone-number': {type: 'string', value: number}})})
    .where('id', '=', inquiryId)
    .execute();
  const screen = onPhone(await positionAt(flow.call, token));
  assert.equal(screen.known, `•••• ${number.slice(-2)}`);
  assert.equal(screen.to, undefined);
  assert.equal(onPhone(await phone({action: 'send-code'})).phase, 'confirming');
});

function verifications() {
  return flow.database.db
    .selectFrom('verification')
    .selectAll()
    .where('inquiry_id', '=', inquiryId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

async function everyRow(): Promise<string> {
  const tables = [
    'inquiry',
    'verification',
    'event',
    'outbox_mail',
    'confirmation_code',
    'message_count',
    'idempotency',
    'audit',
  ] as const;
  const rows = await Promise.all(tables.map((table) => flow.database.db.selectFrom(table).selectAll().execute()));
  // bytes as hex, so that a text in them would show only if it were text
  return rows
    .flat()
    .map((row) =>
      Object.entries(row)
        .filter(([name]) => !/_at$|^id$|_id$/.test(name))
        .map(([, value]) => (Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value)))
        .join(' '),
    )
    .join('\n');
}

/** The inquiry and its session live a day; tests that take longer keep them open. */
async function renew(): Promise<void> {
  const later = new Date(flow.ctx.now().getTime() + 7 * 24 * 3_600_000);
  await flow.database.db.updateTable('inquiry').set({expires_at: later}).where('id', '=', inquiryId).execute();
  await flow.database.db
    .updateTable('inquiry_session')
    .set({expires_at: later})
    .where('inquiry_id', '=', inquiryId)
    .execute();
}
