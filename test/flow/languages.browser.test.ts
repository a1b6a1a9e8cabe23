/**
 * Every screen in every language, on the narrowest phone. A screen is opened once and its words are changed in the menu, as a person
 * would, so that forty languages take little longer than three.
 */
import {expect} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {directionOf, type Language} from '../../src/protocol/languages.ts';
import {deep, openFlow, waitUntil, type FlowPage} from './flow-page.ts';
import {positions, type PositionName} from './positions.ts';

const names = Object.keys(positions) as PositionName[];
/** A live video never settles for axe; the words around it are those of the screens without a camera. */
const still = names.filter((name) => !name.startsWith('capture'));
const width = 320;

async function speak({flow}: FlowPage, language: Language): Promise<void> {
  const menu = deep(flow, 'select')[0] as HTMLSelectElement;
  menu.value = language;
  menu.dispatchEvent(new Event('change'));
  await waitUntil(() => document.documentElement.lang === language, `${language} is spoken`);
  await flow.updateComplete;
  const inner = deep(flow, '*').filter((one) => 'updateComplete' in one);
  await Promise.all(inner.map((one) => (one as unknown as {updateComplete: Promise<unknown>}).updateComplete));
}

/** What is wider than its place: it would be cut off, or the page would scroll sideways. */
function overflowing(flow: Element): string[] {
  return deep(flow, 'h1, h2, p, li, button, summary, label, dt, dd')
    .filter((one) => one.offsetParent !== null && !one.closest('.visually-hidden'))
    .filter((one) => {
      const {left, right} = one.getBoundingClientRect();
      return (
        (one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline') ||
        left < -1 ||
        right > width + 1
      );
    })
    .map((one) => `${one.localName} ${one.textContent?.trim() ?? ''}`);
}

/** The three that were seen on every screen; the others are held by locales.test.ts to length and script, not yet by pixels. */
const sample = ['en', 'ar', 'de'] as const;

describe(`every screen in ${sample.length} languages at ${width} px`, () => {
  before(async () => {
    await setViewport({width, height: 640});
    await emulateMedia({colorScheme: 'light', reducedMotion: 'reduce'});
  });

  for (const name of still) {
    it(name, async () => {
      const page = await openFlow(positions[name]);
      for (const language of sample) {
        await speak(page, language);
        expect(document.documentElement.dir, language).to.equal(directionOf(language));
        expect(document.documentElement.scrollWidth, `${language}: nothing to scroll sideways`).to.be.at.most(width);
        expect(overflowing(page.flow), `${language}: everything fits`).to.deep.equal([]);
        // contrast does not depend on words and is measured by screens.browser.test.ts
        await expect(page.flow).to.be.accessible({ignoredRules: ['color-contrast']});
      }
    }).timeout(300_000);
  }
});
