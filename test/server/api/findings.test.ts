import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {newId} from '../../../src/protocol/ids.ts';
import {apiRoutes} from '../../../src/server/api/routes.ts';
import {insertDocument} from '../../../src/storage/document.ts';
import {insertEvidence} from '../../../src/storage/evidence.ts';
import {insertVerification} from '../../../src/storage/verification.ts';
import {openApiWorld} from './api-world.ts';
import type {ApiWorld} from './api-world.ts';

const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

let world: ApiWorld;
let found: Findings;
before(async () => {
  world = await openApiWorld();
  found = await makeFindings(world);
});
after(() => world.close());

interface Findings {
  inquiryId: string;
  verificationId: string;
  documentId: string;
  displayFileId: string;
}

/** An inquiry with one page given and read, as the flow would have left it. */
async function makeFindings({request, database, files, envId, templateId, now}: ApiWorld): Promise<Findings> {
  const made = await request('POST', '/inquiries', {body: {data: {attributes: {'inquiry-template-id': templateId}}}});
  const inquiryId = made.body.data?.id ?? '';
  const at = now();
  const ids = {
    inquiryId,
    verificationId: newId('verification', at.getTime()),
    documentId: newId('document', at.getTime()),
  };
  const evidenceId = newId('evidence', at.getTime());
  const store = async (filename: string) => {
    const file = {envId, subjectId: inquiryId, contentType: 'image/jpeg', filename, now: at};
    const id = await database.transaction((tx) => files.reserve(tx, file));
    const sealed = await files.write(
      {envId, id},
      (async function* () {
        yield jpeg;
      })(),
      {maxBytes: 1000},
    );
    await database.transaction((tx) => files.commit(tx, {envId, id}, sealed, at));
    return id;
  };
  const originalFileId = await store('given.jpg');
  const displayFileId = await store('front.jpg');
  const corners = [0, 1, 2, 3].map((i) => ({x: i % 2, y: i >> 1}));
  const card = {fileId: await store('card.jpg'), width: 1, height: 1, corners, foundBy: 'outline' as const};
  const result = {
    'id-class': 'pp',
    'capture-method': 'upload',
    'name-first': {value: 'ANNA MARIA', sources: ['mrz'], confidence: 1},
    'expiration-date': {value: '2035-12-01', sources: ['mrz'], confidence: 1},
  };
  const common = {env_id: envId, inquiry_id: inquiryId, kind: 'government-id' as const, created_at: at, updated_at: at};
  await database.transaction(async (tx) => {
    const page = {side: 'front' as const, evidenceId, capture: 'upload', displayFileId, card};
    await insertEvidence(tx, {
      env_id: envId,
      id: evidenceId,
      inquiry_id: inquiryId,
      file_id: originalFileId,
      step: 'document',
      side: 'front',
      capture: 'upload',
      state: 'ready',
      created_at: at,
    });
    await insertDocument(tx, {
      ...common,
      id: ids.documentId,
      verification_id: ids.verificationId,
      status: 'processed',
      pages: JSON.stringify([page]),
      fields: JSON.stringify(result),
      processed_at: at,
    });
    await insertVerification(tx, {
      ...common,
      id: ids.verificationId,
      step: 'document',
      attempt: 1,
      status: 'passed',
      document_id: ids.documentId,
      country_code: 'UT',
      result: JSON.stringify(result),
      version: 1,
      submitted_at: at,
      completed_at: at,
      checks: JSON.stringify([
        {
          name: 'id_mrz_detection',
          status: 'passed',
          requirement: 'required',
          reasons: [],
          metadata: {value: 1, regions: [{evidenceId, x: 1}]},
        },
      ]),
    });
  });
  return {...ids, displayFileId};
}

test('a verification shows what was read, its checks in kebab-case, and its pictures', async () => {
  for (const path of ['/verifications', '/verification/government-ids']) {
    const {status, body} = await world.request('GET', `${path}/${found.verificationId}`);
    assert.equal(status, 200);
    assert.equal(body.data?.type, 'verification/government-id');
    assert.equal(body.data.attributes['name-first'], 'ANNA MARIA');
    assert.equal(body.data.attributes['id-class'], 'pp');
    assert.equal(body.data.attributes['country-code'], 'UT');
    assert.match(JSON.stringify(body.data.attributes['checks']), /"evidence-id"/);
    assert.deepEqual(body.data.relationships['document'], {
      data: {type: 'document/government-id', id: found.documentId},
    });
  }
});

test('a document shows its picture, and the inquiry knows both', async () => {
  const {body} = await world.request('GET', `/document/government-ids/${found.documentId}?include=inquiry`);
  assert.equal((body.data?.attributes['front-photo'] as {'byte-size': number})['byte-size'], jpeg.length);
  assert.equal(body.included?.[0]?.id, found.inquiryId);
  const inquiry = await world.request('GET', `/inquiries/${found.inquiryId}?include=verifications,documents`);
  assert.deepEqual(
    inquiry.body.included?.map(({type}) => type),
    ['verification/government-id', 'document/government-id'],
  );
});

