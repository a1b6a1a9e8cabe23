import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../src/embed/inquiry-element-define.ts';
import type {CountersignInquiryElement} from '../../src/embed/inquiry-element.ts';
import {drive, event, flowOrigin, frameOf, listenTo, place, started} from './host-page.ts';

/** What a screen reader calls the frame, the dialog around it, and the way out. */
function names({shadowRoot}: CountersignInquiryElement): (string | null | undefined)[] {
  const named = [shadowRoot?.querySelector('iframe')?.title, shadowRoot?.querySelector('dialog')?.ariaLabel];
  return [...named, shadowRoot?.querySelector('button')?.ariaLabel];
}

describe('<countersign-inquiry>', () => {
  afterEach(() => document.querySelectorAll('countersign-inquiry').forEach((element) => element.remove()));

  it('gives the frame the camera and a sandbox, and no token in its address', async () => {
    const element = place({sessionToken: 'secret', inquiryId: 'inq_1', fields: {'name-first': 'Ada'}, language: 'de'});
    const heard = listenTo(element);
    const init = await heard.next();
    const frame = frameOf(element);
    expect(frame.allow).to.equal(`camera ${flowOrigin}`);
    expect(frame.getAttribute('sandbox')).to.equal(
      'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox',
    );
    expect(frame.referrerPolicy).to.equal('strict-origin');
    expect(frame.src)
      .to.contain('inquiry-id=inq_1')
      .and.to.contain(`iframe-origin=${encodeURIComponent(location.origin)}`);
    expect(frame.src + element.outerHTML).not.to.contain('secret');
    expect(frame.src).not.to.contain('Ada');
    expect(init).to.include({countersign: 'init', version: 1, mode: 'inline', sessionToken: 'secret', language: 'de'});
    expect(init.fields).to.deep.equal({'name-first': 'Ada'});
  });

  it('reads attributes, and fields and theme from JSON', async () => {
    const element = await fixture<CountersignInquiryElement>(html`
      <countersign-inquiry
        host=${flowOrigin}
        template-id="itmpl_1"
        reference-id="user-42"
        fields='{"name-last":"Muster"}'
        theme="dark"
      ></countersign-inquiry>
    `);
    const init = await listenTo(element).next();
    expect(frameOf(element).src).to.contain('template-id=itmpl_1').and.to.contain('reference-id=user-42');
    expect(init.fields).to.deep.equal({'name-last': 'Muster'});
    expect(init.theme).to.deep.equal({scheme: 'dark'});
    expect(element.referenceId).to.equal('user-42');
  });

  it('answers only a hello of its own frame, from the exact origin, in shape', async () => {
    const element = place();
    const heard = await started(element);
    const source = frameOf(element).contentWindow;
    const hello = {countersign: 'hello', version: 1};
    const forged: MessageEventInit[] = [
      {data: hello, origin: 'https://evil.example', source},
      {data: hello, origin: `${flowOrigin}.evil.example`, source},
      {data: hello, origin: flowOrigin, source: window},
      {data: {...hello, countersign: 'hullo'}, origin: flowOrigin, source},
      {data: {countersign: 'hello', version: '1'}, origin: flowOrigin, source},
      {data: 'hello', origin: flowOrigin, source},
      {data: null, origin: flowOrigin, source},
    ];
    for (const message of forged) window.dispatchEvent(new MessageEvent('message', message));
    // whatever had been answered would have come before the answer to this one
    window.dispatchEvent(new MessageEvent('message', {data: hello, origin: flowOrigin, source}));
    await heard.next();
    expect(heard.all.map(({countersign}) => countersign)).to.deep.equal(['init', 'init']);
  });

  it('refuses another version and offers the hosted page', async () => {
    const element = place({templateId: 'version-9'});
    const {code, hostedUrl} = await event(element, 'inquiry-error');
    expect(code).to.equal('unsupported_version');
    expect(hostedUrl).to.equal(`${flowOrigin}/verify?template-id=version-9`);
    expect(element.shadowRoot?.querySelector('a')?.href).to.equal(hostedUrl);
  });

  it('drops messages that are not in shape', async () => {
    const element = place();
    await started(element);
    let complete = 0;
    element.addEventListener('inquiry-complete', () => complete++);
    drive(element, {type: 'complete', inquiryId: 7, status: 'approved', fields: {}});
    drive(element, {type: 'constructor'});
    drive(element, {type: 'event', name: 'step', data: {step: 'consent'}});
    await event(element, 'inquiry-step');
    expect(complete).to.equal(0);
  });

  it('starts over with a frame that was reloaded, and gives back the token of the inquiry it had begun', async () => {
    const element = place();
    const heard = await started(element);
    const start = event(element, 'inquiry-start');
    drive(element, {type: 'event', name: 'start', data: {inquiryId: 'inq_9', sessionToken: 'fresh'}});
    expect(await start).to.deep.equal({inquiryId: 'inq_9'});
    drive(element, 'reload');
    expect(await heard.next()).to.include({countersign: 'init', sessionToken: 'fresh'});
    const complete = event(element, 'inquiry-complete');
    drive(element, {type: 'complete', inquiryId: 'inq_9', status: 'approved', fields: {}});
    expect(await complete).to.deep.equal({inquiryId: 'inq_9', status: 'approved', fields: {}});
  });

  it('tells every event by its name and by inquiry-event', async () => {
    const element = place();
    await started(element);
    const [step, any] = [event(element, 'inquiry-step'), event(document, 'inquiry-event')];
    drive(element, {type: 'event', name: 'step', data: {step: 'document'}});
    expect(await step).to.deep.equal({step: 'document'});
    expect(await any).to.deep.equal({name: 'step', data: {step: 'document'}});
  });

  it('keeps two widgets on one page apart', async () => {
    const [first, second] = [place(), place({templateId: 'itmpl_other'})];
    await Promise.all([started(first), started(second)]);
    let wrong = 0;
    first.addEventListener('inquiry-complete', () => wrong++);
    drive(second, {type: 'complete', inquiryId: 'inq_2', status: 'approved', fields: {}});
    expect(await event(second, 'inquiry-complete')).to.include({inquiryId: 'inq_2'});
    expect(wrong).to.equal(0);
  });

  it('goes on after being moved', async () => {
    const element = place();
    const heard = await started(element);
    const elsewhere = await fixture(html`<section></section>`);
    elsewhere.append(element);
    expect(await heard.next()).to.include({countersign: 'init'});
    const cancel = event(element, 'inquiry-cancel');
    drive(element, {type: 'cancel', inquiryId: 'inq_3', sessionToken: 'later'});
    expect(await cancel).to.deep.equal({inquiryId: 'inq_3', sessionToken: 'later'});
  });

  it('stays modal after being moved', async () => {
    const element = place({mode: 'modal'});
    const heard = await started(element);
    const elsewhere = await fixture(html`<section></section>`);
    elsewhere.append(element);
    await heard.next();
    expect(element.shadowRoot?.querySelector('dialog')?.matches(':modal')).to.equal(true);
    expect(document.documentElement.style.overflow).to.equal('hidden');
  });

  it('makes one frame when it is mounted, unmounted and mounted in one turn', async () => {
    const element = place();
    element.remove();
    document.body.append(element);
    await started(element);
    expect(element.shadowRoot?.querySelectorAll('iframe').length).to.equal(1);
  });

  it('removes the frame when it leaves the page', async () => {
    const element = place();
    await started(element);
    element.remove();
    await Promise.resolve();
    expect(element.shadowRoot?.querySelector('iframe')).to.equal(null);
  });

  it('follows the content’s height inline', async () => {
    const element = place();
    await started(element);
    drive(element, {type: 'size', height: 777});
    drive(element, {type: 'event', name: 'step', data: {}});
    await event(element, 'inquiry-step');
    expect(frameOf(element).style.height).to.equal('777px');
  });

  it('tells an open flow of another theme', async () => {
    const element = place();
    const heard = await started(element);
    element.setAttribute('theme', 'dark');
    expect(await heard.next()).to.deep.equal({type: 'theme', theme: {scheme: 'dark'}});
    element.theme = {properties: {'--cs-accent': '#6d28d9'}};
    expect(await heard.next()).to.deep.equal({type: 'theme', theme: {properties: {'--cs-accent': '#6d28d9'}}});
  });

  it('refuses a flow of its own origin, where the sandbox would not hold', async () => {
    const element = document.createElement('countersign-inquiry');
    element.host = location.origin;
    const failed = event(element, 'inquiry-error');
    document.body.append(element);
    expect(await failed).to.include({code: 'same_origin', retry: false});
    expect(element.shadowRoot?.querySelector('iframe')).to.equal(null);
  });

  it('refuses a host that is no address', async () => {
    const element = document.createElement('countersign-inquiry');
    element.host = 'http://';
    const failed = event(element, 'inquiry-error');
    document.body.append(element);
    expect(await failed).to.include({code: 'invalid_config', retry: false});
  });

  it('offers the hosted page when the flow does not answer in 30 s', async () => {
    const real = window.setTimeout;
    let expire: (() => void) | undefined;
    window.setTimeout = ((run: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
      if (ms === 30_000) expire = () => run(...given);
      return ms === 30_000 ? 0 : real(run, ms, ...given);
    }) as typeof setTimeout;
    try {
      const element = place({mode: 'modal', templateId: 'silent'});
      element.open();
      const failed = event(element, 'inquiry-error');
      expire?.();
      expect(await failed).to.include({code: 'timeout', retry: true});
      expect(element.shadowRoot?.querySelector('a')?.href).to.equal(`${flowOrigin}/verify?template-id=silent`);
      await expect(element).to.be.accessible();
    } finally {
      window.setTimeout = real;
    }
  });
});

