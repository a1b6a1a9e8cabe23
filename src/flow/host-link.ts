/** What the flow tells the page around it: over the port in a frame, nothing on the hosted page. */
import type {Position} from '../protocol/flow.ts';
import type {FrameMessage} from '../protocol/messages.ts';
import type {Channel} from './channel.ts';

export class HostLink {
  channel: Channel | undefined;
  #completed: string | undefined;
  #height = 0;

  send(message: FrameMessage): void {
    this.channel?.send(message);
  }

  /** Every finished inquiry is told once, as soon as the server says so; closing is another message. */
  finished(position: Position): void {
    const {kind} = position.screen;
    if (kind !== 'success' && kind !== 'failed') return;
    const key = `${position.inquiryId} ${position.status}`;
    if (this.#completed === key) return;
    this.#completed = key;
    this.send({
      type: 'complete',
      inquiryId: position.inquiryId,
      status: position.status,
      fields: position.fields ?? {},
      ...(position.referenceId !== undefined && {referenceId: position.referenceId}),
    });
  }

  /** Content height in CSS pixels, when it changed. */
  size(height: number): void {
    const whole = Math.ceil(height);
    if (whole === this.#height) return;
    this.#height = whole;
    this.send({type: 'size', height: whole});
  }
}
