import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import sharp from 'sharp';
import {makeSpecimens} from '../../../src/cli/specimens.ts';
import type {Check} from '../../../src/protocol/check.ts';
import type {DocumentSide, GovernmentIdConfig, GovernmentIdResult} from '../../../src/protocol/government-id.ts';
import type {GovernmentIdInput} from '../../../src/verification/engine.ts';
import {readGovernmentId} from '../../../src/verification/document/government-id.node.ts';
import {governmentIdChecks} from '../../../src/verification/document/checks/registry.ts';

const today = '2026-11-22';
let folder = '';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-specimens-'));
  await makeSpecimens({out: folder, today});
});
after(() => rm(folder, {recursive: true}));

interface Submission {
  front?: string;
  back?: string;
  config?: GovernmentIdConfig;
  chosen?: GovernmentIdInput['chosen'];
  sandbox?: boolean;
}

async function submit(submission: Submission): Promise<GovernmentIdResult & {words: string[]}> {
  const sides = (['front', 'back'] as const).filter((side) => submission[side] !== undefined);
  const evidence = await Promise.all(
    sides.map(async (side: DocumentSide) => {
      return {id: `evi_${side}`, side, bytes: await readFile(join(folder, submission[side] ?? ''))};
    }),
  );
  const words: string[] = [];
  const {chosen = {}, config = {}, sandbox = true} = submission;
  const result = await readGovernmentId({evidence, chosen, config, today, sandbox}, (word) => words.push(word));
  return {...result, words};
}

function check(result: GovernmentIdResult, name: string): Check {
  const found = result.checks.find((one) => one.name === name);
  assert.ok(found, `expected ${name}`);
  return found;
}

function failures(result: GovernmentIdResult): string[] {
  const failed = result.checks.filter((one) => one.status === 'failed' && one.requirement === 'required');
  return failed.flatMap((one) => one.reasons.map((reason) => `${one.name}: ${reason}`));
}

function values(result: GovernmentIdResult): Record<string, string> {
  return Object.fromEntries(Object.entries(result.fields).map(([name, field]) => [name, field.value]));
}

test('a photographed passport passes with its fields exact', async () => {
  const result = await submit({front: 'passport-photo.jpg', config: {minimumAge: 18}});
  assert.deepEqual(failures(result), []);
  assert.equal(result.documentType, 'pp');
  assert.equal(result.mrzLayout, 'TD3');
  assert.equal(result.missingSide, undefined);
  assert.deepEqual(values(result), {
    'name-first': 'LINNEA MARIA',
    'name-last': 'SOLBERG',
    birthdate: '1992-10-06',
    sex: 'F',
    'identification-number': 'U4729013K',
    'document-number': 'U4729013K',
    'expiration-date': '2035-12-03',
  });
  assert.equal(check(result, 'id_age_comparison').status, 'passed');
  assert.deepEqual(result.words, ['reading_text', 'found_document', 'checking_dates']);
});

test('says where it looked and shows an upright picture without metadata', async () => {
  const result = await submit({front: 'passport-photo.jpg'});
  const [region] = check(result, 'id_mrz_detection').metadata.regions ?? [];
  assert.ok(region);
  assert.equal(region.evidenceId, 'evi_front');
  // The zone lies in the lower half of the photograph and is much wider than high.
  assert.ok(region.y > 600 && region.width > 5 * region.height);
  const [image] = result.displayImages;
  assert.ok(image);
  assert.deepEqual([image.width, image.height, image.side], [1600, 1200, 'front']);
  assert.deepEqual([...image.jpeg.subarray(0, 3)], [0xff, 0xd8, 0xff]);
});

test('shows the card flattened, upright and in its own proportions, with where it was cut from', async () => {
  const [page] = (await submit({front: 'passport-photo.jpg'})).displayImages;
  assert.equal(page?.card?.foundBy, 'outline');
  assert.ok(Math.abs(page.card.width / page.card.height - 125 / 88) < 0.01);
  assert.equal(page.card.width, Math.round(125 * (page.card.pixelsPerMm ?? 0)));
  assert.ok(page.card.corners.every(({x, y}) => x > 0 && x < 1 && y > 0 && y < 1));

  const upsideDown = await sharp(join(folder, 'id-back-photo.jpg')).rotate(180).jpeg().toBuffer();
  await writeFile(join(folder, 'id-back-turned.jpg'), upsideDown);
  const [, back] = (await submit({front: 'id-front-photo.jpg', back: 'id-back-turned.jpg'})).displayImages;
  assert.ok(back?.card && Math.abs(back.card.width / back.card.height - 85.6 / 53.98) < 0.01);
  const [topLeft, topRight] = back.card.corners;
  assert.ok(topLeft && topRight && topLeft.x > topRight.x, 'begins where the zone begins');
  assert.equal((await submit({front: 'cat.jpg'})).displayImages[0]?.card, undefined);
});

