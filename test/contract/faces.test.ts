/** What every gallery of faces promises, whatever searches: the scan in memory, or a database that has pgvector. */
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import {sql} from 'kysely';
import pg from 'pg';
import {consolidateAccounts} from '../../src/commands/consolidate-accounts.ts';
import {createAccount} from '../../src/commands/create-account.ts';
import {indexedGallery, indexFaces} from '../../src/commands/face-index.ts';
import {keepFace} from '../../src/commands/face-template.ts';
import {redactInquiry} from '../../src/commands/redact-inquiry.ts';
import {openGallery} from '../../src/commands/search-faces.ts';
import {turnOf} from '../../src/commands/turn-face.ts';
import {scanFaceVectors, searchFaceVectors} from '../../src/storage/face-vector.ts';
import {prepareFaceVectors} from '../../src/storage/prepare-face-vectors.ts';
import {comparisonOf, cosine, unit, type Embedding} from '../../src/verification/face/embedding.ts';
import {openCommandWorld, type CommandWorld} from '../commands/command-world.ts';
import {startPostgres, type TestPostgres} from './postgres.ts';

const model = 'fr_feature';
const some = (seed: number): Embedding =>
  unit(Float32Array.from({length: 512}, (_, i) => Math.sin((i + 1) * (seed + 1) + ((i * i) % 7))));
/** As alike as this says, from 0 to 1. */
const like = (face: Embedding, alike: number, seed: number): Embedding => {
  const stranger = some(seed);
  return unit(face.map((value, i) => alike * value + Math.sqrt(1 - alike * alike) * (stranger[i] as number)));
};

for (const kind of ['embedded', 'server'] as const) {
  for (const vectors of [false, true]) {
    describe(`${kind}, ${vectors ? 'pgvector' : 'the scan'}`, () => {
      let world: CommandWorld;
      let postgres: TestPostgres | undefined;
      let lacking = false;
      before(async () => {
        if (kind === 'server') postgres = await startPostgres();
        const databaseUrl = await postgres?.createDatabase();
        lacking = vectors && databaseUrl !== undefined && !(await offersVectors(databaseUrl));
        world = await openCommandWorld({...(databaseUrl && {databaseUrl}), vectors: vectors && !lacking});
      });
      after(async () => {
        await world?.close();
        await postgres?.stop();
      });
      const promise = (name: string, keep: () => Promise<void>): void =>
        void test(name, async (t) => (lacking ? t.skip('this PostgreSQL has no pgvector 0.8') : keep()));

      galleryContract(() => world, promise);
      if (vectors) indexContract(() => world, promise);
    });
  }
}

type Promises = (name: string, keep: () => Promise<void>) => void;

