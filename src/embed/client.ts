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

export interface ClientOptions extends InquiryOptions {
  /** The reference SDK's name of `host`: `verify.example.com` or `localhost:3000`. */
  customHost?: string;
  /** The reference SDK's name of `theme.scheme`. */
  styleVariant?: 'light' | 'dark';
  /** The reference SDK's name of `frameTitle`. */
  iframeTitle?: string;
  /** Size of the modal as CSS lengths. */
  frameWidth?: string;
  frameHeight?: string;
  /** Where the element is put; the body when absent. */
  parent?: HTMLElement;
  onLoad?: () => void;
  onReady?: () => void;
  onStart?: (inquiryId: string | undefined) => void;
  onStep?: (data: Record<string, unknown>) => void;
  onComplete?: (result: {inquiryId: string; status: string; fields: InquiryFields}) => void;
  onCancel?: (left: InquiryEventDetails['inquiry-cancel']) => void;
  onError?: (error: InquiryErrorDetail) => void;
  onEvent?: (name: string, data: Record<string, unknown>) => void;
}

export class Client {
  static preload = preload;
  readonly #element: CountersignInquiryElement;

  constructor(options: ClientOptions) {
    this.#element = createElement(options);
    // a script in the head may come before the body
    (options.parent ?? document.body ?? document.documentElement).append(this.#element);
    this.#element.load();
  }

  get isOpen(): boolean {
    return this.#element.isOpen;
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

const properties = [...mirrored.map(camelCase), 'sessionToken', 'fields', 'theme'];
function createElement(options: ClientOptions): CountersignInquiryElement {
  registerInquiryElement();
  const element = document.createElement('countersign-inquiry');
  const {customHost, iframeTitle, styleVariant, frameWidth, frameHeight} = options;
  const theme = styleVariant && {scheme: styleVariant};
  const given: Record<string, unknown> = {host: customHost, frameTitle: iframeTitle, theme, ...options, mode: 'modal'};
  for (const name of properties) if (given[name] != null) Reflect.set(element, name, given[name]);
  if (frameWidth) element.style.setProperty('--countersign-width', frameWidth);
  if (frameHeight) element.style.setProperty('--countersign-height', frameHeight);

  for (const [name, call] of Object.entries(options)) {
    if (!/^on[A-Z]/.test(name) || !call) continue;
    element.addEventListener(`inquiry-${name.slice(2).toLowerCase()}`, (event) => {
      const {detail} = event as CustomEvent<Record<string, unknown>>;
      if (name === 'onEvent') call(detail.name, detail.data);
      else call(name === 'onStart' ? detail.inquiryId : detail);
    });
  }
  return element;
}