test('a name has no check digit, and is certain because the print says the same', async () => {
  const result = await submit({front: 'passport-photo.jpg'});
  const {'name-last': last, 'name-first': first, sex} = result.fields;
  assert.deepEqual([last?.sources, last?.confidence], [['mrz', 'viz'], 0.99]);
  assert.deepEqual([first?.sources, first?.confidence], [['mrz', 'viz'], 0.99]);
  // Nothing else speaks for it, and it has no check digit either.
  assert.ok((sex?.confidence ?? 1) < 0.9);
  const {status, metadata} = check(result, 'id_extraction_inconsistency_detection');
  assert.equal(status, 'passed');
  assert.deepEqual(metadata['confirmed'], [
    'name-last',
    'name-first',
    'document-number',
    'birthdate',
    'expiration-date',
  ]);
  // The zone, and where each of the five is printed: above it.
  const [zone, ...print] = metadata.regions ?? [];
  assert.equal(print.length, 5);
  assert.ok(zone && print.every((region) => region.y + region.height < zone.y));
});

test('an identity card passes with its zone on the back', async () => {
  const result = await submit({front: 'id-front-photo.jpg', back: 'id-back-photo.jpg'});
  assert.deepEqual(failures(result), []);
  assert.equal(result.documentType, 'id');
  assert.equal(result.mrzLayout, 'TD1');
  assert.equal(values(result)['name-last'], 'OKOYE');
  assert.equal(result.displayImages.length, 2);
});

test('sides in the wrong order are read all the same', async () => {
  const result = await submit({front: 'id-back-photo.jpg', back: 'id-front-photo.jpg'});
  assert.deepEqual(failures(result), []);
  assert.equal(values(result)['document-number'], 'C73918264');
});

test('the back of a licence passes with the fields of its bar code', async () => {
  const result = await submit({back: 'licence-back-photo.jpg'});
  assert.deepEqual(failures(result), []);
  assert.deepEqual([result.documentType, result.countryCode, result.subdivisionCode], ['dl', 'US', 'VA']);
  const read = values(result);
  assert.deepEqual(
    [read['name-first'], read['name-middle'], read['name-last'], read['birthdate'], read['document-number']],
    ['JORDAN', 'LEE', 'SAMPLE', '1999-10-20', 'T64235789'],
  );
  assert.equal(read['address-postal-code'], '23220');
  assert.equal(read['real-id'], 'true');
  assert.deepEqual(result.words, ['reading_text', 'reading_barcode', 'found_document', 'checking_dates']);
});

test('a licence that was named as one is read by its bar code first', async () => {
  const chosen = {type: 'dl', country: 'US'} as const;
  const result = await submit({front: 'licence-front-photo.jpg', back: 'licence-back-photo.jpg', chosen});
  assert.deepEqual(failures(result), []);
  assert.deepEqual(result.words, ['reading_barcode', 'found_document', 'checking_dates']);
});

test('the front of a licence alone asks for the back', async () => {
  const result = await submit({front: 'licence-front-photo.jpg', chosen: {type: 'dl', country: 'US'}});
  assert.equal(result.missingSide, 'back');
  assert.deepEqual(check(result, 'id_barcode_detection').reasons, ['back_missing']);
});

test('the front in place of the back is not accepted', async () => {
  const result = await submit({back: 'licence-front-photo.jpg', chosen: {type: 'dl', country: 'US'}});
  assert.equal(result.missingSide, undefined);
  assert.deepEqual(check(result, 'id_barcode_detection').reasons, ['barcode_not_detected']);
  assert.equal(check(result, 'id_mrz_detection').status, 'not_applicable');
});

test('an expired passport fails for that alone', async () => {
  const result = await submit({front: 'passport-expired-photo.jpg'});
  assert.deepEqual(failures(result), ['id_expired_detection: expired']);
  assert.equal(check(result, 'id_expired_detection').metadata.value, -14);
});

test('somebody too young fails where the template says how old one must be', async () => {
  const submission = {front: 'passport-underage-photo.jpg'};
  assert.deepEqual(failures(await submit(submission)), []);
  const result = await submit({...submission, config: {minimumAge: 18}});
  assert.deepEqual(failures(result), ['id_age_comparison: below_minimum_age']);
});

test('a country or type that the template does not take fails', async () => {
  const config: GovernmentIdConfig = {countries: ['DE', 'FR'], types: ['id']};
  assert.deepEqual(failures(await submit({front: 'passport-nld-photo.jpg', config})), [
    'id_disallowed_country_detection: country_not_accepted',
    'id_disallowed_type_detection: type_not_accepted',
  ]);
  const accepted = await submit({front: 'passport-nld-photo.jpg', config: {countries: ['NL'], types: ['pp']}});
  assert.deepEqual(failures(accepted), []);
  assert.equal(accepted.countryCode, 'NL');
});

