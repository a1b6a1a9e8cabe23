/**
 * `<countersign-inquiry>`: one inquiry on a host page, inline or as a modal. What it shows is read when its frame is made.
 *
 * Inline it starts as soon as it stands in the page; as a modal it waits for `open()`, the attribute `open`, or `load()` (which fetches
 * the flow without showing it). It survives being moved, mounted twice in a row (React's StrictMode), a reload of its frame, and the
 * browser's back-forward cache.
 *
 * Attributes: `host template-id template-version-id environment-id inquiry-id reference-id account-id fields language theme mode open
 * frame-title close-label`. Events: see `events.ts`. Parts: `iframe`, and around it `dialog` or `div`, whose size and shape the page
 * may set.
 */
import {complain} from './events.ts';
import {flowOrigin} from './frame.ts';
import {camelCase, mirrored, readJson, type Theme} from './options.ts';
import {adoptStyles} from './styles.ts';
import {startVisit, type Visit} from './visit.ts';

// importable where there is no DOM: a server that renders the page imports the same module
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

export class CountersignInquiryElement extends Base {
  static observedAttributes = ['theme', 'open'];

  declare host: string | null;
  declare templateId: string | null;
  declare templateVersionId: string | null;
  declare environmentId: string | null;
  declare inquiryId: string | null;
  declare referenceId: string | null;
  declare accountId: string | null;
  declare language: string | null;
  declare mode: 'modal' | 'inline' | null;
  declare frameTitle: string | null;
  declare closeLabel: string | null;
  /** Never an attribute. Set it before the element is opened. */
  declare sessionToken?: string | undefined;

  /** Values to start with; the attribute holds the same as JSON. */
  declare fields?: Record<string, unknown> | undefined;

  #theme: Theme | undefined;
  #visit: Visit | undefined;

  /** The attribute is `light`, `dark`, `auto`, or the object as JSON. Changes reach an open flow. */
  get theme(): Theme | undefined {
    const text = this.getAttribute('theme');
    return this.#theme ?? readJson(text) ?? (text ? {scheme: text as 'auto'} : undefined);
  }
  set theme(theme: Theme | undefined) {
    this.#theme = theme;
    this.attributeChangedCallback('theme');
  }

  connectedCallback(): void {
    if (!this.shadowRoot) adoptStyles(this.attachShadow({mode: 'open'}));
    // later, so that attributes set right after insertion count, and a move is seen as one
    queueMicrotask(() => {
      if (!this.isConnected) return;
      if (this.mode !== 'modal') this.open();
      if (this.hasAttribute('open')) this.attributeChangedCallback('open');
    });
  }

  disconnectedCallback(): void {
    queueMicrotask(() => this.isConnected || this.destroy());
  }

  attributeChangedCallback(name: string): void {
    if (name === 'theme') this.#visit?.setTheme(this.theme ?? {});
    else if (this.hasAttribute('open')) {
      this.load();
      this.#visit?.show();
    } else this.close();
  }

  /** Fetches the flow without showing it, so that `open()` is immediate; `inquiry-ready` says when. Idempotent. */
  load(): void {
    const root = this.isConnected && this.shadowRoot;
    if (this.#visit || !root) return;
    const origin = flowOrigin(this.host);
    if (origin && origin !== location.origin) {
      this.#visit = startVisit(this, root, origin);
      return;
    }
    this.destroy();
    complain(this, origin ? 'same_origin' : 'invalid_config', `host must be another origin than ${location.origin}`);
  }

  /** Shows it; as a modal above the page. Idempotent. */
  open(): void {
    this.setAttribute('open', '');
  }

  /** Asks the person whether to leave; `force` leaves at once. `inquiry-cancel` follows. */
  close(options?: {force?: boolean}): void {
    this.#visit?.close(options?.force);
  }

  /** Removes the frame without a word; `open()` starts anew. */
  destroy(): void {
    const visit = this.#visit;
    this.#visit = undefined;
    visit?.remove();
    this.removeAttribute('open');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'countersign-inquiry': CountersignInquiryElement;
  }
}

for (const name of mirrored) {
  Object.defineProperty(CountersignInquiryElement.prototype, camelCase(name), {
    get(this: HTMLElement) {
      return this.getAttribute(name);
    },
    set(this: HTMLElement, value: string | null | undefined) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
  });
}

// present, so that frameworks set them as properties; on the prototype, so that what was set before the class was known stays
Object.assign(CountersignInquiryElement.prototype, {sessionToken: undefined, fields: undefined});
