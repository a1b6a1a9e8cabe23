import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {unit} from '../../../src/verification/face/embedding.ts';
import {scanningGallery, type FaceGallery} from '../../../src/verification/face/gallery.ts';

/** What every gallery promises, whatever it searches with. */
function galleryContract(name: string, open: () => FaceGallery): void {
  const [ann, ann2, ben] = [unit([1, 0, 0.1]), unit([1, 0, 0.2]), unit([0, 1, 0])];
  const face = (id: string, accountId: string) => ({id, accountId});

  describe(name, () => {
    test('finds the same face in other accounts, the most alike first', async () => {
      const gallery = open();
      gallery.add(face('inq_1', 'act_1'), ann);
      gallery.add(face('inq_2', 'act_2'), ann2);
      gallery.add(face('inq_3', 'act_3'), ben);
      const {compared, hits} = await gallery.search(ann, {threshold: 0.5, exceptAccountId: 'act_9'});
      assert.equal(compared, 3);
      assert.deepEqual(
        hits.map(({id, accountId}) => [id, accountId]),
        [
          ['inq_1', 'act_1'],
          ['inq_2', 'act_2'],
        ],
      );
      assert.ok((hits[0]?.score ?? 0) > (hits[1]?.score ?? 1) || hits[0]?.score === 1);
    });

    test('leaves out the account that asks', async () => {
      const gallery = open();
      gallery.add(face('inq_1', 'act_1'), ann);
      const {compared, hits} = await gallery.search(ann2, {threshold: 0.5, exceptAccountId: 'act_1'});
      assert.deepEqual([compared, hits], [0, []]);
    });

    test('forgets what is no longer there, asks for what it lacks, and follows a face to another account', async () => {
      const gallery = open();
      assert.deepEqual(gallery.keepOnly([face('inq_1', 'act_1')]), [face('inq_1', 'act_1')]);
      gallery.add(face('inq_1', 'act_1'), ann);
      gallery.add(face('inq_2', 'act_2'), ann);
      assert.deepEqual(gallery.keepOnly([face('inq_2', 'act_7')]), []);
      const {hits} = await gallery.search(ann, {threshold: 0.9, exceptAccountId: 'act_2'});
      assert.deepEqual(
        hits.map(({id, accountId}) => [id, accountId]),
        [['inq_2', 'act_7']],
      );
    });

    test('looks at every one of thousands', async () => {
      const gallery = open();
      for (let i = 0; i < 5000; i++) gallery.add(face(`inq_${i}`, `act_${i}`), i === 4321 ? ann : ben);
      const {compared, hits} = await gallery.search(ann, {threshold: 0.9, exceptAccountId: ''});
      assert.deepEqual([compared, hits.map(({id}) => id)], [5000, ['inq_4321']]);
    });
  });
}

galleryContract('the scan in memory', () => scanningGallery('fr_feature'));
