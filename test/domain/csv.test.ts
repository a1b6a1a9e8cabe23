import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {readCsv} from '../../src/domain/csv.ts';

const cellsOf = (text: string) => {
  const table = readCsv(text);
  assert.ok(table.ok, JSON.stringify(table));
  return table.records.map(({cells}) => cells);
};

test('cells, quotes, both line ends, a byte order mark and no last line end', () => {
  assert.deepEqual(cellsOf('\uFEFFa,b\r\n1,"x, ""y"""\n2,"two\nlines"'), [
    ['a', 'b'],
    ['1', 'x, "y"'],
    ['2', 'two\nlines'],
  ]);
  assert.deepEqual(cellsOf('a,\n\n,b\n'), [
    ['a', ''],
    ['', 'b'],
  ]);
  assert.deepEqual(cellsOf(''), []);
});

test('what is no CSV says where', () => {
  assert.deepEqual(readCsv('a\n"b'), {ok: false, row: 2, reason: 'unclosed_quote'});
  assert.deepEqual(readCsv('a\n"b"c'), {ok: false, row: 2, reason: 'stray_quote'});
  assert.deepEqual(readCsv('a\nb"c'), {ok: false, row: 2, reason: 'stray_quote'});
});

test('a table that was written is read back the same', () => {
  const cell = fc.string({unit: fc.constantFrom('a', 'ü', '"', ',', '\n', ' ', ';')});
  const written = (row: string[]) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',');
  const table = fc.array(fc.array(cell, {minLength: 2, maxLength: 4}), {minLength: 1, maxLength: 5});
  fc.assert(
    fc.property(table, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, end, last) => {
      assert.deepEqual(cellsOf(rows.map(written).join(end) + (last ? end : '')), rows);
    }),
  );
});

test('whatever the text, it ends, and says what it is', () => {
  fc.assert(fc.property(fc.string({unit: fc.constantFrom('a', '"', ',', '\n', '\r')}), (text) => void readCsv(text)));
});
