/** The script tag: registers the element, opens `data-countersign` links as modals, and gives the page the global `Countersign`. */
import {setDefaultHost} from './embed/frame.ts';
import {upgradeLinks} from './embed/links.ts';
import {registerInquiryElement} from './embed/register.ts';

const script = document.currentScript;
if (script instanceof HTMLScriptElement) setDefaultHost(new URL(script.src).origin);
registerInquiryElement();
upgradeLinks(document);

export {Client} from './embed/client.ts';
export {CountersignInquiryElement} from './embed/inquiry-element.ts';
export {preload} from './embed/preload.ts';
export {verify} from './embed/verify.ts';
