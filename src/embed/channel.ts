/**
 * The host's half of the handshake (requirements and steps: `protocol/messages.ts`).
 *
 * 1. Wait for `hello`: from our frame's window, from exactly the flow's origin, in the right shape, of our version.
 * 2. Answer `init`, addressed to that origin, and hand over one end of a fresh port.
 * 3. Speak over the port only. Every further `hello` (the frame was reloaded or moved) closes the old port and starts over.
 */
import type {FrameMessage, HostMessage, Init, protocolVersion} from '../protocol/messages.ts';
import {isFrameMessage, isHello} from './guards.ts';

/** Named again, because importing the value would bring zod along. */
export const version: typeof protocolVersion = 1;

export interface ChannelOptions {
  frame: HTMLIFrameElement;
  /** Exact origin of the flow. */
  origin: string;
  /** Asked at every hello, so that a frame that starts over learns what became of the inquiry meanwhile. */
  init: () => Omit<Init, 'countersign' | 'version'>;
  onMessage: (message: FrameMessage) => void;
  /** The frame speaks a version that we do not. */
  onOtherVersion: (version: number) => void;
}

export interface Channel {
  send(message: HostMessage): void;
  close(): void;
}

export function openChannel({frame, origin, init, onMessage, onOtherVersion}: ChannelOptions): Channel {
  let port: MessagePort | undefined;

  const greet = (event: MessageEvent): void => {
    if (event.source !== frame.contentWindow) return;
    if (event.origin !== origin) return;
    const message: unknown = event.data;
    if (!isHello(message)) return;
    if (message.version !== version) return onOtherVersion(message.version);
    port?.close();
    const {port1, port2} = new MessageChannel();
    port = port1;
    port1.onmessage = ({data}) => {
      if (isFrameMessage(data)) onMessage(data);
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
