import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {changeTags} from '../../src/domain/tags.ts';

test('tags are a set in the order they came', () => {
  assert.deepEqual(changeTags(['a'], {type: 'add', name: 'b'}), {tags: ['a', 'b'], added: ['b'], removed: []});
  assert.deepEqual(changeTags(['a', 'b'], {type: 'add', name: 'a'}), {tags: ['a', 'b'], added: [], removed: []});
  assert.deepEqual(changeTags(['a', 'b'], {type: 'remove', name: 'a'}), {tags: ['b'], added: [], removed: ['a']});
  assert.deepEqual(changeTags(['a', 'b'], {type: 'set', names: ['c', 'b', 'c']}), {
    tags: ['c', 'b'],
    added: ['c'],
    removed: ['a'],
  });
});

test('what was added and removed explains the difference, whatever the tags', () => {
  const names = fc.array(fc.string({maxLength: 3}), {maxLength: 6});
  fc.assert(
    fc.property(names, names, (before, wanted) => {
      const {tags, added, removed} = changeTags(before, {type: 'set', names: wanted});
      const rebuilt = new Set([...before.filter((name) => !removed.includes(name)), ...added]);
      assert.deepEqual(new Set(tags), rebuilt);
      assert.equal(new Set(tags).size, tags.length);
    }),
  );
});
