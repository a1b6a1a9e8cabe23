import {expect} from '@open-wc/testing';
import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import type {Position} from '../../src/protocol/position.ts';
import {deep, focused, openFlow, waitUntil, type FlowPage} from './flow-page.ts';
import {positions} from './positions.ts';
import {refuse} from './scripted-fetch.ts';

const later = (position: Position, version = 2): Position => ({...position, version});
const template = {'template-id': 'itmpl_1', requester: 'Acme Bikes', 'retention-days': '30', collects: 'document'};

before(async () => {
  await setViewport({width: 360, height: 640});
  // axe would measure the contrast in the middle of a fade
  await emulateMedia({reducedMotion: 'reduce', colorScheme: 'light'});
});

describe('opening', () => {
  it('makes the inquiry when the person starts, not before, and agrees only to what was shown', async () => {
    const page = await openFlow(undefined, {...template, fields: '{"name-first":"Ada"}', 'reference-id': 'user-1'});
    expect(page.server.asked).to.deep.equal([]);
    page.server.position = positions.consent;
    page.server.next.push({path: /steps/, answer: () => Response.json(later(positions.choose))});
    page.button('Agree and continue').click();
    await page.arrives('Which document do you have?');
    const [started, accepted] = page.server.asked;
    expect(started?.body).to.deep.equal({
      language: 'en',
      templateId: 'itmpl_1',
      referenceId: 'user-1',
      fields: {'name-first': 'Ada'},
    });
    expect(accepted?.body).to.deep.equal({action: 'accept'});
  });

  it('asks again when the consent is another one than was shown', async () => {
    const page = await openFlow(undefined, {...template, 'retention-days': '10'});
    page.server.position = positions.consent;
    page.button('Agree and continue').click();
    await waitUntil(() => page.flow.shadowRoot?.textContent?.includes('Step 1'));
    expect(page.server.asked.filter(({path}) => path === '/inquiries')).to.have.length(1);
    expect(page.heading()).to.equal('Before we start');
    expect(page.server.asked.some(({path}) => path.startsWith('/steps/'))).to.equal(false);
  });

  it('claims a one-time code only when its button is pressed', async () => {
    const page = await openFlow(undefined, {code: 'one-time'});
    expect(page.server.asked).to.deep.equal([]);
    page.server.position = positions.choose;
    page.button('Continue here').click();
    await page.arrives('Which document do you have?');
    expect(page.server.asked[0]?.body).to.deep.equal({code: 'one-time', language: 'en'});
  });

  it('takes the session token out of the page and resumes with it', async () => {
    const page = await openFlow(positions.choose);
    expect(page.flow.hasAttribute('session-token')).to.equal(false);
    expect(page.server.asked[0]?.headers.get('Authorization')).to.equal('Bearer token');
  });

  it('says what to do when the inquiry has begun elsewhere', async () => {
    const page = await openFlow(undefined, {'inquiry-id': 'inq_1'}, (server) => {
      server.next.push({path: /sessions/, answer: () => refuse(409, 'unauthenticated')});
    });
    expect(page.heading()).to.equal('Open it from where you started');
    await expect(page.flow).to.be.accessible();
  });
});

