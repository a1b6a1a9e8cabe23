/** What the flow hears of its host. */
import type {HostMessage, Init} from '../protocol/messages.ts';

export interface HostListener {
  onInit(init: Init): void;
  onMessage(message: HostMessage): void;
  /** The host shows the flow, perhaps again. */
  onOpen(): void;
  /** The host takes the flow away. */
  onDestroy(): void;
  /** Resolves when what was asked for is painted. */
  painted(): Promise<void>;
}
