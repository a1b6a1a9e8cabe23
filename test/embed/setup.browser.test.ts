import {expect} from '@open-wc/testing';
import {setupEvents, setupIframe} from '../../src/embed/setup.ts';
import type {FrameMessage} from '../../src/protocol/messages.ts';
import {flowOrigin} from './host-page.ts';

describe('an iframe of the page’s own', () => {
  let iframe: HTMLIFrameElement;
  let stop: (() => void)[] = [];
  beforeEach(() => {
    iframe = document.createElement('iframe');
    document.body.append(iframe);
  });
  afterEach(() => {
    stop.forEach((end) => end());
    stop = [];
    iframe.remove();
  });

  const options = {host: flowOrigin, templateId: 'itmpl_1'};
  const drive = (message: FrameMessage): void => iframe.contentWindow?.postMessage({drive: message}, flowOrigin);
  /** The init that the frame heard. */
  const greeted = (): Promise<Record<string, unknown>> =>
    new Promise((resolve) => {
      addEventListener('message', function hear({data, source}) {
        if (source !== iframe.contentWindow || !data.heard) return;
        removeEventListener('message', hear);
        resolve(data.heard as Record<string, unknown>);
      });
    });

  it('gets what the flow needs and nothing more', () => {
    setupIframe(iframe, 'a', 'inline', {...options, frameTitle: 'Ausweis'});
    expect(iframe.sandbox.value).to.contain('allow-scripts').and.not.to.contain('top-navigation');
    expect(iframe.allow).to.equal(`camera ${flowOrigin}`);
    expect(iframe.title).to.equal('Ausweis');
    expect(iframe.src).not.to.contain('token');
  });

  for (const first of ['events', 'iframe']) {
    it(`shakes hands whichever comes first: ${first}`, async () => {
      const calls: string[] = [];
      let ended = (): void => {};
      const end = new Promise<void>((resolve) => (ended = resolve));
      const listen = (): void =>
        void stop.push(
          setupEvents(`by-${first}`, {
            onLoad: () => calls.push('load'),
            onReady: () => calls.push('ready'),
            onStart: (id) => calls.push(`start ${id}`),
            onEvent: (name, data) => calls.push(`event ${name} ${JSON.stringify(data)}`),
            onComplete: ({status}) => {
              calls.push(`complete ${status}`);
              ended();
            },
          }),
        );
      const init = greeted();
      if (first === 'events') listen();
      setupIframe(iframe, `by-${first}`, 'inline', {...options, sessionToken: 'secret'});
      if (first === 'iframe') listen();
      expect(await init).to.deep.include({mode: 'inline', sessionToken: 'secret'});
      drive({type: 'event', name: 'load', data: {}});
      drive({type: 'ready', elapsedMs: 1});
      drive({type: 'size', height: 321});
      drive({type: 'event', name: 'start', data: {inquiryId: 'inq_1', sessionToken: 'secret'}});
      drive({type: 'complete', inquiryId: 'inq_1', status: 'approved', fields: {}});
      await end;
      expect(calls).to.deep.equal([
        'load',
        'event load {}',
        'ready',
        'start inq_1',
        'event start {"inquiryId":"inq_1"}',
        'complete approved',
      ]);
      expect(iframe.style.height).to.equal('321px');
    });
  }

  it('says at once what is wrong', () => {
    const set =
      (wrong: object): (() => void) =>
      () =>
        void setupIframe(iframe, 'w', 'inline', {...options, ...wrong});
    expect(set({host: 'http://'})).to.throw(/another origin/);
    expect(set({host: location.origin})).to.throw(/another origin/);
    expect(set({templateId: undefined})).to.throw(/templateId/);
  });
});