test('Utopia counts in a sandbox only', async () => {
  const result = await submit({front: 'passport-photo.jpg', sandbox: false});
  assert.deepEqual(failures(result), ['id_disallowed_country_detection: specimen_issuer']);
});

test('a cat is not a document', async () => {
  const result = await submit({front: 'cat.jpg'});
  assert.equal(result.documentType, undefined);
  assert.deepEqual(result.fields, {});
  assert.ok(!result.words.includes('found_document'));
  assert.deepEqual(check(result, 'id_type_detection').reasons, ['type_not_detected']);
  assert.deepEqual(check(result, 'id_mrz_detection').reasons, ['mrz_not_found']);
  assert.deepEqual(check(result, 'id_barcode_detection').reasons, ['barcode_not_detected']);
});

test('a card that nobody named asks for its back; a passport page or a cat does not', async () => {
  for (const front of ['id-front-photo.jpg', 'licence-front-photo.jpg', 'licence-front.jpg']) {
    const result = await submit({front});
    assert.equal(result.missingSide, 'back', front);
    assert.deepEqual(check(result, 'id_barcode_detection').reasons, ['back_missing']);
  }
  assert.equal((await submit({front: 'cat.jpg'})).missingSide, undefined);
});

test('the front of a card says what it is before the other side comes', async () => {
  const licence = await submit({front: 'licence-front-photo.jpg'});
  assert.equal(licence.documentType, 'dl');
  assert.equal(check(licence, 'id_type_detection').metadata['source'], 'print');
  assert.equal((await submit({front: 'id-front-photo.jpg'})).documentType, 'id');
});

test('one side given twice is noticed: the same file, another photograph, another picture of the same text', async () => {
  const again = sharp(join(folder, 'id-front-photo.jpg'))
    .rotate(174, {background: '#6a6a6a'})
    .modulate({brightness: 0.9});
  await again.jpeg().toFile(join(folder, 'id-front-again.jpg'));
  const pairs = [
    ['id-front-photo.jpg', 'id-front-photo.jpg'],
    ['id-front-photo.jpg', 'id-front-again.jpg'],
    ['id-back.jpg', 'id-back-photo.jpg'],
    ['licence-back.jpg', 'licence-back-photo.jpg'],
  ];
  for (const [front = '', back = ''] of pairs) {
    const result = await submit({front, back, chosen: {type: 'id'}});
    assert.deepEqual(check(result, 'id_double_side_detection').reasons, ['side_submitted_twice'], `${front} ${back}`);
  }
});

test('a damaged file costs its own check, and the other side is still read', async () => {
  const bytes = await readFile(join(folder, 'passport-photo.jpg'));
  const evidence = [
    {id: 'evi_cut', side: 'front' as const, bytes: bytes.subarray(0, 20_000)},
    {id: 'evi_back', side: 'back' as const, bytes: await readFile(join(folder, 'id-back-photo.jpg'))},
  ];
  const result = await readGovernmentId({evidence, chosen: {}, config: {}, today, sandbox: true}, () => undefined);
  assert.deepEqual(failures(result), ['id_unprocessable_submission_detection: file_truncated']);
  assert.equal(values(result)['name-last'], 'OKOYE');
  const none = [{id: 'evi_text', side: 'front' as const, bytes: new TextEncoder().encode('hello')}];
  const nothing = await readGovernmentId(
    {evidence: none, chosen: {}, config: {}, today, sandbox: true},
    () => undefined,
  );
  assert.deepEqual(check(nothing, 'id_unprocessable_submission_detection').reasons, ['file_unsupported']);
  assert.deepEqual(nothing.displayImages, []);
});

test('requirements and thresholds of the template are followed', async () => {
  const config: GovernmentIdConfig = {
    requirements: {id_blur_detection: 'required', id_expired_detection: 'not_required'},
    thresholds: {id_blur_detection: 1e6},
  };
  const result = await submit({front: 'passport-expired-photo.jpg', config});
  assert.deepEqual(failures(result), ['id_blur_detection: blurry']);
  assert.equal(check(result, 'id_blur_detection').metadata.threshold, 1e6);
});

test('every check is there with a status, and none gives a reason that the registry does not name', async () => {
  const submissions: Submission[] = [
    {front: 'passport-photo.jpg'},
    {front: 'cat.jpg', chosen: {type: 'dl', country: 'DE'}},
    {front: 'licence-front-photo.jpg', back: 'licence-back-photo.jpg'},
  ];
  for (const submission of submissions) {
    const {checks} = await submit(submission);
    assert.deepEqual(
      checks.map((one) => one.name),
      governmentIdChecks.map((one) => one.name),
    );
    for (const one of checks) {
      const known = governmentIdChecks.find((rule) => rule.name === one.name)?.reasons ?? [];
      assert.deepEqual(
        one.reasons.filter((reason) => !known.includes(reason)),
        [],
      );
      assert.equal(one.reasons.length === 0, one.status === 'passed', one.name);
    }
  }
});
