import assert from 'node:assert/strict';
import {test} from 'node:test';
import {shownFields} from '../../src/domain/file-field.ts';

const fields = {
  proof: {type: 'file', value: {'file-id': 'file_1', 'mime-type': 'application/pdf', 'byte-size': 123}},
  photo: {type: 'file', value: {'file-id': 'file_2', 'mime-type': 'image/webp', 'byte-size': 5}},
  other: {type: 'file', value: null},
  note: {type: 'json', value: {'file-id': 'mine'}},
};

test('a file is shown with name, kind, size and a fresh address, and never by the id it is kept under', () => {
  const shown = shownFields(fields, (id, name) => `https://files.example.com/${id}/${name}`);
  assert.deepEqual(shown, {
    ...fields,
    proof: {
      type: 'file',
      value: {
        filename: 'proof.pdf',
        url: 'https://files.example.com/file_1/proof.pdf',
        'mime-type': 'application/pdf',
        'byte-size': 123,
      },
    },
    photo: {
      type: 'file',
      value: {
        filename: 'photo.webp',
        url: 'https://files.example.com/file_2/photo.webp',
        'mime-type': 'image/webp',
        'byte-size': 5,
      },
    },
  });
});

test('in events, which are kept, a file has no address', () => {
  assert.equal((shownFields(fields)['proof']?.value as {url: string}).url, '');
});
