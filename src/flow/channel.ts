/**
 * The frame's half of the handshake (`protocol/messages.ts`).
 *
 * 1. Post `hello` to the parent, addressed to the exact host origin that the server put into our page.
 * 2. Take `init` only from the parent window, from that origin, with a port, in the right shape.
 * 3. From then on speak over the port only. A later `init` (the loader answers a repeated hello) replaces the port.
 */
import * as z from 'zod/mini';
import {
  hostMessageSchema,
  initSchema,
  protocolVersion,
  type FrameMessage,
  type Hello,
  type HostMessage,
  type Init,
} from '../protocol/messages.ts';

export interface ChannelOptions {
  hostOrigin: string;
  onInit: (init: Init) => void;
  onMessage: (message: HostMessage) => void;
  /** The two windows; tests give their own. */
  self?: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  parent?: Pick<Window, 'postMessage'>;
}

export interface Channel {
  send(message: FrameMessage): void;
  close(): void;
}

export function openChannel(options: ChannelOptions): Channel {
  const self = options.self ?? window;
  const parent = options.parent ?? window.parent;
  let port: MessagePort | undefined;

  const receive = (event: MessageEvent): void => {
    if (event.source !== parent) return;
    if (event.origin !== options.hostOrigin) return;
    const given = event.ports[0];
    if (!given) return;
    const init = z.safeParse(initSchema, event.data);
    if (!init.success) return;
    port?.close();
    port = given;
    port.onmessage = (message) => {
      const parsed = z.safeParse(hostMessageSchema, message.data);
      if (parsed.success) options.onMessage(parsed.data);
    };
    options.onInit(init.data);
  };

  self.addEventListener('message', receive as EventListener);
  const hello: Hello = {countersign: 'hello', version: protocolVersion};
  parent.postMessage(hello, options.hostOrigin);

  return {
    send: (message) => port?.postMessage(message),
    close() {
      self.removeEventListener('message', receive as EventListener);
      port?.close();
      port = undefined;
    },
  };
}

/** The loader and the frame understand each other when the loader speaks this version or the one before. */
export function speaks(version: number): boolean {
  return version === protocolVersion || version === protocolVersion - 1;
}
