/**
 * The wrapper for React Native, rendered by React's own test renderer: `react-native` and its web view are stood in for by elements
 * that show what they were given. What a real web view does with it is the device's part.
 */
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {act, create, type ReactTestRenderer} from 'react-test-renderer';
import {createElement} from 'react';
import type * as Wrapper from '../../src/embed/react-native.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'node_modules/.cache', `react-native-test-${process.pid}`);
const opened: string[] = [];
let native: typeof Wrapper;

/** What the web view was given. */
interface WebViewProps {
  source: {uri: string};
  onMessage(event: {nativeEvent: {data: string; url?: string}}): void;
  onShouldStartLoadWithRequest(request: {url: string; isTopFrame?: boolean}): boolean;
  onHttpError(event: {nativeEvent: {statusCode: number}}): void;
  onContentProcessDidTerminate(): void;
  mediaPlaybackRequiresUserAction: boolean;
  allowsInlineMediaPlayback: boolean;
}

before(async () => {
  const outfile = path.join(folder, 'wrapper.mjs');
  const standIns: Record<string, string> = {
    'react-native': `export const Modal = 'modal'; export const Linking = {openURL: async (url) => void globalThis.openedLinks.push(url)};`,
    'react-native-webview': `export const WebView = 'web-view';`,
  };
  await build({
    entryPoints: [path.join(root, 'src/embed/react-native.ts')],
    bundle: true,
    format: 'esm',
    outfile,
    external: ['react'],
    plugins: [
      {
        name: 'stand-ins',
        setup(bundle) {
          bundle.onResolve({filter: /^react-native/}, ({path: name}) => ({path: name, namespace: 'stand-in'}));
          bundle.onLoad({filter: /.*/, namespace: 'stand-in'}, ({path: name}) => ({contents: standIns[name] ?? ''}));
        },
      },
    ],
  });
  Object.assign(globalThis, {IS_REACT_ACT_ENVIRONMENT: true, openedLinks: opened});
  native = (await import(pathToFileURL(outfile).href)) as typeof Wrapper;
});
after(() => fs.rmSync(folder, {recursive: true, force: true}));

const host = 'https://verify.example.com';

function render(element: React.ReactElement): ReactTestRenderer {
  let rendered: ReactTestRenderer | undefined;
  act(() => {
    rendered = create(element);
  });
  if (!rendered) throw new Error('nothing was rendered');
  return rendered;
}

function webView(rendered: ReactTestRenderer): WebViewProps {
  return rendered.root.findByType('web-view' as never).props as WebViewProps;
}

const say = (rendered: ReactTestRenderer, message: unknown, url = `${host}/verify`): void => {
  act(() => webView(rendered).onMessage({nativeEvent: {data: JSON.stringify(message), url}}));
};

test('a builder, a presenter, and each end once', () => {
  const presenter = render(createElement(native.InquiryPresenter));
  assert.equal(presenter.root.findByType('modal' as never).props.visible, false);
  const completed: unknown[][] = [];
  const inquiry = native.Inquiry.fromTemplate('itmpl_1')
    .host(host)
    .referenceId('user-42')
    .locale('de')
    .onComplete((...result) => completed.push(result))
    .build();
  act(() => inquiry.start());
  assert.equal(presenter.root.findByType('modal' as never).props.visible, true);
  assert.equal(
    webView(presenter).source.uri,
    `${host}/verify?is-webview=true&inquiry-template-id=itmpl_1&reference-id=user-42&language=de`,
  );
  const metadata = {inquiryId: 'inq_1', status: 'approved', fields: {}};
  const {onMessage} = webView(presenter);
  const end = {nativeEvent: {data: JSON.stringify({name: 'complete', metadata}), url: `${host}/verify`}};
  act(() => onMessage(end));
  act(() => onMessage(end));
  assert.deepEqual(completed, [['inq_1', 'approved', {}]]);
  assert.equal(presenter.root.findByType('modal' as never).props.visible, false);
  act(() => presenter.unmount());
});

test('start without a presenter says what to do; a wrong configuration is told where it is written', () => {
  const inquiry = native.Inquiry.fromInquiry('inq_1').host(host).build();
  assert.throws(() => inquiry.start(), /InquiryPresenter/);
  assert.throws(() => native.Inquiry.fromTemplate('itmpl_1').build(), /host must be/);
});

test('the back button of the phone leaves, and what resumes it comes along', () => {
  const presenter = render(createElement(native.InquiryPresenter));
  const left: unknown[][] = [];
  const inquiry = native.Inquiry.fromInquiry('inq_1')
    .sessionToken('token')
    .host(host)
    .onCanceled((...given) => left.push(given))
    .build();
  act(() => inquiry.start());
  act(() => presenter.root.findByType('modal' as never).props.onRequestClose());
  assert.deepEqual(left, [['inq_1', 'token']]);
  act(() => presenter.unmount());
});

test('stays on the server’s pages, returns by the app’s own address, and opens the rest outside', () => {
  const ends: unknown[][] = [];
  const view = render(
    createElement(native.InquiryView, {
      host,
      inquiryId: 'inq_1',
      redirectUri: 'myapp://verified',
      onComplete: (...result) => ends.push(result),
    }),
  );
  const {onShouldStartLoadWithRequest: mayLoad} = webView(view);
  assert.equal(mayLoad({url: `${host}/verify?inquiry-id=inq_1`}), true);
  assert.equal(mayLoad({url: `${host}.evil.example/`}), false);
  assert.equal(mayLoad({url: 'https://help.example.com/'}), false);
  assert.deepEqual(opened, [`${host}.evil.example/`, 'https://help.example.com/']);
  assert.equal(mayLoad({url: 'myapp://verified?inquiry-id=inq_1&status=approved'}), false);
  assert.deepEqual(ends, [['inq_1', 'approved', {}]]);
  act(() => view.unmount());
});

test('hears nobody but the server’s page; the camera plays inline without a gesture', () => {
  const heard: unknown[] = [];
  const errors: string[] = [];
  const view = render(
    createElement(native.InquiryView, {
      host,
      templateId: 'itmpl_1',
      onEvent: (name) => heard.push(name),
      onCanceled: () => heard.push('canceled'),
      onError: ({code, status}) => errors.push(`${code} ${status}`),
    }),
  );
  say(view, {name: 'exit', metadata: {}}, 'https://evil.example/');
  say(view, 'noise');
  assert.deepEqual(heard, []);
  say(view, {name: 'ready', metadata: {}});
  say(view, {name: 'error', error: {code: 'inactive_template', status: 422, message: ''}});
  act(() => webView(view).onHttpError({nativeEvent: {statusCode: 503}}));
  act(() => webView(view).onHttpError({nativeEvent: {statusCode: 404}}));
  assert.deepEqual(heard, ['ready']);
  assert.deepEqual(errors, ['inactive_template 422', 'application_error 503']);
  const {mediaPlaybackRequiresUserAction, allowsInlineMediaPlayback} = webView(view);
  assert.deepEqual([mediaPlaybackRequiresUserAction, allowsInlineMediaPlayback], [false, true]);
  act(() => webView(view).onContentProcessDidTerminate());
  assert.ok(webView(view), 'a page whose process was taken away comes again');
  act(() => view.unmount());
});
