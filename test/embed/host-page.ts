/** What tests of the loader do on their side of the frame. */
import type {CountersignInquiryElement} from '../../src/embed/inquiry-element.ts';
import type {InquiryEventDetails, InquiryEventName} from '../../src/embed/events.ts';
import type {FrameMessage} from '../../src/protocol/messages.ts';

/** The test server by its other name: another origin for the browser. */
export const flowOrigin = location.origin.replace('localhost', '127.0.0.1');

/** Puts an element into the page, as a host would. */
export function place(options: Partial<CountersignInquiryElement> = {}): CountersignInquiryElement {
  const element = document.createElement('countersign-inquiry');
  Object.assign(element, {host: flowOrigin, templateId: 'itmpl_test', ...options});
  document.body.append(element);
  return element;
}

export function frameOf(element: CountersignInquiryElement): HTMLIFrameElement {
  const frame = element.shadowRoot?.querySelector('iframe');
  if (!frame) throw new Error('the element has no frame');
  return frame;
}

export function event<N extends InquiryEventName>(target: EventTarget, name: N): Promise<InquiryEventDetails[N]> {
  return new Promise((resolve) =>
    target.addEventListener(name, (happened) => resolve((happened as CustomEvent).detail), {once: true}),
  );
}

/** What the frame heard from the loader since now: `next()` waits for one, `all` holds every one. */
export function listenTo(element: CountersignInquiryElement): {
  all: Record<string, unknown>[];
  next: () => Promise<Record<string, unknown>>;
  stop: () => void;
} {
  const all: Record<string, unknown>[] = [];
  const waiting: (() => void)[] = [];
  let read = 0;
  const hear = ({data, source}: MessageEvent): void => {
    if (!data?.heard || source !== element.shadowRoot?.querySelector('iframe')?.contentWindow) return;
    all.push(data.heard as Record<string, unknown>);
    waiting.splice(0).forEach((go) => go());
  };
  addEventListener('message', hear);
  const next = async (): Promise<Record<string, unknown>> => {
    while (all.length <= read) await new Promise<void>((resolve) => waiting.push(resolve));
    return all[read++] ?? {};
  };
  return {all, next, stop: () => removeEventListener('message', hear)};
}

/** Makes the frame say something over the port. */
export function drive(
  element: CountersignInquiryElement,
  message: FrameMessage | 'reload' | Record<string, unknown>,
): void {
  frameOf(element).contentWindow?.postMessage({drive: message}, flowOrigin);
}

/** Opened, shaken hands, ready. */
export async function started(element: CountersignInquiryElement): Promise<ReturnType<typeof listenTo>> {
  const heard = listenTo(element);
  if (element.mode === 'modal') element.open();
  await heard.next();
  const ready = event(element, 'inquiry-ready');
  drive(element, {type: 'ready', elapsedMs: 1});
  await ready;
  return heard;
}
