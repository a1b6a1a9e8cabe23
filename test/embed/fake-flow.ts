/**
 * A frame that speaks the flow's own half of the protocol and is moved by the test around it: `{drive: message}` is sent to the host
 * over the port, `{drive: 'reload'}` starts the page over, and whatever the host says comes back as `{heard: …}`.
 */
import {openChannel} from '../../src/flow/channel.ts';

const query = new URLSearchParams(location.search);
const hostOrigin = query.get('iframe-origin') ?? '';
const tell = (heard: unknown): void => parent.postMessage({heard}, hostOrigin);

if (query.get('template-id') === 'version-9') parent.postMessage({countersign: 'hello', version: 9}, hostOrigin);
else if (query.get('template-id') !== 'silent') speak();

function speak(): void {
  const channel = openChannel({
    hostOrigin,
    onInit: (init) => tell(init),
    onMessage: (message) => tell(message),
    words: {title: 'Identität bestätigen', close: 'Schließen'},
  });
  addEventListener('message', ({data, source, origin}) => {
    if (source !== parent || origin !== hostOrigin || !data.drive) return;
    if (data.drive === 'reload') location.reload();
    else channel.send(data.drive);
  });
}
