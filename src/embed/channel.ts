/**
 * The host's half of the handshake (requirements and steps: `protocol/messages.ts`).
 *
 * 1. Wait for `hello`: from our frame's window, from exactly the flow's origin, in the right shape, of our version.
 * 2. Answer `init`, addressed to that origin, and hand over one end of a fresh port.
 * 3. Speak over the port only. Every further `hello` (the frame was reloaded or moved) closes the old port and starts over.
 */
import type {FrameMessage, Hello, HostMessage, Init, protocolVersion} from '../protocol/messages.ts';
import {isFrameMessage, isHello} from './guards.ts';

/** Named again, because importing the value would bring zod along. */
export const version: typeof protocolVersion = 1;

export interface Channel {
  send(message: HostMessage): void;
  close(): void;
}

/**
 * @param origin exact origin of the flow
 * @param init asked at every hello, so that a frame that starts over learns what became of the inquiry meanwhile
 * @param met every hello of ours, with the frame's words
 * @param mismatch the frame speaks a version that we do not
 */
export function openChannel(
  frame: HTMLIFrameElement,
  origin: string,
  init: () => Omit<Init, 'countersign' | 'version'>,
  receive: (message: FrameMessage) => void,
  met: (hello: Hello) => void,
  mismatch: () => void,
): Channel {
  let port: MessagePort | undefined;

  const greet = ({source, origin: from, data}: MessageEvent<unknown>): void => {
    if (source !== frame.contentWindow) return;
    if (from !== origin) return;
    if (!isHello(data)) return;
    if (data.version !== version) return mismatch();
    met(data);
    port?.close();
    const {port1, port2} = new MessageChannel();
    port = port1;
    port1.onmessage = (event) => {
      if (isFrameMessage(event.data)) receive(event.data);
    };
    frame.contentWindow?.postMessage({countersign: 'init', version, ...init()}, origin, [port2]);
  };

  addEventListener('message', greet);
  return {
    send: (message) => port?.postMessage(message),
    close() {
      removeEventListener('message', greet);
      port?.close();
    },
  };
}
