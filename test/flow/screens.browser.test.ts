import {expect} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {currentDirection} from '../../src/flow/words.ts';
import {deep, focused, openFlow, waitUntil} from './flow-page.ts';
import {positions, type PositionName} from './positions.ts';

const names = Object.keys(positions) as PositionName[];
/** Those that open the camera are tried in capture.browser.test.ts: a live video never settles for axe. */
const still = names.filter((name) => !name.startsWith('capture'));
const phone = {width: 360, height: 640};
const desktop = {width: 1440, height: 900};

/** Every screen in every language; light on the phone and dark on the desktop, so that all four are seen. */
for (const language of ['en', 'de', 'ar']) {
  for (const [scheme, size] of [
    ['light', phone],
    ['dark', desktop],
  ] as const) {
    describe(`screens in ${language}, ${scheme}, ${size.width} px`, () => {
      before(async () => {
        await setViewport(size);
        await emulateMedia({colorScheme: scheme, reducedMotion: 'reduce'});
      });
      for (const name of still) {
        it(name, async () => {
          const {flow, heading} = await openFlow(positions[name], {language});
          expect(document.documentElement.lang).to.equal(language);
          expect(document.documentElement.dir).to.equal(currentDirection());
          await waitUntil(() => focused()?.textContent?.trim() === heading(), 'the focus is on the heading', {
            timeout: 10_000,
          });
          expect(document.documentElement.scrollWidth, 'nothing to scroll sideways').to.be.at.most(size.width);
          for (const target of deep(flow, 'button, summary, select, [role=option]')) {
            const {width, height} = target.getBoundingClientRect();
            if (width) expect(Math.min(width, height), target.textContent ?? '').to.be.at.least(44);
          }
          await expect(flow).to.be.accessible();
        });
      }
    });
  }
}

describe('screens before there is a session', () => {
  const cases = {
    start: {'template-id': 'itmpl_1'},
    offer: {'template-id': 'itmpl_1', requester: 'Acme Bikes', 'retention-days': '30', collects: 'document'},
    code: {code: 'one-time', requester: 'Acme Bikes'},
  };
  for (const [name, attributes] of Object.entries(cases)) {
    for (const language of ['en', 'de', 'ar']) {
      it(`${name} in ${language}: accessible, and nothing is made on the server`, async () => {
        const {flow, server} = await openFlow(undefined, {...attributes, language});
        await expect(flow).to.be.accessible();
        expect(server.asked).to.deep.equal([]);
      });
    }
  }
});

describe('any size', () => {
  it('at 400 % zoom (320 x 256) everything stays reachable', async () => {
    await setViewport({width: 320, height: 256});
    for (const name of still) {
      const {flow} = await openFlow(positions[name]);
      expect(document.documentElement.scrollWidth, name).to.be.at.most(320);
      for (const button of deep(flow, 'button')) {
        button.scrollIntoView({block: 'center'});
        const {left, right} = button.getBoundingClientRect();
        expect(left, name).to.be.at.least(0);
        expect(right, name).to.be.at.most(320);
      }
      flow.remove();
    }
    await setViewport(phone);
  });

  it('nothing moves where people asked for less motion', async () => {
    await emulateMedia({reducedMotion: 'reduce'});
    const {flow} = await openFlow(positions.processingHalf);
    expect(flow.getAnimations({subtree: true})).to.deep.equal([]);
    expect(deep(flow, '*').flatMap((one) => one.getAnimations())).to.deep.equal([]);
  });

  it('every element has words in forced colours', async () => {
    await emulateMedia({forcedColors: 'active'});
    for (const name of still) {
      const {flow} = await openFlow(positions[name]);
      // what is told apart by a border or a filling is so in the system's colours, too
      for (const button of deep(flow, '.button')) {
        if (button.offsetParent === null) continue;
        const {borderTopWidth, backgroundColor, color} = getComputedStyle(button);
        expect(parseFloat(borderTopWidth) > 0 || backgroundColor !== color, `${name}: ${button.textContent}`).to.equal(
          true,
        );
      }
      await expect(flow).to.be.accessible();
      flow.remove();
    }
    await emulateMedia({forcedColors: 'none'});
  });
});
