/** The script tag: registers the element, opens `data-countersign` links as modals, and gives the page the global `Countersign`. */
import {setDefaultHost} from './embed/frame.ts';
import {upgradeLinks} from './embed/links.ts';
import {registerInquiryElement} from './embed/register.ts';

setDefaultHost((document.currentScript as HTMLScriptElement).src);
registerInquiryElement();
upgradeLinks(document);

export {Client} from './embed/client.ts';
export {verify} from './embed/verify.ts';
