/** What the element tells its page: DOM events that bubble and cross shadow roots, typed by name. */
import type {InquiryFields} from './options.ts';

/** Why it does not go on. `retry`: the person can try again inside the frame. */
export interface InquiryErrorDetail {
  /**
   * `timeout` (30 s without an answer), `same_origin`, `invalid_config`, `unsupported_version`, `inactive_template`,
   * `unauthenticated`, and the others of the server's table.
   */
  code: string;
  message: string;
  retry: boolean;
  /** The same inquiry as a page of its own, where a link can help. */
  hostedUrl?: string | undefined;
}

export interface InquiryEventDetails {
  /** The frame's page is there and shook hands. */
  'inquiry-load': Record<string, unknown>;
  /** The first screen can be used; milliseconds since the frame was asked for. */
  'inquiry-ready': {elapsedMs: number};
  /** The inquiry exists. */
  'inquiry-start': {inquiryId?: string};
  /** Another step is shown: `{step}`. */
  'inquiry-step': Record<string, unknown>;
  /** Through to the end. `status` is for the page's own words; decide by the webhook or the API. */
  'inquiry-complete': {inquiryId: string; status: string; fields: InquiryFields; referenceId?: string | null};
  /** Left before the end; `sessionToken` lets the same person go on later. */
  'inquiry-cancel': {inquiryId?: string | undefined; sessionToken?: string | undefined};
  /** It does not go on, or not without the person's help. */
  'inquiry-error': InquiryErrorDetail;
  /** Everything that happens, by name, the above included. */
  'inquiry-event': {name: string; data: Record<string, unknown>};
}
export type InquiryEventName = keyof InquiryEventDetails;

export type InquiryEvent<N extends InquiryEventName> = CustomEvent<InquiryEventDetails[N]>;

export function emit<N extends InquiryEventName>(from: EventTarget, name: N, detail: InquiryEventDetails[N]): void {
  from.dispatchEvent(new CustomEvent(name, {detail, bubbles: true, composed: true}));
}

/** It does not go on: in the console for the integrator, and as an event. @param hostedUrl where the person may try again */
export function complain(from: EventTarget, code: string, about: string, hostedUrl?: string): void {
  const message = `${code}: ${about}`;
  globalThis.console.error(message);
  emit(from, 'inquiry-error', {code, message, retry: !!hostedUrl, hostedUrl});
}

declare global {
  interface HTMLElementEventMap {
    'inquiry-load': InquiryEvent<'inquiry-load'>;
    'inquiry-ready': InquiryEvent<'inquiry-ready'>;
    'inquiry-start': InquiryEvent<'inquiry-start'>;
    'inquiry-step': InquiryEvent<'inquiry-step'>;
    'inquiry-complete': InquiryEvent<'inquiry-complete'>;
    'inquiry-cancel': InquiryEvent<'inquiry-cancel'>;
    'inquiry-error': InquiryEvent<'inquiry-error'>;
    'inquiry-event': InquiryEvent<'inquiry-event'>;
  }
}
