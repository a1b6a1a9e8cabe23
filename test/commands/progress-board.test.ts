import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {openProgressBoard} from '../../src/commands/progress-board.ts';

describe('the progress board', () => {
  it('keeps the words of an inquiry until its position changes', () => {
    const board = openProgressBoard();
    board.publish('inq_1', {type: 'progress', word: 'received'});
    board.publish('inq_1', {type: 'progress', word: 'reading_text'});
    board.publish('inq_1', {type: 'progress', word: 'received'});
    assert.deepEqual(board.words('inq_1'), ['received', 'reading_text']);
    assert.deepEqual(board.words('inq_2'), []);
    board.publish('inq_1', {type: 'position'});
    assert.deepEqual(board.words('inq_1'), []);
  });

  it('tells each listener of its own inquiry, until it stops listening', () => {
    const board = openProgressBoard();
    const heard: string[] = [];
    const stop = board.subscribe('inq_1', (change) => heard.push(change.type));
    board.subscribe('inq_2', () => heard.push('other'));
    board.publish('inq_1', {type: 'position'});
    stop();
    stop();
    board.publish('inq_1', {type: 'position'});
    assert.deepEqual(heard, ['position']);
  });

  it('lets a listener that throws harm nobody else', () => {
    const board = openProgressBoard();
    let heard = 0;
    board.subscribe('inq_1', () => {
      throw new Error('closed');
    });
    board.subscribe('inq_1', () => (heard += 1));
    board.publish('inq_1', {type: 'position'});
    assert.equal(heard, 1);
  });
});
