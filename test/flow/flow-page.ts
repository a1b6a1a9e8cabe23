/** A whole flow on the test's page, with a scripted server behind it. Browser tests only. */
import {fixture, waitUntil as waitOneSecond} from '@open-wc/testing';
import {html} from 'lit';
import type {Position} from '../../src/protocol/position.ts';
import {FlowElement} from '../../src/flow/flow-element.ts';
import {define} from '../../src/ui/define.ts';
import {adoptTokens} from '../../src/ui/tokens.ts';
import {scripted, type Scripted} from './scripted-fetch.ts';

export interface FlowPage {
  flow: FlowElement;
  server: Scripted;
  /** The heading on the screen now, from whichever element shows it. */
  heading(): string;
  /** Waits for a heading. */
  arrives(heading: string | RegExp): Promise<void>;
  /** The visible button whose words hold these. */
  button(words: string): HTMLButtonElement;
}

const realFetch = window.fetch;

/** Opens the hosted flow at a position (by token) or, without one, as its page's attributes say; `prepare` scripts the first answers. */
export async function openFlow(
  position: Position | undefined,
  attributes: Record<string, string> = {},
  prepare: (server: Scripted) => void = () => {},
): Promise<FlowPage> {
  adoptTokens(document);
  define('countersign-flow', FlowElement);
  const server = scripted(position ?? ({} as Position));
  prepare(server);
  // Only our API is scripted; modules and workers come from the test server.
  window.fetch = (input, init) =>
    String(input).includes('/api/flow/v1') ? server.fetch(input, init) : realFetch(input, init);
  const element = document.createElement('countersign-flow');
  const all = {mode: 'hosted', language: 'en', ...(position && {'session-token': 'token'}), ...attributes};
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  const flow = await fixture<FlowElement>(html`${element}`);
  const page: FlowPage = {
    flow,
    server,
    heading: () => deep(flow, 'h1')[0]?.textContent?.trim() ?? '',
    arrives: (wanted) =>
      waitUntil(
        () => (typeof wanted === 'string' ? page.heading() === wanted : wanted.test(page.heading())),
        `the heading ${String(wanted)}; there is "${page.heading()}"`,
        {timeout: 15_000},
      ),
    button: (words) => {
      const found = deep(flow, 'button').find(
        (one) => one.offsetParent !== null && `${one.textContent} ${one.ariaLabel ?? ''}`.includes(words),
      );
      if (!(found instanceof HTMLButtonElement)) throw new Error(`no button says "${words}"`);
      return found;
    },
  };
  await waitUntil(() => page.heading() !== '', 'a first screen', {timeout: 20_000});
  return page;
}

/** As `waitUntil` of open-wc, with the patience that a busy machine needs; what is waited for is a fact, not a time. */
export function waitUntil(
  fact: Parameters<typeof waitOneSecond>[0],
  what?: string,
  options: {timeout?: number; interval?: number} = {},
): Promise<void> {
  return waitOneSecond(fact, what, {timeout: 15_000, ...options});
}

/** Elements in all open shadow roots below, in document order. */
export function deep(root: Element | ShadowRoot, selector: string): HTMLElement[] {
  const found: HTMLElement[] = [];
  // by its property, not its class: an element of a frame is of another realm
  const inside = 'shadowRoot' in root ? root.shadowRoot : root;
  for (const element of inside?.querySelectorAll<HTMLElement>('*') ?? []) {
    if (element.matches(selector)) found.push(element);
    if (element.shadowRoot) found.push(...deep(element, selector));
  }
  return found;
}

/** What has the focus, through every shadow root. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}