describe('<countersign-inquiry mode="modal">', () => {
  afterEach(() => document.querySelectorAll('countersign-inquiry').forEach((element) => element.remove()));

  it('loads without being shown, and shows at once', async () => {
    const element = place({mode: 'modal'});
    const heard = listenTo(element);
    element.load();
    await heard.next();
    const dialog = element.shadowRoot?.querySelector('dialog');
    expect(dialog?.open).to.equal(false);
    element.open();
    expect(dialog?.matches(':modal')).to.equal(true);
  });

  it('is accessible while it loads and when it is ready', async () => {
    const element = place({mode: 'modal'});
    const heard = listenTo(element);
    element.open();
    await expect(element).to.be.accessible();
    await heard.next();
    drive(element, {type: 'ready', elapsedMs: 1});
    await event(element, 'inquiry-ready');
    expect(element.shadowRoot?.querySelector('button')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('is called what the flow says in the person’s language, as soon as the two met', async () => {
    const element = place({mode: 'modal'});
    const heard = listenTo(element);
    element.open();
    expect(names(element)).to.deep.equal(['Identity verification', 'Identity verification', 'Close']);
    await heard.next();
    expect(names(element)).to.deep.equal(['Identität bestätigen', 'Identität bestätigen', 'Schließen']);
  });

  it('is called what the page says, from the first moment on', async () => {
    const element = place({mode: 'modal', frameTitle: 'Ausweis prüfen', closeLabel: 'Zurück zum Laden'});
    const heard = listenTo(element);
    element.open();
    const words = ['Ausweis prüfen', 'Ausweis prüfen', 'Zurück zum Laden'];
    expect(names(element)).to.deep.equal(words);
    await heard.next();
    expect(names(element)).to.deep.equal(words);
  });

  it('lets the page shape the box around the frame, by its parts', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      countersign-inquiry::part(dialog) { width: 333px; border-radius: 3px }
      countersign-inquiry::part(div) { min-height: 444px }
      countersign-inquiry::part(iframe) { border: 2px solid }
    `);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    try {
      const modal = place({mode: 'modal'});
      modal.open();
      const dialog = modal.shadowRoot?.querySelector('dialog');
      if (!dialog) throw new Error('there is no dialog');
      expect(getComputedStyle(dialog)).to.include({width: '333px', borderTopLeftRadius: '3px'});
      const inline = place({mode: 'inline'});
      await listenTo(inline).next();
      expect(getComputedStyle(frameOf(inline)).borderTopWidth).to.equal('2px');
      expect(frameOf(inline).parentElement?.getBoundingClientRect().height).to.be.at.least(444);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  });

  it('closes at once by Escape while nothing is there yet, and gives the focus back', async () => {
    const opener = await fixture<HTMLButtonElement>(html`<button>Open</button>`);
    opener.focus();
    const element = place({mode: 'modal', templateId: 'silent'});
    element.open();
    const cancelled = event(element, 'inquiry-cancel');
    await sendKeys({press: 'Escape'});
    expect(await cancelled).to.deep.equal({});
    expect(document.activeElement).to.equal(opener);
    expect(element.hasAttribute('open')).to.equal(false);
    expect(document.documentElement.style.overflow).to.equal('');
  });

  it('asks the flow before it closes, and closes when the flow says so', async () => {
    const element = place({mode: 'modal'});
    const heard = await started(element);
    element.close();
    expect(await heard.next()).to.deep.equal({type: 'close', force: false});
    expect(element.shadowRoot?.querySelector('dialog')?.open).to.equal(true);
    drive(element, {type: 'cancel', inquiryId: 'inq_1'});
    expect(await event(element, 'inquiry-cancel')).to.deep.equal({inquiryId: 'inq_1'});
    expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
  });

  it('leaves at once when forced, even if the flow never answers', async () => {
    const element = place({mode: 'modal'});
    await started(element);
    const cancelled = event(element, 'inquiry-cancel');
    element.close({force: true});
    expect(element.shadowRoot?.querySelector('dialog')?.open).to.equal(false);
    await cancelled;
    expect(element.shadowRoot?.querySelector('iframe')).to.equal(null);
  });

  it('closes without a cancellation after completion', async () => {
    const element = place({mode: 'modal'});
    await started(element);
    let cancelled = 0;
    element.addEventListener('inquiry-cancel', () => cancelled++);
    drive(element, {type: 'complete', inquiryId: 'inq_1', status: 'approved', fields: {}});
    await event(element, 'inquiry-complete');
    expect(element.shadowRoot?.querySelector('dialog')?.open).to.equal(true);
    element.close();
    expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
    expect(cancelled).to.equal(0);
  });

  it('keeps the page locked until the last of two modals closes', async () => {
    document.documentElement.style.overflow = 'clip';
    const [first, second] = [place({mode: 'modal'}), place({mode: 'modal'})];
    await started(first);
    await started(second);
    first.destroy();
    expect(document.documentElement.style.overflow).to.equal('hidden');
    second.destroy();
    expect(document.documentElement.style.overflow).to.equal('clip');
    document.documentElement.style.overflow = '';
  });

  it('keeps its own way out while the frame only says why it cannot open', async () => {
    const element = place({mode: 'modal'});
    const heard = listenTo(element);
    element.open();
    await heard.next();
    drive(element, {type: 'error', code: 'invalid_config', message: 'no', retry: false});
    expect(await event(element, 'inquiry-error')).to.include({code: 'invalid_config', retry: false});
    const cancelled = event(element, 'inquiry-cancel');
    element.shadowRoot?.querySelector('button')?.click();
    await cancelled;
    expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
  });
});
