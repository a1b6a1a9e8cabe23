import {expect} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import {currentDirection} from '../../src/flow/words.ts';
import {deep, focused, openFlow, waitUntil} from './flow-page.ts';
import {otherScreens} from './other-screens.ts';
import {positions, type PositionName} from './positions.ts';

const names = Object.keys(positions) as PositionName[];
/** Those that open the camera are tried in capture.browser.test.ts: a live video never settles for axe. */
const still = names.filter((name) => !name.startsWith('capture'));
const phone = {width: 360, height: 640};
const desktop = {width: 1440, height: 900};

const beforeSession = new Set(['start', 'startForm', 'offer', 'code']);

/** Every screen in three languages (the others: languages.browser.test.ts); light on the phone and dark on the desktop, so that all four are seen. */
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

describe('screens that are no position of the server’s', () => {
  for (const [name, open] of Object.entries(otherScreens)) {
    for (const language of ['en', 'de', 'ar']) {
      it(`${name} in ${language}`, async () => {
        await setViewport(phone);
        const {flow, server} = await open(language);
        expect(document.documentElement.scrollWidth, 'nothing to scroll sideways').to.be.at.most(phone.width);
        for (const target of deep(flow, 'button, input, summary, select')) {
          const {width, height} = target.getBoundingClientRect();
          if (width) expect(Math.min(width, height), target.textContent ?? '').to.be.at.least(44);
        }
        await expect(flow).to.be.accessible();
        if (beforeSession.has(name)) expect(server.asked, 'nothing is made on the server').to.deep.equal([]);
      });
    }
  }
});

describe('the first screen speaks of what the flow asks for', () => {
  const said = async (collects: string): Promise<string> => {
    const {flow} = await openFlow(undefined, {
      'template-id': 'itmpl_1',
      requester: 'Acme Bikes',
      language: 'en',
      collects,
    });
    return deep(flow, 'p, li')
      .map((one) => one.textContent?.trim())
      .join(' ');
  };
  it('a document and a face', async () => {
    const words = await said('document face');
    expect(words).to.contain('asks you to take a photo of your identity document');
    expect(words).to.contain('Your photos are sent encrypted');
  });
  it('answers and a code, and no document', async () => {
    const words = await said('phone answers');
    expect(words).to.contain('Acme Bikes asks you to confirm a few details');
    expect(words).to.contain('Your phone number, and the code that you get there.');
    expect(words).not.to.match(/document|passport|photo|light/);
  });
  it('a document and answers', async () => {
    const words = await said('document answers');
    expect(words).to.contain('Have your passport');
    expect(words).to.contain('What you enter or add on the following pages.');
    expect(words).to.contain('What you give is sent encrypted');
  });
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

  it('what has the focus is not hidden by the buttons that stick to the bottom', async () => {
    await setViewport(phone);
    const pages = [
      () => otherScreens['handoff']?.('de'),
      () => openFlow(positions.formMore),
      () => openFlow(positions.proof),
    ];
    for (const open of pages) {
      const page = await open();
      if (!page) throw new Error('there is no such screen');
      for (const target of deep(page.flow, 'input, button, select, summary, a[href]')) {
        if (target.offsetParent === null || target.closest('.actions')) continue;
        window.scrollTo(0, 0);
        target.focus();
        const {top, height} = target.getBoundingClientRect();
        const bar = deep(page.flow, '.actions')[0]?.getBoundingClientRect().top ?? innerHeight;
        expect(top + Math.min(height, 24), target.outerHTML).to.be.at.most(Math.max(bar, innerHeight - 160) + 1);
      }
      page.flow.remove();
    }
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
