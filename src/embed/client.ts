/**
 * A modal driven by options and callbacks, with the names and arguments of the reference SDK's `Client`:
 *
 *     const client = new Client({templateId, referenceId, onReady: () => client.open(), onComplete: ({inquiryId, status}) => {}});
 *
 * The flow loads at once and hidden; `open()` shows it.
 */
import type {InquiryErrorDetail, InquiryEventDetails} from './events.ts';
import type {CountersignInquiryElement} from './inquiry-element.ts';
import {camelCase, mirrored, type InquiryFields, type InquiryOptions} from './options.ts';
import {preload} from './preload.ts';
import {registerInquiryElement} from './register.ts';

/** What a page hears, by the names of the reference SDK. */
export interface ClientCallbacks {
  onLoad?: () => void;
  onReady?: () => void;
  onStart?: (inquiryId: string | undefined) => void;
  onStep?: (data: Record<string, unknown>) => void;
  onComplete?: (result: {inquiryId: string; status: string; fields: InquiryFields}) => void;
  onCancel?: (left: InquiryEventDetails['inquiry-cancel']) => void;
  onError?: (error: InquiryErrorDetail) => void;
  onEvent?: (name: string, data: Record<string, unknown>) => void;
}

/**
 * Options of the reference SDK that have nothing to do here: they may stay in the call and change nothing. The environment follows from
 * the template, the frame's permissions and ancestors from the handshake, the size from `::part(dialog)`.
 */
export interface IgnoredOptions {
  environment?: string;
  accountTypeId?: string;
  frameAncestors?: string[];
  messageTargetOrigin?: string;
  frameHeight?: string | number;
  frameWidth?: string | number;
  sandboxAttributes?: string[];
  routingCountry?: string;
  widgetPadding?: object;
  navigationPadding?: object;
  eventsAllowlist?: readonly string[] | 'all';
  shareToken?: string;
  fieldMappings?: readonly object[];
  serverOutageMode?: string;
}

export interface ClientOptions extends InquiryOptions, ClientCallbacks, IgnoredOptions {
  /** The reference SDK's name of `host`: `verify.example.com` or `localhost:3000`. */
  customHost?: string;
  /** The reference SDK's name of `theme.scheme`. */
  styleVariant?: 'light' | 'dark';
  /** The reference SDK's name of `frameTitle`. */
  iframeTitle?: string;
  /** Where the element is put; the body when absent. */
  parent?: HTMLElement;
}

export class Client {
  static preload = preload;
  readonly #element: CountersignInquiryElement;

  constructor(options: ClientOptions) {
    registerInquiryElement();
    const element = (this.#element = document.createElement('countersign-inquiry'));
    const {customHost: host, iframeTitle: frameTitle, styleVariant: scheme, parent} = options;
    const given = {host, frameTitle, theme: scheme && {scheme}, ...options, mode: 'modal'};
    for (const [name, value] of Object.entries(given)) {
      if (value instanceof Function) listen(element, name, value as (...args: unknown[]) => void);
      else if (value && properties.includes(name)) Reflect.set(element, name, value);
    }
    // a script in the head may come before the body
    (parent ?? document.body ?? document.documentElement).append(element);
    element.load();
  }

  get isOpen(): boolean {
    return this.#element.hasAttribute('open');
  }

  open(): void {
    this.#element.open();
  }

  /** Asks the person whether to leave; with `force` leaves at once. `onCancel` follows. */
  cancel(force = false): void {
    this.#element.close({force});
  }

  /** Removes everything without a callback. */
  destroy(): void {
    this.#element.remove();
    this.#element.destroy();
  }
}

/** Other options are for other SDKs; a link's query may hold anything. */
const properties = [...mirrored.map(camelCase), 'sessionToken', 'fields', 'theme'];

/** `onReady` hears `inquiry-ready`; two callbacks get their detail in pieces. */
function listen(element: HTMLElement, name: string, call: (...args: unknown[]) => void): void {
  element.addEventListener(name.replace('on', 'inquiry-').toLowerCase(), (event) => {
    const {detail} = event as CustomEvent;
    if (name === 'onEvent') call(detail.name, detail.data);
    else call(name === 'onStart' ? detail.inquiryId : detail);
  });
}
