/** Importing this registers `<countersign-inquiry>`. */
import {registerInquiryElement} from './register.ts';

registerInquiryElement();

export {CountersignInquiryElement} from './inquiry-element.ts';