function galleryContract(world: () => CommandWorld, promise: Promises): void {
  promise('finds the same face in other accounts, the most alike first, with the score of the originals', async () => {
    const ann = some(1);
    const [near, same] = [await keep(world(), like(ann, 0.7, 11)), await keep(world(), ann)];
    await keep(world(), some(2));
    const {compared, hits} = await search(world(), ann);
    assert.ok(compared >= 3);
    assert.deepEqual(
      hits.map(({id, accountId}) => [id, accountId]),
      [same, near].map(({inquiryId, accountId}) => [inquiryId, accountId]),
    );
    assert.deepEqual(
      hits.map(({score}) => score),
      [cosine(ann, ann), cosine(ann, like(ann, 0.7, 11))],
    );
  });

  promise('tells nobody below the threshold, and everybody at it', async () => {
    const ben = some(3);
    const half = like(ben, 0.6, 13);
    await keep(world(), half);
    const score = cosine(ben, half);
    assert.equal((await search(world(), ben, {threshold: score + 1e-5})).hits.length, 0);
    assert.equal((await search(world(), ben, {threshold: score})).hits.length, 1);
  });

  promise('leaves out the account and the inquiry that ask, and faces without an account', async () => {
    const cleo = some(4);
    const own = await keep(world(), cleo);
    await keep(world(), cleo, {account: false});
    assert.deepEqual((await search(world(), cleo, {exceptAccountId: own.accountId})).hits, []);
    assert.deepEqual((await search(world(), cleo, {exceptInquiryId: own.inquiryId})).hits, []);
    assert.equal((await search(world(), cleo)).hits.length, 1);
  });

  promise('follows a face to another account', async () => {
    const dora = some(5);
    const {accountId} = await keep(world(), dora);
    const target = await world().run((w) => createAccount(w, {}));
    const into = {accountId: target.account.id, sourceIds: [accountId]};
    await world().run((w) => consolidateAccounts(w, into));
    assert.deepEqual(
      (await search(world(), dora)).hits.map((hit) => hit.accountId),
      [target.account.id],
    );
  });

  promise('looks at the later of two faces of one inquiry', async () => {
    const [first, second] = [some(6), some(7)];
    const kept = await keep(world(), first);
    await world().run((w) => keepFace(w, {id: kept.inquiryId, account_id: kept.accountId}, {model, embedding: second}));
    assert.deepEqual((await search(world(), first)).hits, []);
    assert.equal((await search(world(), second)).hits.length, 1);
  });

  promise('forgets a face with its inquiry', async () => {
    const emil = some(8);
    const {inquiryId} = await keep(world(), emil);
    assert.equal((await search(world(), emil)).hits.length, 1);
    await world().run((w) => redactInquiry(w, {inquiryId}));
    assert.deepEqual((await search(world(), emil)).hits, []);
  });

  promise('never looks into another environment, nor at faces of another net', async () => {
    const fay = some(9);
    await keep(world(), fay);
    assert.deepEqual((await search(world(), fay, {envId: world().otherEnvId})).hits, []);
    assert.deepEqual((await search(world(), fay, {model: 'another'})).hits, []);
  });

  promise('compares faces of dlib by their distance', async () => {
    const gus = Float32Array.from(some(10).subarray(0, 128), (value) => 1.4 * value);
    const near = gus.map((value, i) => value + 0.03 * Math.cos(i));
    const {inquiryId} = await keep(world(), near, {model: 'dlib'});
    await keep(
      world(),
      Float32Array.from(some(12).subarray(0, 128), (value) => 3 * value),
      {model: 'dlib'},
    );
    const {compared, hits} = await search(world(), gus, {model: 'dlib'});
    assert.equal(compared, 2);
    assert.deepEqual(
      hits.map(({id, score}) => [id, score]),
      [[inquiryId, comparisonOf('dlib')(gus, near)]],
    );
  });
}

