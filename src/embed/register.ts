import {CountersignInquiryElement} from './inquiry-element.ts';

const tag = 'countersign-inquiry';

/** Registers `<countersign-inquiry>` once; does nothing where there is no DOM. */
export function registerInquiryElement(): void {
  const {customElements} = globalThis;
  if (!customElements?.get(tag)) customElements?.define(tag, CountersignInquiryElement);
}
