/** What `import … from 'countersign'` gives. Importing registers nothing and needs no DOM. */
export {Client, type ClientCallbacks, type ClientOptions} from './client.ts';
export type {InquiryErrorDetail, InquiryEvent, InquiryEventDetails, InquiryEventName} from './events.ts';
export {CountersignInquiryElement} from './inquiry-element.ts';
export type {InquiryFields, InquiryOptions, Theme} from './options.ts';
export {preload} from './preload.ts';
export {setupEvents, setupIframe, type FlowType} from './setup.ts';
export {verify, type InquiryError, type VerifyOptions, type VerifyResult} from './verify.ts';
