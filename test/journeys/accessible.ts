/** axe over a page and every frame in it: WCAG 2.2 A and AA, and the best practices that need no judgement. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import type {Page} from 'playwright';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeResult {
  violations: {id: string; help: string; nodes: {html: string; failureSummary?: string}[]}[];
}

/**
 * Colours are measured when nothing fades any more; what breathes for ever is left to breathe. A document does not name the
 * animations in its shadow trees, so each tree is asked.
 */
const stillness = `(() => {
  const treesOf = (root) => [root, ...[...root.querySelectorAll('*')].flatMap(({shadowRoot}) => shadowRoot ? treesOf(shadowRoot) : [])];
  return Promise.allSettled(treesOf(document)
    .flatMap((tree) => tree.getAnimations())
    .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
    .map((animation) => animation.finished)).then(() => undefined);
})()`;

export async function expectAccessible(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(stillness);
    // evaluated through the debugger, so the page's policy needs no exception for the test
    const result = (await frame.evaluate(
      `${axeSource}; axe.run(document, {runOnly: ${JSON.stringify(tags)}})`,
    )) as AxeResult;
    const found = result.violations.map(
      ({id, help, nodes}) => `${id}: ${help}\n  ${nodes.map(({html}) => html).join('\n  ')}`,
    );
    assert.deepEqual(found, [], `on ${new URL(frame.url()).pathname}`);
  }
}