/** What the index promises beside that. */
function indexContract(world: () => CommandWorld, promise: Promises): void {
  promise('holds no face: what stands in the table is like none of them, and its angles are theirs', async () => {
    const faces = [some(21), like(some(21), 0.8, 22), some(23)];
    const kept = [];
    for (const face of faces) kept.push(await keep(world(), face));
    const turned = [];
    for (const {inquiryId} of kept) turned.push(await vectorOf(world(), inquiryId));
    for (const [i, one] of faces.entries()) {
      for (const vector of turned) assert.ok(Math.abs(cosine(one, vector)) < 0.25);
      for (const [j, other] of faces.entries()) {
        const between = cosine(turned[i] as Embedding, turned[j] as Embedding);
        assert.ok(Math.abs(between - cosine(one, other)) < 1e-5);
      }
    }
  });

  promise('turns the same face another way for another environment and another net', async () => {
    const {ctx, envId, otherEnvId} = world();
    const face = some(24);
    const here = turnOf(ctx, {envId, model})(face);
    for (const other of [
      {envId: otherEnvId, model},
      {envId, model: 'another'},
    ]) {
      assert.ok(Math.abs(cosine(here, turnOf(ctx, other)(face))) < 0.25);
    }
  });

  promise('has exactly one row for each face, and none once its inquiry is redacted', async () => {
    const {inquiryId} = await keep(world(), some(25));
    assert.equal(await rowsOf(world(), inquiryId), 1);
    await world().run((w) => redactInquiry(w, {inquiryId}));
    assert.equal(await rowsOf(world(), inquiryId), 0);
  });

  promise('loses its row also to a process that does not know of it', async () => {
    const {inquiryId} = await keep(world(), some(26));
    await world().database.db.deleteFrom('face_template').where('inquiry_id', '=', inquiryId).execute();
    assert.equal(await rowsOf(world(), inquiryId), 0);
  });

  promise('a face that is not kept after all leaves no row', async () => {
    const {inquiry} = await world().makeInquiry();
    const keeping = world().run(async (w) => {
      await keepFace(w, {id: inquiry.id, account_id: null}, {model, embedding: some(27)});
      throw new Error('and then it failed');
    });
    await assert.rejects(keeping, /and then/);
    assert.equal(await rowsOf(world(), inquiry.id), 0);
  });

  promise('faces from before the extension are scanned until they are all taken in', async () => {
    const {ctx, database} = world();
    const net = 'from-before';
    const people = [some(31), some(32), some(33)];
    const kept = [];
    for (const face of people) kept.push(await keep(world(), face, {model: net}));
    const long = await keep(world(), unit(Float32Array.from({length: 600}, (_, i) => Math.cos(i))), {model: 'long'});
    await sql`delete from face_vector`.execute(database.db);
    const of = (model: string) => ({envId: world().envId, model, exceptInquiryId: ''});
    assert.equal(await indexedGallery(ctx, of(net)), undefined);
    assert.equal((await search(world(), people[1] as Embedding, {model: net})).hits[0]?.id, kept[1]?.inquiryId);

    assert.ok((await indexFaces(ctx)) >= 3);
    assert.equal(await indexFaces(ctx), 0, 'a second time there is nothing to do');
    for (const {inquiryId} of kept) assert.equal(await rowsOf(world(), inquiryId), 1);
    assert.ok(await indexedGallery(ctx, of(net)));
    assert.equal((await search(world(), people[1] as Embedding, {model: net})).hits[0]?.id, kept[1]?.inquiryId);
    // more numbers than a turned face has: left to the scan
    assert.equal(await rowsOf(world(), long.inquiryId), 0);
    assert.equal(await indexedGallery(ctx, of('long')), undefined);
  });

  promise('asks the index as it asks every row', async () => {
    const face = some(41);
    for (let i = 0; i < 30; i++) await keep(world(), like(face, 0.5 + i / 80, 50 + i), {model: 'crowd'});
    const of = {envId: world().envId, model: 'crowd', exceptInquiryId: '', exceptAccountId: ''};
    const question = {...of, turned: turnOf(world().ctx, of)(face), mostDistance: 0.9};
    const {every, index} = await world().database.transaction(async (tx) => ({
      every: await scanFaceVectors(tx, question),
      index: await searchFaceVectors(tx, question, 100),
    }));
    assert.ok(every.length > 5 && every.length < 30, String(every.length));
    assert.deepEqual(index, every);
  });

  promise('making the table again changes nothing', async () => {
    const {inquiryId} = await keep(world(), some(28));
    assert.equal(await prepareFaceVectors(world().database.db), true);
    assert.equal(await rowsOf(world(), inquiryId), 1);
  });
}

async function keep(
  world: CommandWorld,
  embedding: Embedding,
  {model: net = model, account = true}: {model?: string; account?: boolean} = {},
): Promise<{inquiryId: string; accountId: string}> {
  const accountId = account ? (await world.run((w) => createAccount(w, {}))).account.id : undefined;
  const {inquiry} = await world.makeInquiry({...(accountId !== undefined && {accountId})});
  await world.run((w) => keepFace(w, {id: inquiry.id, account_id: accountId ?? null}, {model: net, embedding}));
  return {inquiryId: inquiry.id, accountId: accountId ?? ''};
}

async function search(
  {ctx, envId}: CommandWorld,
  face: Embedding,
  options: {
    threshold?: number;
    model?: string;
    envId?: string;
    exceptInquiryId?: string;
    exceptAccountId?: string;
  } = {},
) {
  const {threshold = 0.55, exceptAccountId = 'act_asking', ...of} = options;
  const gallery = await openGallery(ctx, {envId, model, exceptInquiryId: 'inq_asking', ...of});
  return gallery.search(face, {threshold, exceptAccountId});
}

async function vectorOf({database}: CommandWorld, inquiryId: string): Promise<Embedding> {
  const row = await database.db
    .selectFrom('face_vector')
    .select('turned')
    .where('inquiry_id', '=', inquiryId)
    .executeTakeFirstOrThrow();
  return Float32Array.from(JSON.parse(row.turned) as number[]);
}

async function rowsOf({database}: CommandWorld, inquiryId: string): Promise<number> {
  const rows = await database.db
    .selectFrom('face_vector')
    .select('inquiry_id')
    .where('inquiry_id', '=', inquiryId)
    .execute();
  return rows.length;
}

async function offersVectors(url: string): Promise<boolean> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  try {
    const {rows} = await client.query<{version: string}>(
      `select default_version as version from pg_available_extensions where name = 'vector'`,
    );
    const [major = 0, minor = 0] = (rows[0]?.version ?? '').split('.').map(Number);
    return major > 0 || minor >= 8;
  } finally {
    await client.end();
  }
}
