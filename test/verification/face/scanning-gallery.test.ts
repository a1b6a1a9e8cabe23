/** What is particular to the scan in memory; what every gallery promises is in `test/contract/faces.test.ts`. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cosine, dlibScore, unit} from '../../../src/verification/face/embedding.ts';
import {scanningGallery} from '../../../src/verification/face/scanning-gallery.node.ts';

const [ann, ben] = [unit([1, 0, 0.1, 0.3, 0.2]), unit([0, 1, 0, 0, 0])];
const face = (id: string, accountId: string) => ({id, accountId});

test('forgets what is no longer there, asks for what it lacks, and follows a face to another account', async () => {
  const gallery = scanningGallery('fr_feature');
  assert.deepEqual(gallery.keepOnly([face('inq_1', 'act_1')]), [face('inq_1', 'act_1')]);
  gallery.add(face('inq_1', 'act_1'), ann);
  gallery.add(face('inq_2', 'act_2'), ann);
  assert.deepEqual(gallery.keepOnly([face('inq_2', 'act_7')]), []);
  const {compared, hits} = await gallery.search(ann, {threshold: 0.9, exceptAccountId: 'act_2'});
  assert.deepEqual([compared, hits.map(({id, accountId}) => [id, accountId])], [1, [['inq_2', 'act_7']]]);
});

test('gives the place of a face that left to another one, and the score of neither to the other', async () => {
  const gallery = scanningGallery('fr_feature');
  gallery.add(face('inq_1', 'act_1'), ann);
  const looking = gallery.search(ann, {threshold: 0.9, exceptAccountId: ''});
  gallery.keepOnly([]);
  gallery.add(face('inq_2', 'act_2'), ben);
  assert.deepEqual((await looking).hits, []);
  assert.deepEqual(await gallery.search(ann, {threshold: 0.9, exceptAccountId: ''}), {compared: 1, hits: []});
});

test('looks at every one of thousands, for several who ask at once', async () => {
  const gallery = scanningGallery('fr_feature');
  for (let i = 0; i < 9000; i++) gallery.add(face(`inq_${i}`, `act_${i}`), i === 4321 ? ann : ben);
  const ask = (query: Float32Array) => gallery.search(query, {threshold: 0.9, exceptAccountId: 'act_7'});
  const [first, second] = await Promise.all([ask(ann), ask(ben)]);
  assert.deepEqual([first.compared, first.hits.map(({id}) => id)], [8999, ['inq_4321']]);
  assert.deepEqual([second.compared, second.hits.length], [8999, 8998]);
});

test('scores as the comparison of the net does, for dlib by distance', async () => {
  for (const [model, compare] of [['fr_feature', cosine] as const, ['dlib', dlibScore] as const]) {
    const gallery = scanningGallery(model);
    const other = unit([1, 0.2, 0.1, 0.3, 0.2]);
    gallery.add(face('inq_1', 'act_1'), other);
    const {hits} = await gallery.search(ann, {threshold: 0.5, exceptAccountId: ''});
    assert.deepEqual(
      hits.map(({score}) => score),
      [compare(ann, other)],
    );
  }
});

test('an empty gallery answers at once, and a face of another length is refused', async () => {
  const gallery = scanningGallery('fr_feature');
  assert.deepEqual(await gallery.search(ann, {threshold: 0.5, exceptAccountId: ''}), {compared: 0, hits: []});
  gallery.add(face('inq_1', 'act_1'), ann);
  assert.throws(() => gallery.add(face('inq_2', 'act_2'), unit([1, 2])), RangeError);
});
