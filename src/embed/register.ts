import {CountersignInquiryElement} from './inquiry-element.ts';

declare global {
  interface HTMLElementTagNameMap {
    'countersign-inquiry': CountersignInquiryElement;
  }
}

/** Registers `<countersign-inquiry>` once; does nothing where there is no DOM. */
export function registerInquiryElement(): void {
  if (!globalThis.customElements || customElements.get('countersign-inquiry')) return;
  customElements.define('countersign-inquiry', CountersignInquiryElement);
}
