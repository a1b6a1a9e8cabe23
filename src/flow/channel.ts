/**
 * The frame's half of the handshake (`protocol/messages.ts`).
 *
 * 1. Post `hello` to the parent, addressed to the exact host origin that the server put into our page.
 * 2. Take `init` only from the parent window, from that origin, with a port, in the right shape.
 * 3. From then on speak over the port only. A later `init` (the loader answers a repeated hello) replaces the port.
 */
import type {FrameMessage, Hello, HostMessage, Init} from '../protocol/messages.ts';
import {isHostMessage, isInit, version} from './host-messages.ts';

export interface ChannelOptions {
  hostOrigin: string;
  onInit: (init: Init) => void;
  onMessage: (message: HostMessage) => void;
  /** What the host calls us by, in the person's language. */
  words?: Pick<Hello, 'title' | 'close'>;
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
    const init: unknown = event.data;
    if (!isInit(init)) return;
    port?.close();
    port = given;
    port.onmessage = ({data}: MessageEvent<unknown>) => {
      if (isHostMessage(data)) options.onMessage(data);
    };
    options.onInit(init);
  };

  self.addEventListener('message', receive as EventListener);
  const hello: Hello = {countersign: 'hello', version, ...options.words};
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
export function speaks(theirs: number): boolean {
  return theirs === version || theirs === version - 1;
}
