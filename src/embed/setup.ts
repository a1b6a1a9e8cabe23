/**
 * For a page that brings its own `<iframe>`: `setupIframe` points it at the flow, `setupEvents` hears what happens in it. The two find
 * each other by the container's id, whichever comes first; they shake hands as the element does.
 */
import {openChannel, type Channel} from './channel.ts';
import type {ClientCallbacks} from './client.ts';
import {createFrame, flowOrigin, hostedUrl, widgetUrl} from './frame.ts';
import type {InquiryFields, InquiryOptions} from './options.ts';
import type {FrameMessage, Hello} from '../protocol/messages.ts';

/** `embedded` fills a modal of the page's own; `inline` grows and shrinks with its content. */
export type FlowType = 'embedded' | 'inline';

interface Frame {
  iframe: HTMLIFrameElement;
  flowType: FlowType;
  origin: string;
  options: InquiryOptions;
}

const frames = new Map<string, Frame>();
const listeners = new Map<string, Set<() => void>>();

/**
 * Points an iframe of the page at the flow, with the sandbox, permissions and title it needs.
 * @param containerId any text that is unique on the page
 * @throws Error when the host is no web address, is the page's own origin, or nothing says what to show
 */
export function setupIframe(
  iframe: HTMLIFrameElement,
  containerId: string,
  flowType: FlowType,
  options: InquiryOptions & {customHost?: string; iframeTitle?: string},
): HTMLIFrameElement {
  const given = {...options, host: options.host ?? options.customHost ?? ''};
  const origin = flowOrigin(given.host);
  if (!origin || origin === location.origin) {
    throw new Error(`host must be the address of another origin than ${location.origin}; it was "${given.host}"`);
  }
  if (!given.templateId && !given.templateVersionId && !given.inquiryId) {
    throw new Error('Expected templateId, templateVersionId or inquiryId.');
  }
  const frameTitle = options.frameTitle ?? options.iframeTitle;
  iframe.title = frameTitle ?? 'Identity verification';
  createFrame(origin, widgetUrl(origin, given), iframe);
  frames.set(containerId, {iframe, flowType, origin, options: {...given, ...(frameTitle && {frameTitle})}});
  for (const connect of listeners.get(containerId) ?? []) connect();
  return iframe;
}

/**
 * Calls back for what happens in the container's iframe.
 * @returns stops it
 */
export function setupEvents(containerId: string, callbacks: ClientCallbacks): () => void {
  let channel: Channel | undefined;
  const connect = (): void => {
    channel?.close();
    const frame = frames.get(containerId);
    if (frame) channel = listen(frame, callbacks);
  };
  const waiting = listeners.get(containerId) ?? new Set();
  listeners.set(containerId, waiting.add(connect));
  connect();
  return () => {
    waiting.delete(connect);
    channel?.close();
  };
}

function listen({iframe, flowType, origin, options}: Frame, on: ClientCallbacks): Channel {
  const {sessionToken, language, theme, fields} = options;
  const hosted = hostedUrl(origin, options);
  /** A frame that is reloaded goes on where it stood. */
  let started: {inquiryId?: string; sessionToken?: string} = {};
  const receive = (message: FrameMessage): void => {
    switch (message.type) {
      case 'ready':
        return on.onReady?.();
      case 'size':
        if (flowType === 'inline') iframe.style.height = `${message.height}px`;
        return;
      case 'event': {
        const {sessionToken: token, ...data} = message.data;
        if (message.name === 'load') on.onLoad?.();
        if (message.name === 'step') on.onStep?.(data);
        if (message.name === 'start') {
          started = {inquiryId: String(data['inquiryId']), ...(token !== undefined && {sessionToken: String(token)})};
          on.onStart?.(started.inquiryId);
        }
        return on.onEvent?.(message.name, data);
      }
      case 'complete': {
        const {inquiryId, status} = message;
        return on.onComplete?.({inquiryId, status, fields: message.fields as InquiryFields});
      }
      case 'cancel':
        return on.onCancel?.({...started, ...withoutType(message)});
      case 'close':
        return;
      case 'error':
        return on.onError?.({...withoutType(message), hostedUrl: hosted});
    }
  };
  const init = (): ReturnType<Parameters<typeof openChannel>[2]> => ({
    mode: flowType === 'inline' ? 'inline' : 'modal',
    sessionToken: started.sessionToken ?? sessionToken,
    language,
    theme,
    fields,
  });
  const met = ({title}: Hello): void => {
    if (title && !options.frameTitle) iframe.title = title;
  };
  const mismatch = (): void =>
    on.onError?.({
      code: 'unsupported_version',
      message: 'The server speaks another version.',
      retry: true,
      hostedUrl: hosted,
    });
  return openChannel(iframe, origin, init, receive, met, mismatch);
}

function withoutType<M extends {type: string}>({type: _, ...rest}: M): Omit<M, 'type'> {
  return rest;
}
