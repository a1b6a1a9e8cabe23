/**
 * First script of the server's own pages, classic so that it runs before any module.
 * - `data-clean-url`: the address without what must not stay in it (token, fields) replaces the page's own.
 * - `data-error`: a frame that cannot show the flow says so to its host, then is silent: by the native handshake, or with
 *   `data-container-id` as the reference SDK hears it.
 */
import {compatibleError} from './flow/compatible-error.ts';
import type {CompatibleMessage} from './protocol/compatible.ts';
import type {FrameMessage, Hello, protocolVersion} from './protocol/messages.ts';

const version: typeof protocolVersion = 1;
const {cleanUrl, error, message = '', hostOrigin, ...given} = document.currentScript?.dataset ?? {};

if (cleanUrl) history.replaceState(history.state, '', cleanUrl);

if (error && hostOrigin && parent !== window) {
  const {containerId, templateId, templateVersionId} = given;
  if (containerId) {
    const echo = {containerId, ...(templateId && {templateId}), ...(templateVersionId && {templateVersionId})};
    // the page says why; the host's spinner shall not lie over it
    const loaded: CompatibleMessage = {...echo, name: 'load'};
    const failed: CompatibleMessage = {...echo, name: 'error', error: compatibleError(error, message)};
    parent.postMessage(loaded, hostOrigin);
    parent.postMessage(failed, hostOrigin);
  } else {
    addEventListener('message', (event) => {
      if (event.source !== parent || event.origin !== hostOrigin) return;
      const answer: FrameMessage = {type: 'error', code: error, message, retry: false};
      event.ports[0]?.postMessage(answer);
    });
    const hello: Hello = {countersign: 'hello', version};
    parent.postMessage(hello, hostOrigin);
  }
}
