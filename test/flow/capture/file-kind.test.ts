import assert from 'node:assert/strict';
import fs from 'node:fs';
import {test} from 'node:test';
import fc from 'fast-check';
import {fileKind} from '../../../src/flow/capture/file-kind.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const data = new URL('../../data/', import.meta.url);

test('knows files by their first bytes, whatever they are called', () => {
  assert.equal(fileKind(bytes('\xff\xd8\xff\xe0')), 'jpeg');
  assert.equal(fileKind(bytes('\x89PNG\r\n\x1a\n')), 'png');
  assert.equal(fileKind(bytes('RIFF....WEBPVP8 ')), 'webp');
  assert.equal(fileKind(bytes('II*\0')), 'tiff');
  assert.equal(fileKind(bytes('MM\0*')), 'tiff');
  assert.equal(fileKind(bytes('%PDF-1.7')), 'pdf');
  assert.equal(fileKind(bytes('\xef\xbb\xbf%PDF-1.4')), 'pdf');
});

test('knows a real HEIC and a real JPEG', () => {
  const head = (name: string) => new Uint8Array(fs.readFileSync(new URL(name, data))).subarray(0, 64);
  assert.equal(fileKind(head('images/two-colours.heic')), 'heic');
  assert.equal(fileKind(head('barcodes/01_TX_v10_medium.jpg')), 'jpeg');
});

test('refuses what we do not take', () => {
  for (const text of ['', 'GIF89a', '<svg xmlns', 'PK\x03\x04', 'RIFF....AVI ', '\0\0\0 ftypisom']) {
    assert.equal(fileKind(bytes(text)), undefined, JSON.stringify(text));
  }
});

test('never throws', () => {
  fc.assert(fc.property(fc.uint8Array({maxLength: 64}), (head) => void fileKind(head)));
});
