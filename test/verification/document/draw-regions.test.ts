/** The regions drawn in docs/verification/government-id.md are those that the engine gives; `npm run regions` draws them anew. */
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import sharp from 'sharp';
import {folder, pictures, readDrawn, type Drawn} from './draw-regions.ts';

const committed = JSON.parse(await readFile(new URL('regions.json', folder), 'utf8')) as Record<string, Drawn[]>;
/** In pixels of a photograph 1600 wide: nets on other processors round otherwise. */
const near = 6;

for (const picture of pictures) {
  test(`${picture.name} is marked where its checks look`, async () => {
    const {drawn} = await readDrawn(picture);
    const told = (of: Drawn[]) =>
      of.map(({check, status, regions}) => [check, status, ...regions.map(({label}) => label)]);
    const shown = committed[picture.name] ?? [];
    assert.deepEqual(told(shown), told(drawn));
    for (const [i, {check, regions}] of drawn.entries()) {
      assert.ok(regions.length > 0, check);
      for (const [j, region] of regions.entries()) {
        const was = shown[i]?.regions[j];
        for (const side of ['x', 'y', 'width', 'height'] as const)
          assert.ok(Math.abs(region[side] - (was?.[side] ?? 0)) <= near, `${check} ${region.label} ${side}`);
      }
    }
  });
}

test('the pictures are small, and the page shows and explains them', async () => {
  const page = await readFile(new URL('../government-id.md', folder), 'utf8');
  for (const {name, checks} of pictures) {
    const bytes = await readFile(new URL(`${name}.jpg`, folder));
    assert.ok(bytes.length < 120_000, `${name} takes ${bytes.length} bytes`);
    assert.equal((await sharp(bytes).metadata()).width, 1000);
    assert.ok(page.includes(`(regions/${name}.jpg)`), name);
    for (const check of checks) assert.ok(page.includes(`\`${check}\``), check);
  }
});
