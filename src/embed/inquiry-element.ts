/**
 * `<countersign-inquiry>`: one inquiry on a host page, inline or as a modal.
 *
 * Inline it starts as soon as it stands in the page; as a modal it waits for `open()`, the attribute `open`, or `load()` (which fetches
 * the flow without showing it). It survives being moved, mounted twice in a row (React's StrictMode), a reload of its frame, and the
 * browser's back-forward cache.
 *
 * Attributes: `host template-id template-version-id environment-id inquiry-id reference-id account-id fields language theme mode open
 * frame-title`. Events: see `events.ts`. Parts: `iframe dialog div`. Custom properties: `--countersign-width --countersign-height`.
 */
import {InquiryEvent, type InquiryEventDetails, type InquiryEventName} from './events.ts';
import {flowOrigin} from './frame.ts';
import {camelCase, identity, mirrored, type Theme} from './options.ts';
import {adoptStyles} from './styles.ts';
import {startVisit, type Visit} from './visit.ts';

// importable where there is no DOM: a server that renders the page imports the same module
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

export class CountersignInquiryElement extends Base {
  static observedAttributes = [...mirrored, 'theme', 'open'];

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
  /** Never an attribute. Set it before the element is opened. */
  declare sessionToken?: string | undefined;

  #fields: Record<string, unknown> | undefined;
  #theme: Theme | undefined;
  #visit: Visit | undefined;

  /** Values to start with; the attribute holds the same as JSON. */
  get fields(): Record<string, unknown> | undefined {
    return this.#fields ?? readJson(this.getAttribute('fields'));
  }
  set fields(fields: Record<string, unknown> | undefined) {
    this.#fields = fields;
  }

  /** The attribute is `light`, `dark`, `auto`, or the object as JSON. Changes reach an open flow. */
  get theme(): Theme | undefined {
    const text = this.getAttribute('theme');
    return this.#theme ?? readJson(text) ?? (text ? {scheme: text as 'auto'} : undefined);
  }
  set theme(theme: Theme | undefined) {
    this.#theme = theme;
    this.attributeChangedCallback('theme');
  }

  get isOpen(): boolean {
    return this.hasAttribute('open');
  }

  connectedCallback(): void {
    if (!this.shadowRoot) adoptStyles(this.attachShadow({mode: 'open'}));
    // later, so that attributes set right after insertion count, and a move is seen as one
    queueMicrotask(() => {
      if (!this.isConnected) return;
      if (this.mode !== 'modal') this.open();
      this.attributeChangedCallback('open');
    });
  }

  disconnectedCallback(): void {
    queueMicrotask(() => this.isConnected || this.destroy());
  }

  attributeChangedCallback(name: string, before?: string | null, now?: string | null): void {
    const {isOpen} = this;
    if (name === 'open') {
      if (isOpen) {
        this.load();
        this.#visit?.show();
      } else if (before != null) this.close();
    } else if (name === 'theme') {
      this.#visit?.setTheme(this.theme ?? {});
    } else if (this.#visit && before !== now && identity.includes(name)) {
      // another inquiry: the frame starts over
      this.destroy();
      if (isOpen) this.open();
      else this.load();
    }
  }

  /** Fetches the flow without showing it, so that `open()` is immediate; `inquiry-ready` says when. Idempotent. */
  load(): void {
    const root = this.isConnected && this.shadowRoot;
    if (this.#visit || !root) return;
    const origin = flowOrigin(this.host);
    const emit = this.#emit;
    if (!origin || origin === location.origin) {
      const [code, message] = origin
        ? ['same_origin', `the flow must be of another origin than ${origin}`]
        : ['invalid_config', 'host must be the address of your Countersign server'];
      globalThis.console.error(this, message);
      this.destroy();
      return emit('inquiry-error', {code, message, retry: false});
    }
    this.#visit = startVisit({
      root,
      origin,
      modal: this.mode === 'modal',
      options: this,
      emit,
      onEnd: () => this.destroy(),
    });
  }

  /** Shows it; as a modal above the page. Idempotent. */
  open(): void {
    this.setAttribute('open', '');
  }

  /** Asks the person whether to leave; `force` leaves at once. `inquiry-cancel` follows. */
  close({force = false} = {}): void {
    this.#visit?.close(force);
  }

  /** Removes the frame without a word; `open()` starts anew. */
  destroy(): void {
    const visit = this.#visit;
    this.#visit = undefined;
    visit?.remove();
    this.removeAttribute('open');
  }

  #emit = <N extends InquiryEventName>(name: N, detail: InquiryEventDetails[N]): void => {
    this.dispatchEvent(new InquiryEvent(name, detail));
  };
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

function readJson<T extends object>(text: string | null): T | undefined {
  try {
    return JSON.parse(text ?? '') as T;
  } catch {
    return undefined; // absent or malformed: the page shows what it would without
  }
}
