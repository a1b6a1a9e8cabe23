import {expect, fixture, html} from '@open-wc/testing';
import {Client} from '../../src/embed/client.ts';
import {upgradeLinks} from '../../src/embed/links.ts';
import {preload} from '../../src/embed/preload.ts';
import {verify} from '../../src/embed/verify.ts';
import type {CountersignInquiryElement} from '../../src/embed/inquiry-element.ts';
import {drive, event, flowOrigin, frameOf, listenTo, started} from './host-page.ts';

const latest = (): CountersignInquiryElement => {
  const all = document.querySelectorAll('countersign-inquiry');
  const last = all[all.length - 1];
  if (!last) throw new Error('no element');
  return last;
};
const ready = {type: 'ready', elapsedMs: 1} as const;

afterEach(() => document.querySelectorAll('countersign-inquiry').forEach((element) => element.remove()));

describe('Client', () => {
  it('takes the reference SDK’s options and calls its callbacks with the same arguments', async () => {
    const calls: unknown[][] = [];
    const note =
      (name: string) =>
      (...args: unknown[]) =>
        void calls.push([name, ...args]);
    const client = new Client({
      customHost: flowOrigin,
      templateId: 'itmpl_1',
      referenceId: 'user-42',
      styleVariant: 'dark',
      iframeTitle: 'Ausweis',
      onReady: () => client.open(),
      onStart: note('start'),
      onEvent: note('event'),
      onComplete: note('complete'),
      onCancel: note('cancel'),
    });
    const element = latest();
    expect(client.isOpen).to.equal(false);
    const init = await listenTo(element).next();
    expect(init).to.deep.include({mode: 'modal', theme: {scheme: 'dark'}});
    drive(element, ready);
    await event(element, 'inquiry-ready');
    expect(client.isOpen).to.equal(true);
    expect(frameOf(element).title).to.equal('Ausweis');
    drive(element, {type: 'event', name: 'start', data: {inquiryId: 'inq_1'}});
    await event(element, 'inquiry-start');
    drive(element, {type: 'complete', inquiryId: 'inq_1', status: 'approved', fields: {}});
    await event(element, 'inquiry-complete');
    client.destroy();
    expect(calls).to.deep.equal([
      ['event', 'start', {inquiryId: 'inq_1'}],
      ['start', 'inq_1'],
      ['complete', {inquiryId: 'inq_1', status: 'approved', fields: {}}],
    ]);
    expect(element.isConnected).to.equal(false);
  });

  it('sets nothing on the element but what it knows', () => {
    const options = {host: flowOrigin, innerHTML: '<img src=x>', id: 'taken'};
    new Client(options);
    expect(latest().innerHTML).to.equal('');
    expect(latest().id).to.equal('');
  });
});

describe('verify', () => {
  it('resolves when the person is through', async () => {
    const result = verify({host: flowOrigin, inquiryId: 'inq_1'});
    const element = latest();
    await started(element);
    drive(element, {type: 'complete', inquiryId: 'inq_1', status: 'approved', fields: {}});
    expect(await result).to.deep.equal({outcome: 'complete', inquiryId: 'inq_1', status: 'approved', fields: {}});
  });

  it('resolves when the person leaves', async () => {
    const result = verify({host: flowOrigin, inquiryId: 'inq_1'});
    const element = latest();
    await started(element);
    drive(element, {type: 'cancel', inquiryId: 'inq_1', sessionToken: 'later'});
    expect(await result).to.deep.equal({outcome: 'cancel', inquiryId: 'inq_1', sessionToken: 'later'});
    expect(element.isConnected).to.equal(false);
  });

  it('rejects when the flow cannot be shown', async () => {
    let thrown: unknown;
    await verify({host: location.origin, inquiryId: 'inq_1'}).catch((error: unknown) => (thrown = error));
    expect(thrown).to.be.instanceOf(Error).and.to.include({code: 'same_origin'});
  });
});

describe('links with data-countersign', () => {
  before(() => upgradeLinks(document));

  it('open the modal with what their address says, and get the focus back', async () => {
    const link = await fixture<HTMLAnchorElement>(
      html`<a
        data-countersign
        href="${flowOrigin}/verify?inquiry-template-id=itmpl_7&reference-id=user-1&session-token=s3"
      >
        <b>Verify</b>
      </a>`,
    );
    const click = new MouseEvent('click', {bubbles: true, cancelable: true});
    link.querySelector('b')?.dispatchEvent(click);
    expect(click.defaultPrevented).to.equal(true);
    const element = latest();
    const init = await listenTo(element).next();
    expect(frameOf(element).src).to.contain('template-id=itmpl_7').and.to.contain('reference-id=user-1');
    expect(frameOf(element).src).not.to.contain('s3');
    expect(init).to.include({sessionToken: 's3'});
    drive(element, {type: 'cancel'});
    await event(document, 'inquiry-cancel');
    expect(document.activeElement).to.equal(link);
  });

  for (const [why, search, init] of [
    ['a new tab is wanted', '?template-id=itmpl_7', {ctrlKey: true}],
    ['they carry a one-time code', '?code=abc', {}],
    ['they carry fields', '?template-id=itmpl_7&fields[name-first]=Ada', {}],
  ] as const) {
    it(`stay links when ${why}`, async () => {
      const link = await fixture<HTMLAnchorElement>(
        html`<a data-countersign href="${flowOrigin}/verify${search}">x</a>`,
      );
      const click = new MouseEvent('click', {bubbles: true, cancelable: true, ...init});
      // after every other listener: remember what they decided, and stay on this page
      let taken: boolean | undefined;
      addEventListener(
        'click',
        (event) => {
          taken = event.defaultPrevented;
          event.preventDefault();
        },
        {once: true},
      );
      link.dispatchEvent(click);
      expect(taken).to.equal(false);
      expect(document.querySelector('countersign-inquiry')).to.equal(null);
    });
  }
});

describe('preload', () => {
  it('fetches the flow’s files in a hidden frame and makes no inquiry', () => {
    preload(flowOrigin);
    const frame = document.body.querySelector<HTMLIFrameElement>(':scope > iframe');
    expect(frame?.src).to.equal(`${flowOrigin}/preload`);
    expect(frame?.hidden).to.equal(true);
    frame?.remove();
  });
});
