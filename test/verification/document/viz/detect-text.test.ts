import {test} from 'node:test';
import assert from 'node:assert/strict';
import {detectText} from '../../../../src/verification/document/viz/detect-text.node.ts';

/** Says that what is white is text, and remembers how much it was shown at once. */
function netOfWhite() {
  const shown: (readonly number[])[] = [];
  return {
    shown,
    run(data: Float32Array, dims: number[]) {
      shown.push(dims);
      const count = data.length / 3;
      return Promise.resolve({data: data.slice(0, count).map((value) => (value > 0 ? 1 : 0)), dims});
    },
    close: () => Promise.resolve(),
  };
}

/** Black, with a white bar 200 pixels long and 20 high at each height. */
function viewOf(width: number, height: number, bars: number[]) {
  const data = new Uint8Array(width * height);
  for (const top of bars) for (let y = top; y < top + 20; y++) data.fill(255, y * width + 300, y * width + 500);
  return {width, height, data};
}

test('looks at a small view at once', async () => {
  const net = netOfWhite();
  assert.equal((await detectText(viewOf(736, 608, [100]), net)).length, 1);
  assert.deepEqual(net.shown, [[1, 3, 608, 736]]);
});

test('looks at a large view in two halves, and finds a line where they meet once', async () => {
  for (const [width, height] of [
    [960, 800],
    [800, 960],
    [960, 608],
  ] as const) {
    const net = netOfWhite();
    const middle = height / 2;
    const boxes = await detectText(viewOf(width, height, [40, middle - 10, middle + 25, height - 60]), net);
    assert.deepEqual(
      boxes.map(({cy}) => Math.round(cy)).sort((a, b) => a - b),
      [50, middle, middle + 35, height - 50],
    );
    assert.equal(net.shown.length, 2);
    for (const dims of net.shown) assert.ok((dims[2] ?? 0) % 32 === 0 && (dims[2] ?? 0) <= height / 2 + 48);
  }
});
