/**
 * The hosted page inside an app's web view: the app hears what a page around a frame would, as `{name, metadata?, error?}` of
 * `protocol/compatible.ts`. It hears by the handler it installed itself; a page cannot be made to speak to another app.
 *
 * - React Native: `window.ReactNativeWebView.postMessage(json)`
 * - iOS (`WKScriptMessageHandler` named `countersign`): `webkit.messageHandlers.countersign.postMessage(object)`
 * - Android (`addJavascriptInterface(…, "CountersignAndroid")`): `CountersignAndroid.postMessage(json)`
 */
import type {Channel} from './channel.ts';
import {CompatibleInterpreter, type Spoken} from './compatible-interpreter.ts';
import type {HostListener} from './host-listener.ts';

/** The person may read the last screen this long before the app takes it away. */
const readingMs = {complete: 4_000, fail: 20_000};

interface Handler {
  postMessage(message: unknown): void;
}

/** What apps put on `window`. */
export interface AppWindow {
  ReactNativeWebView?: Handler;
  CountersignAndroid?: Handler;
  webkit?: {messageHandlers?: {countersign?: Handler}};
}

export function openAppChannel(
  app: AppWindow,
  {painted}: Pick<HostListener, 'painted'>,
  options: {inquiryId?: string | undefined; height?: () => number} = {},
): Channel {
  const height = options.height ?? (() => document.documentElement.scrollHeight);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const post = (message: Spoken): void => {
    const json = JSON.stringify(message);
    app.ReactNativeWebView?.postMessage(json);
    app.CountersignAndroid?.postMessage(json);
    // a plain copy: what is handed over must survive the way into another process
    app.webkit?.messageHandlers?.countersign?.postMessage(JSON.parse(json));
  };
  const interpreter = new CompatibleInterpreter(post, options.inquiryId);
  interpreter.begin();
  return {
    send(message) {
      interpreter.take(message);
      clearTimeout(timer);
      const {ending} = interpreter;
      if (ending) timer = setTimeout(() => interpreter.finish(), readingMs[ending]);
      const step = message.type === 'event' && message.name === 'step' ? message.data['step'] : undefined;
      if (typeof step === 'string') void painted().then(() => interpreter.page(step, height()));
    },
    close: () => clearTimeout(timer),
  };
}
