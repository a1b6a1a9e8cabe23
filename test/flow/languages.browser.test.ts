/**
 * Every screen in every language, on the narrowest phone. A screen is opened once and its words are changed in the menu, as a person
 * would, so that forty languages take little longer than three.
 */
import {expect} from '@open-wc/testing';
import type Axe from 'axe-core';
import 'axe-core/axe.min.js';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {directionOf, languages, type Language} from '../../src/protocol/languages.ts';
import {deep, openFlow, waitUntil, type FlowPage} from './flow-page.ts';
import {askIdly, otherScreens} from './other-screens.ts';
import {positions} from './positions.ts';

/** The script above leaves itself on the window. */
declare const axe: typeof Axe;

const screens: Record<string, () => Promise<FlowPage>> = {
  ...Object.fromEntries(Object.entries(positions).map(([name, position]) => [name, () => openFlow(position)])),
  ...Object.fromEntries(Object.entries(otherScreens).map(([name, open]) => [name, () => open('en')])),
};
/** A live video never settles for axe. */
const live = /^capture/;
const width = 320;

async function speak({flow}: FlowPage, language: Language): Promise<void> {
  const menu = deep(flow, 'select')[0] as HTMLSelectElement;
  menu.value = language;
  menu.dispatchEvent(new Event('change'));
  await waitUntil(() => document.documentElement.lang === language, `${language} is spoken`, {
    interval: 5,
    timeout: 60_000,
  });
  await flow.updateComplete;
  const inner = deep(flow, '*').filter((one) => 'updateComplete' in one);
  await Promise.all(inner.map((one) => (one as unknown as {updateComplete: Promise<unknown>}).updateComplete));
}

/** The question whether somebody is there keeps the language that it was asked in. */
async function askAgain(page: FlowPage): Promise<void> {
  deep(page.flow, '.idle dialog[open] .primary')[0]?.click();
  await askIdly(page);
}

/** What is wider than its place: it would be cut off, or the page would scroll sideways. */
function overflowing(flow: Element): string[] {
  const {scrollWidth} = document.documentElement;
  const cut = deep(flow, 'h1, h2, p, li, button, summary, label, legend, dt, dd, .requester, .step')
    .filter((one) => one.offsetParent !== null && !one.closest('.visually-hidden'))
    .filter((one) => {
      const {left, right} = one.getBoundingClientRect();
      const isCut = one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline';
      return isCut || left < -1 || right > width + 1;
    })
    .map((one) => `too wide: ${one.localName} ${one.textContent?.trim() ?? ''}`);
  return scrollWidth > width ? [`scrolls sideways: ${scrollWidth} px`, ...cut] : cut;
}

/** One of each script: what axe finds beyond names and sizes does not depend on the words. Latin and Arabic are in screens.browser.test.ts. */
const scripts: readonly Language[] = ['bn', 'el', 'he', 'hi', 'hy', 'ja', 'ko', 'ru', 'ta', 'th', 'zh-CN', 'zh-TW'];
/** What a missing word breaks. */
const aboutWords = [
  'aria-command-name',
  'aria-dialog-name',
  'aria-input-field-name',
  'aria-progressbar-name',
  'aria-toggle-field-name',
  'button-name',
  'document-title',
  'empty-heading',
  'html-has-lang',
  'html-lang-valid',
  'image-alt',
  'label',
  'link-name',
  'select-name',
  'summary-name',
  'valid-lang',
];

async function violations(language: Language, flow: Element): Promise<string[]> {
  // contrast and sizes are measured by screens.browser.test.ts; axe takes a button scrolled half under another for a small one
  const options = scripts.includes(language)
    ? {rules: {'color-contrast': {enabled: false}, 'target-size': {enabled: false}}}
    : {runOnly: {type: 'rule' as const, values: aboutWords}};
  const found = await axe.run(flow, {...options, resultTypes: ['violations']});
  return found.violations.map(
    ({id, nodes}) => `${id}: ${nodes.map(({html, failureSummary}) => `${html} ${failureSummary ?? ''}`).join(' ')}`,
  );
}

describe(`every screen in every language at ${width} px`, () => {
  before(async () => {
    await setViewport({width, height: 640});
    await emulateMedia({colorScheme: 'light', reducedMotion: 'reduce'});
  });

  for (const [name, open] of Object.entries(screens)) {
    it(name, async () => {
      const page = await open();
      const wrong: string[] = [];
      for (const language of languages) {
        await speak(page, language);
        if (name === 'idle') await askAgain(page);
        expect(document.documentElement.dir, language).to.equal(directionOf(language));
        const found = [...overflowing(page.flow), ...(live.test(name) ? [] : await violations(language, page.flow))];
        wrong.push(...found.map((one) => `${language}: ${one}`));
      }
      expect(wrong).to.deep.equal([]);
    }).timeout(240_000);
  }
});
