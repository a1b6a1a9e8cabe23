/**
 * The frame's side of the reference SDK's protocol (`protocol/compatible.ts`): speaks to the parent on exactly the origin the server
 * wrote into the page, and hears the parent on exactly that origin. What is said is the work of the interpreter.
 */
import type {CompatibleAction, CompatibleEcho} from '../protocol/compatible.ts';
import type {FrameMessage, HostMessage} from '../protocol/messages.ts';
import type {Channel} from './channel.ts';
import type {FlowConfig} from './config.ts';
import type {HostListener} from './host-listener.ts';
import {version} from './host-messages.ts';
import {CompatibleInterpreter, type Spoken} from './compatible-interpreter.ts';

/** The person may read the last screen this long before the SDK is told and takes it away; a failure takes longer to read. */
const readingMs = {complete: 4_000, fail: 20_000};

export interface CompatibleOptions {
  echo: CompatibleEcho;
  hostOrigin: string;
  /** The inquiry that the host named, if it did. */
  inquiryId?: string | undefined;
  onMessage: (message: HostMessage) => void;
  /** The host shows the flow, perhaps again. */
  onOpen: () => void;
  /** The host takes the flow away. */
  onDestroy: () => void;
  /** Resolves when what was asked for is painted. */
  painted: () => Promise<void>;
  /** Windows and clock; tests give their own. */
  self?: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  /** Of the content, in CSS pixels; 0 while nobody sees it. */
  height?: () => number;
  parent?: Pick<Window, 'postMessage'>;
  after?: (work: () => void, ms: number) => () => void;
}

/**
 * A host of the reference SDK said everything in the page's address: its greeting is over before it began. It knows a template by the
 * name it used, so what it said is said back as it was.
 * @param page what the server wrote into it
 */
export function connectCompatibly(
  hostOrigin: string,
  {containerId, templateId, templateVersionId, inquiryId}: FlowConfig & {containerId: string},
  page: Element,
  listener: HostListener,
): Channel {
  const echo = {containerId, ...(templateId && {templateId}), ...(templateVersionId && {templateVersionId})};
  const channel = openCompatibleChannel({...listener, echo, hostOrigin, inquiryId});
  const inline = page.getAttribute('flow-type') === 'inline';
  if (inline) applyPadding(page);
  listener.onInit({countersign: 'init', version, mode: inline ? 'inline' : 'modal'});
  return channel;
}

export function openCompatibleChannel(options: CompatibleOptions): Channel {
  const {echo, hostOrigin, self = window, parent = window.parent, after = later} = options;
  const height = options.height ?? (() => document.documentElement.scrollHeight);
  let quiet = (): void => {};
  const post = (message: Spoken): void => parent.postMessage({...echo, ...message}, hostOrigin);
  const interpreter = new CompatibleInterpreter(post, options.inquiryId);

  const receive = (event: MessageEvent<unknown>): void => {
    if (event.source !== parent) return;
    if (event.origin !== hostOrigin) return;
    if (!isAction(event.data)) return;
    const {action, metadata} = event.data;
    if (action === 'open') options.onOpen();
    else if (action === 'destroy') options.onDestroy();
    else if (!interpreter.finish()) options.onMessage({type: 'close', force: metadata?.force === true});
  };
  /** A frame that is not displayed has no height; what it shows is told when it comes into sight. */
  const show = (step: string): void => {
    if (height()) interpreter.page(step, height());
    else self.addEventListener('resize', () => show(step), {once: true});
  };
  const send = (message: FrameMessage): void => {
    interpreter.take(message);
    quiet();
    const {ending} = interpreter;
    if (ending) quiet = after(() => interpreter.finish(), readingMs[ending]);
    const step = message.type === 'event' && message.name === 'step' ? message.data['step'] : undefined;
    if (typeof step === 'string') void options.painted().then(() => show(step));
  };
  const granular = watchInteraction(post);

  self.addEventListener('message', receive as EventListener);
  interpreter.begin();
  return {
    send,
    close() {
      quiet();
      granular.abort();
      self.removeEventListener('message', receive as EventListener);
    },
  };
}

/** Room around screens and header that an inline host asks for. */
function applyPadding(page: Element): void {
  const {style} = document.documentElement;
  style.setProperty('--flow-padding', page.getAttribute('widget-padding'));
  style.setProperty('--flow-header-padding', page.getAttribute('navigation-padding'));
}

export function isAction(message: unknown): message is CompatibleAction {
  if (typeof message !== 'object' || message === null || !('action' in message)) return false;
  const {action} = message;
  if (action !== 'open' && action !== 'exit' && action !== 'destroy') return false;
  const metadata: unknown = 'metadata' in message ? message.metadata : undefined;
  return metadata === undefined || (typeof metadata === 'object' && metadata !== null);
}

/** `click` and `form-update`: which kind of control, never its words or its value. */
function watchInteraction(post: (message: Spoken) => void): AbortController {
  const away = new AbortController();
  const watch = (type: 'click' | 'change', name: 'click' | 'form-update'): void =>
    globalThis.document?.addEventListener(
      type,
      (event) => {
        const control = event.composedPath().find((one) => one instanceof Element && one.matches(controls));
        if (control instanceof Element) post({name, metadata: describe(control)});
      },
      {capture: true, signal: away.signal},
    );
  watch('click', 'click');
  watch('change', 'form-update');
  return away;
}

const controls = 'button, a, input, select, textarea, summary';

function describe(control: Element): Record<string, unknown> {
  const name = control.getAttribute('name') ?? control.id;
  return {element: control.localName, ...(name && {name})};
}

function later(work: () => void, ms: number): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
