/**
 * First script of the server's own pages, classic so that it runs before any module.
 * - `data-clean-url`: the address without what must not stay in it (token, fields) replaces the page's own.
 * - `data-error`: a frame that cannot show the flow says so to its host by the native handshake, then is silent.
 */
import type {FrameMessage, Hello, protocolVersion} from './protocol/messages.ts';

const version: typeof protocolVersion = 1;
const {cleanUrl, error, message, hostOrigin} = document.currentScript?.dataset ?? {};

if (cleanUrl) history.replaceState(history.state, '', cleanUrl);

if (error && hostOrigin && parent !== window) {
  addEventListener('message', (event) => {
    if (event.source !== parent || event.origin !== hostOrigin) return;
    const answer: FrameMessage = {type: 'error', code: error, message: message ?? '', retry: false};
    event.ports[0]?.postMessage(answer);
  });
  const hello: Hello = {countersign: 'hello', version};
  parent.postMessage(hello, hostOrigin);
}
