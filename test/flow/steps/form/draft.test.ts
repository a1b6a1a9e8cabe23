import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import {forgetDraft, keepDraft, recallDraft} from '../../../../src/flow/steps/form/draft.ts';

afterEach(() => Reflect.deleteProperty(globalThis, 'sessionStorage'));

function useStorage(storage: Partial<Storage>): void {
  Object.defineProperty(globalThis, 'sessionStorage', {value: storage, configurable: true});
}

function memory(): Partial<Storage> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

test('what was typed is there after a reload, on its own screen only, until it is sent', () => {
  useStorage(memory());
  keepDraft(
    'inq_1 about',
    new Map<string, unknown>([
      ['name-first', 'Ada'],
      ['sources', ['work']],
    ]),
  );
  assert.deepEqual(
    [...recallDraft('inq_1 about')],
    [
      ['name-first', 'Ada'],
      ['sources', ['work']],
    ],
  );
  assert.equal(recallDraft('inq_2 about').size, 0);
  assert.equal(recallDraft('inq_1 contact').size, 0);
  forgetDraft('inq_1 about');
  assert.equal(recallDraft('inq_1 about').size, 0);
});

test('a browser without storage only forgets', () => {
  const throws = () => {
    throw new DOMException('denied', 'SecurityError');
  };
  for (const storage of [undefined, {getItem: throws, setItem: throws, removeItem: throws}]) {
    if (storage) useStorage(storage);
    keepDraft('inq_1 about', new Map([['name-first', 'Ada']]));
    forgetDraft('inq_1 about');
    assert.equal(recallDraft('inq_1 about').size, 0);
  }
});

test('what others wrote there is no draft', () => {
  for (const text of ['', 'no json', '7', 'null', '"x"']) {
    useStorage({getItem: () => text});
    assert.equal(recallDraft('inq_1 about').size, 0, text);
  }
});