test("another environment's key sees neither", async () => {
  for (const path of [`/verifications/${found.verificationId}`, `/documents/${found.documentId}`]) {
    assert.equal((await world.request('GET', path, {key: world.otherKey})).status, 404);
  }
});

/** The addresses of the display picture and of the one that was given. */
async function addresses(): Promise<{display: string; card: string; original: string}> {
  const {body} = await world.request('GET', `/verifications/${found.verificationId}`);
  const [photo] = body.data?.attributes['photo-urls'] as {
    url: string;
    'normalized-url': string;
    'original-urls': string[];
  }[];
  const bare = (url: string) => url.replace('http://localhost:3000/api/v1', '');
  return {
    display: bare(photo?.url ?? ''),
    card: bare(photo?.['normalized-url'] ?? ''),
    original: bare(photo?.['original-urls'][0] ?? ''),
  };
}

test('a signed address shows the re-encoded picture and only downloads what was given', async () => {
  const app = apiRoutes(world.ctx);
  const {display, card, original} = await addresses();
  const shown = await app.request(display);
  assert.equal(shown.status, 200);
  assert.deepEqual(Buffer.from(await shown.arrayBuffer()), jpeg);
  assert.equal(shown.headers.get('content-type'), 'image/jpeg');
  assert.match(shown.headers.get('content-disposition') ?? '', /^inline/);
  assert.equal(shown.headers.get('cache-control'), 'no-store');
  assert.equal(shown.headers.get('content-security-policy'), "sandbox; default-src 'none'");
  assert.equal(shown.headers.get('x-content-type-options'), 'nosniff');

  assert.notEqual(card.replace(/\?.*/, ''), display.replace(/\?.*/, ''));
  assert.match((await app.request(card)).headers.get('content-disposition') ?? '', /^inline/);

  const given = await app.request(original);
  assert.equal(given.status, 200);
  assert.match(given.headers.get('content-disposition') ?? '', /^attachment/);
  assert.equal(given.headers.get('content-type'), 'application/octet-stream');
});

test('a forged, a foreign and an expired token open nothing', async () => {
  const app = apiRoutes(world.ctx);
  const {display, original} = await addresses();
  const token = (address: string) => new URL(address, 'http://x').searchParams.get('access_token') ?? '';
  const path = display.replace(/\?.*/, '');
  const flipped = token(display).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  const later = token(display).replace(/^\d+/, (seconds) => String(Number(seconds) + 1000));
  for (const wrong of ['', 'x', flipped, later, token(original)]) {
    assert.equal((await app.request(`${path}?access_token=${encodeURIComponent(wrong)}`)).status, 401, wrong);
  }
  world.advance(world.ctx.settings.COUNTERSIGN_FILE_URL_SECONDS * 1000);
  assert.equal((await app.request(display)).status, 401);
});

test('after redaction a valid address is gone, and events keep name and time alone', async () => {
  const {envId, database, keyring, now} = world;
  const app = apiRoutes(world.ctx);
  const {display} = await addresses();
  assert.equal((await app.request(display)).status, 200);
  await database.transaction(async (tx) => {
    await tx.updateTable('inquiry').set({redacted_at: now()}).where('id', '=', found.inquiryId).execute();
    await keyring.shred(tx, envId, found.inquiryId, now());
  });
  assert.equal((await app.request(display)).status, 410);
  const {body} = await world.request('GET', `/events?filter[object-id]=${found.inquiryId}`);
  assert.equal(body.data?.[0]?.attributes['name'], 'inquiry.created');
  assert.deepEqual(body.data?.[0]?.attributes['payload'], {
    data: {type: 'inquiry', id: found.inquiryId, attributes: {}},
  });
});

test('while it is investigated, neither the verification nor its inquiry is redacted; then it forgets what was found', async () => {
  const {inquiryId, verificationId, documentId, displayFileId} = await makeFindings(world);
  const address = `/verifications/${verificationId}`;
  for (let i = 0; i < 2; i += 1)
    assert.equal((await world.request('POST', `${address}/investigation-lock`)).status, 200);
  assert.equal((await world.request('DELETE', address)).status, 409);
  assert.equal((await world.request('DELETE', `/inquiries/${inquiryId}`)).status, 409);
  assert.equal((await world.request('POST', `${address}/investigation-unlock`)).status, 200);

  const {status, body} = await world.request('DELETE', address);
  assert.equal(status, 200);
  assert.ok(body.data?.attributes['redacted-at']);
  assert.equal(body.data.attributes['name-first'], null);
  assert.deepEqual(body.data.attributes['checks'], []);
  const document = await world.request('GET', `/documents/${documentId}`);
  assert.equal(document.body.data?.attributes['name-first'], null);
  assert.equal(document.body.data.attributes['front-photo'], null);
  const file = await world.database.db
    .selectFrom('file')
    .select('state')
    .where('id', '=', displayFileId)
    .executeTakeFirstOrThrow();
  assert.equal(file.state, 'shredded');
  assert.equal((await world.request('DELETE', address)).status, 410);
  const inquiry = await world.request('GET', `/inquiries/${inquiryId}`);
  assert.equal(inquiry.body.data?.attributes['redacted-at'], null);
});