describe('moving through', () => {
  it('shows what the server says next, with the focus on its heading', async () => {
    const page = await openFlow(positions.consent);
    page.server.position = later(positions.ready);
    page.button('Agree and continue').click();
    await page.arrives('Have your document ready');
    await waitUntil(() => focused()?.textContent?.trim() === 'Have your document ready');
  });

  it('takes a second press on a busy button for the same', async () => {
    const page = await openFlow(positions.consent);
    page.server.position = later(positions.ready);
    const button = page.button('Agree and continue');
    button.click();
    button.click();
    await page.arrives('Have your document ready');
    expect(page.server.asked.filter(({path}) => path.startsWith('/steps/')).length).to.equal(1);
  });

  it('goes through by keyboard alone', async () => {
    const page = await openFlow(positions.consent);
    page.server.position = later(positions.ready);
    await waitUntil(() => focused()?.tagName === 'H1');
    await sendKeys({press: 'Tab'});
    expect(focused()?.textContent?.trim()).to.equal('Agree and continue');
    await sendKeys({press: 'Enter'});
    await page.arrives('Have your document ready');
    await waitUntil(() => focused()?.tagName === 'H1');
    await sendKeys({press: 'Tab'});
    expect(focused()?.textContent).to.contain('Take a photo');
  });

  it('chooses the country by search and the type by a card', async () => {
    const page = await openFlow(positions.choose);
    page.button('Issued by').click();
    await page.arrives('Which country issued it?');
    await waitUntil(() => focused()?.tagName === 'INPUT');
    await sendKeys({type: 'aust'});
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Enter'});
    await page.arrives('Which document do you have?');
    expect(page.button('Issued by').textContent).to.contain('Austria');
    page.server.position = later(positions.retry);
    page.button('Passport').click();
    await page.arrives('Let’s try that again');
    const chosen = page.server.asked.find(({path}) => path === '/steps/document');
    expect(chosen?.body).to.deep.equal({action: 'choose', country: 'AT', type: 'pp'});
  });

  it('Escape in the country list goes back, not out', async () => {
    const page = await openFlow(positions.choose);
    page.button('Issued by').click();
    await page.arrives('Which country issued it?');
    await sendKeys({press: 'Escape'});
    await page.arrives('Which document do you have?');
    expect(deep(page.flow, 'dialog').some((one) => (one as HTMLDialogElement).open)).to.equal(false);
  });

  it('offers first what the picture may show, with its issuer', async () => {
    const page = await openFlow(positions.chooseGuessed);
    await page.arrives('Which document do you have?');
    expect(page.button('Issued by').textContent).to.contain('Greece');
    const [first] = deep(page.flow, 'li');
    expect(first?.textContent).to.contain('Driving licence').and.to.contain('Probably this one');
  });

  it('lets another photo be taken instead of an answer', async () => {
    const page = await openFlow(positions.choose);
    page.server.position = later(positions.ready);
    page.button('Take a new photo').click();
    await page.arrives('Have your document ready');
    expect(page.server.asked.find(({path}) => path === '/steps/document')?.body).to.deep.equal({action: 'rechoose'});
  });

  it('says what is accepted, and asks nothing, before the first picture', async () => {
    const page = await openFlow(positions.readyOneCountry);
    await page.arrives('Have your document ready');
    const text = deep(page.flow, 'cs-ready')
      .map((one) => one.shadowRoot?.textContent ?? '')
      .join();
    expect(text).to.contain('Passport').and.to.contain('Identity card').and.to.contain('Germany or Austria');
    expect(text).to.not.contain('Visa');
    await expect(page.flow).to.be.accessible();
  });

  it('lists what is accepted again after something else was shown', async () => {
    const page = await openFlow(positions.retryOther);
    await page.arrives('Let’s try that again');
    page.button('Take a new photo').click();
    await page.arrives('Have your document ready');
  });

  it('goes on to the back when the picture showed a card with two sides', async () => {
    const page = await openFlow(positions.turn);
    expect(page.heading()).to.equal('Now the other side');
    page.button('Continue').click();
    await waitUntil(() => deep(page.flow, 'cs-capture').length === 1, 'the camera');
  });

  it('says how many tries are left', async () => {
    const page = await openFlow(positions.retryLast);
    await page.arrives('Let’s try that again');
    expect(deep(page.flow, 'p').some((one) => one.textContent?.includes('You have one try left.'))).to.equal(true);
  });

  it('ticks the engine’s words and arrives by itself', async () => {
    const page = await openFlow(positions.processing);
    const event = (type: string, data: object) => `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
    page.server.next.push({
      path: /events/,
      answer: () => new Response(event('position', {position: later(positions.review)})),
    });
    await page.arrives('Thank you, we have everything');
  });
});

describe('handing over', () => {
  it('makes one code where this device’s clock is so far off that no timer holds the time left', async () => {
    const month = 30 * 24 * 60 * 60 * 1000;
    const handoff = {
      code: 'X7Q2',
      link: 'https://verify.example.com/go/X7Q2',
      expiresAt: new Date(Date.now() + month).toISOString(),
      senders: ['email'],
    };
    const page = await openFlow(positions.ready, {}, ({next}) => {
      for (let n = 0; n < 5; n++) next.push({path: /POST \/handoff$/, answer: () => Response.json(handoff)});
    });
    page.flow.devices.handOver();
    await waitUntil(() => deep(page.flow, 'cs-send-link').length === 1, 'the way to send the link');
    // a timer that overflows is due before any that is set after it
    await new Promise((passed) => setTimeout(passed, 20));
    expect(page.server.asked.filter(({path}) => path === '/handoff')).to.have.length(1);
  });
});

describe('leaving', () => {
  const dialogOpen = (page: {flow: Element}) =>
    deep(page.flow, 'dialog').some((one) => (one as HTMLDialogElement).open);

  it('Escape asks first; staying changes nothing', async () => {
    const page = await openFlow(positions.consent);
    await sendKeys({press: 'Escape'});
    await waitUntil(() => dialogOpen(page));
    await sendKeys({press: 'Enter'});
    await waitUntil(() => !dialogOpen(page));
    expect(page.heading()).to.equal('Before we start');
    expect(page.server.asked.some(({path}) => path === '/leave')).to.equal(false);
  });

  it('the close button asks too, and leaving can be taken back', async () => {
    const page = await openFlow(positions.consent);
    page.button('Close').click();
    await waitUntil(() => dialogOpen(page));
    page.button('Leave').click();
    await page.arrives('You left the verification');
    expect(page.server.asked.some(({path}) => path === '/leave')).to.equal(true);
    await expect(page.flow).to.be.accessible();
    page.server.position = later(positions.choose, 9);
    page.button('Go on').click();
    await page.arrives('Which document do you have?');
  });
});

describe('trouble', () => {
  it('a step that fails is offered again, and the details are for support', async () => {
    const page = await openFlow(positions.consent);
    page.server.next.push({
      path: /steps/,
      answer: () => refuse(500, 'internal', {'Request-Id': 'req_42'}),
    });
    page.button('Agree and continue').click();
    await page.arrives('Something went wrong');
    expect(deep(page.flow, 'code')[0]?.textContent).to.equal('internal · req_42');
    await expect(page.flow).to.be.accessible();
    page.server.position = later(positions.choose);
    page.button('Try again').click();
    await page.arrives('Which document do you have?');
  });

  it('an ended session says how to come back', async () => {
    const page = await openFlow(positions.consent);
    page.server.next.push({path: /steps/, answer: () => refuse(401, 'session_expired')});
    page.button('Agree and continue').click();
    await page.arrives('Your session has ended');
    expect(() => page.button('Try again')).to.throw();
    await expect(page.flow).to.be.accessible();
  });

  it('tells that we are offline and goes on when the line is back', async () => {
    const page = await openFlow(positions.consent);
    window.dispatchEvent(new Event('offline'));
    await waitUntil(() => deep(page.flow, 'cs-banner').length === 1);
    expect(deep(page.flow, 'cs-banner')[0]?.textContent).to.contain('You are offline');
    await expect(page.flow).to.be.accessible();
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => deep(page.flow, 'cs-banner').length === 0);
  });
});

describe('language', () => {
  it('changes everything at once and tells the server', async () => {
    const page = await openFlow(positions.failed);
    const select = deep(page.flow, 'select')[0] as HTMLSelectElement;
    select.value = 'ar';
    select.dispatchEvent(new Event('change'));
    await page.arrives('لم نتمكّن من إتمام التحقّق');
    expect(document.documentElement.dir).to.equal('rtl');
    expect(deep(page.flow, 'li')[0]?.textContent).to.contain('انتهت صلاحية');
    await waitUntil(() => page.server.asked.some(({path}) => path === '/language'));
  });

  it('says what the template says instead of our words, in its language only', async () => {
    const words = JSON.stringify({
      en: {'ending.failedTitle': 'Not this time'},
      de: {'ending.failedNext': '<b>x</b> {requester}'},
    });
    const page = await openFlow(positions.failed, {words});
    expect(page.heading()).to.equal('Not this time');
    const select = deep(page.flow, 'select')[0] as HTMLSelectElement;
    select.value = 'de';
    select.dispatchEvent(new Event('change'));
    await page.arrives('Wir konnten die Prüfung nicht abschließen');
    expect(deep(page.flow, '.note')[0]?.textContent).to.equal('<b>x</b> Acme Bikes');
    const other = await openFlow(positions.failed);
    expect(other.heading()).to.equal('We could not complete the verification');
  });

  it('follows the page’s language by its base and falls back to English for others', async () => {
    await openFlow(positions.consent, {language: 'de-CH'});
    expect(document.documentElement.lang).to.equal('de');
    await openFlow(positions.consent, {language: 'xx'});
    expect(document.documentElement.lang).to.equal('en');
  });
});

describe('a session that is about to end', () => {
  /** Asked at half of what is left. The clock is the browser's own, so the session is short. */
  const ending = {...positions.choose, sessionSecondsLeft: 21};
  const question = async (page: FlowPage): Promise<HTMLElement> => {
    const found = () => deep(page.flow, '.idle')[0];
    await waitUntil(() => found()?.shadowRoot?.querySelector('dialog')?.open === true, 'the question', {
      timeout: 30_000,
    });
    return found() as HTMLElement;
  };

  it('asks whether the person is there, and Escape keeps everything and gives more time', async () => {
    const page = await openFlow(ending);
    const dialog = await question(page);
    expect(dialog.shadowRoot?.textContent).to.contain('Are you still there?');
    await expect(page.flow).to.be.accessible();
    page.server.position = {...positions.choose, sessionSecondsLeft: 3600};
    await sendKeys({press: 'Escape'});
    await waitUntil(() => page.server.asked.some(({path}) => path === '/session/extend'));
    await waitUntil(() => deep(page.flow, '#live')[0]?.textContent === 'You have more time now.');
    expect(deep(page.flow, '.idle')).to.have.length(0);
    expect(page.heading()).to.equal('Which document do you have?');
  });
});
