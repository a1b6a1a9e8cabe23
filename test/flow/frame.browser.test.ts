import {expect} from '@open-wc/testing';
import type {FrameMessage, Init} from '../../src/protocol/messages.ts';
import {positions} from './positions.ts';
import {scripted, type Scripted} from './scripted-fetch.ts';
import {deep, waitUntil} from './flow-page.ts';
import type {Position} from '../../src/protocol/position.ts';

/** The flow in a frame of this page, and this page as its host. */
async function frame(position: Position, init: Partial<Init> = {}) {
  const iframe = document.createElement('iframe');
  iframe.title = 'flow';
  iframe.style.cssText = 'width:480px;height:760px';
  document.body.append(iframe);
  const inner = iframe.contentWindow as (Window & typeof globalThis) | null;
  const page = iframe.contentDocument;
  if (!inner || !page) throw new Error('the frame has no window');
  const server: Scripted = scripted(position);
  const fetchFile = inner.fetch.bind(inner);
  inner.fetch = (input, options) =>
    String(input).includes('/api/flow/v1') ? server.fetch(input, options) : fetchFile(input, options);
  const messages: FrameMessage[] = [];
  let port: MessagePort | undefined;
  const greeted = new Promise<void>((resolve) => {
    addEventListener('message', function greet(event) {
      if (event.source !== inner || event.data.countersign !== 'hello') return;
      removeEventListener('message', greet);
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = ({data}) => messages.push(data as FrameMessage);
      const message = {countersign: 'init', version: 1, mode: 'modal', language: 'en', ...init};
      inner.postMessage(message, location.origin, [channel.port2]);
      resolve();
    });
  });
  page.documentElement.lang = 'en';
  page.title = 'Flow';
  const flow = page.createElement('countersign-flow');
  flow.setAttribute('mode', 'frame');
  flow.setAttribute('host-origin', location.origin);
  flow.setAttribute('template-id', 'itmpl_1');
  const script = page.createElement('script');
  script.type = 'module';
  script.src = new URL('/src/flow.ts', location.href).href;
  page.body.append(flow, script);
  await greeted;
  const told = (type: FrameMessage['type']) => messages.filter((one) => one.type === type);
  await waitUntil(() => told('ready').length === 1, 'ready', {timeout: 15_000});
  return {
    iframe,
    flow,
    server,
    messages,
    told,
    page,
    send: (message: unknown) => port?.postMessage(message),
    button: (words: string) => {
      const found = deep(flow, 'button').find((one) => one.textContent?.includes(words));
      if (!found) throw new Error(`no button says "${words}"`);
      return found;
    },
  };
}

const named = (messages: FrameMessage[]) => messages.flatMap((one) => (one.type === 'event' ? [one.name] : []));

describe('in a frame', () => {
  let frames: HTMLIFrameElement[] = [];
  const open = async (...given: Parameters<typeof frame>) => {
    const opened = await frame(...given);
    frames.push(opened.iframe);
    return opened;
  };
  afterEach(() => {
    for (const one of frames) one.remove();
    frames = [];
  });

  it('tells when it is ready, how long that took and how high it is', async () => {
    const {told, messages} = await open(positions.choose, {sessionToken: 'token'});
    const [ready] = told('ready');
    expect(ready?.type === 'ready' && ready.elapsedMs > 0).to.equal(true);
    await waitUntil(() => told('size').length > 0);
    expect(named(messages)).to.include.members(['load', 'step', 'resume']);
  });

  it('gives the token of an inquiry it started to the host, over the port only', async () => {
    const {told, server, button, messages} = await open(positions.consent);
    button('Start').click();
    await waitUntil(() => named(messages).includes('start'));
    const start = told('event').find((one) => one.type === 'event' && one.name === 'start');
    expect(start?.type === 'event' && start.data).to.deep.equal({
      inquiryId: 'inq_screens',
      sessionToken: 'token-of-the-test',
    });
    expect(server.asked[0]?.path).to.equal('/inquiries');
  });

  it('tells the end once, and closes when the person does', async () => {
    const {told, button} = await open(
      {...positions.success, fields: {'name-first': {type: 'string', value: 'Ada'}}, referenceId: 'user-1'},
      {sessionToken: 'token'},
    );
    expect(told('complete')).to.deep.equal([
      {
        type: 'complete',
        inquiryId: 'inq_screens',
        status: 'approved',
        fields: {'name-first': {type: 'string', value: 'Ada'}},
        referenceId: 'user-1',
      },
    ]);
    expect(told('close')).to.deep.equal([]);
    button('Close').click();
    await waitUntil(() => told('close').length === 1);
  });

  it('asks before a close of the host, and leaves at once when it is forced', async () => {
    const {told, send, flow} = await open(positions.choose, {sessionToken: 'token'});
    send({type: 'close', force: false});
    await waitUntil(() => deep(flow, 'dialog').some((one) => (one as HTMLDialogElement).open));
    expect(told('cancel')).to.deep.equal([]);
    send({type: 'close', force: true});
    await waitUntil(() => told('cancel').length === 1);
    expect(told('cancel')[0]).to.deep.equal({type: 'cancel', inquiryId: 'inq_screens', sessionToken: 'token'});
  });

  it('wears the host’s theme, and readable words on its accent', async () => {
    const {page, send} = await open(positions.choose, {
      sessionToken: 'token',
      theme: {scheme: 'dark', properties: {'--cs-accent': '#ffe600', '--cs-evil': 'url(https://evil.example/x)'}},
    });
    const {style} = page.documentElement;
    await waitUntil(() => style.getPropertyValue('--cs-accent') === '#ffe600');
    expect(style.getPropertyValue('--cs-on-accent')).to.equal('#000000');
    expect(style.getPropertyValue('--cs-evil')).to.equal('');
    expect(style.colorScheme).to.equal('dark');
    send({type: 'theme', theme: {properties: {'--cs-accent': '#201040'}}});
    await waitUntil(() => style.getPropertyValue('--cs-on-accent') === '#ffffff');
  });

  it('says when the host speaks another version', async () => {
    const {told, flow} = await open(positions.choose, {version: 9});
    expect(told('error')[0]).to.deep.include({type: 'error', code: 'unsupported_version', retry: false});
    expect(deep(flow, 'h1')[0]?.textContent).to.equal('Please reload the page');
  });

  it('is as high as its content inline', async () => {
    const {told, flow} = await open(positions.chooseEverything, {mode: 'inline', sessionToken: 'token'});
    expect(flow.hasAttribute('inline')).to.equal(true);
    await waitUntil(() => {
      const last = told('size').at(-1);
      return last?.type === 'size' && last.height > 700;
    });
  });
});
