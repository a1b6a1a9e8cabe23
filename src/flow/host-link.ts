/** What the flow tells the page around it: over the port in a frame, nothing on the hosted page. */
import type {Position} from '../protocol/flow.ts';
import type {FrameMessage} from '../protocol/messages.ts';
import type {Channel} from './channel.ts';

export class HostLink {
  channel: Channel | undefined;
  #told: string | undefined;
  #height = 0;

  send(message: FrameMessage): void {
    this.channel?.send(message);
  }

  /** Every end of an inquiry is told once, as soon as the server says so; closing is another message. */
  finished({inquiryId, status, screen, fields, referenceId}: Position): void {
    if (screen.kind !== 'success' && screen.kind !== 'failed' && screen.kind !== 'expired') return;
    const end = `${inquiryId} ${status}`;
    if (this.#told === end) return;
    this.#told = end;
    if (screen.kind === 'expired') {
      this.send({type: 'error', code: 'expired', message: 'The inquiry has expired.', retry: false});
      return;
    }
    this.send({
      type: 'complete',
      inquiryId,
      status,
      fields: fields ?? {},
      ...(referenceId !== undefined && {referenceId}),
    });
  }

  /** The person left; with the token the host can let them go on later. */
  cancelled(inquiryId: string | undefined, sessionToken: string | undefined): void {
    this.send({type: 'cancel', ...(inquiryId && {inquiryId}), ...(sessionToken && {sessionToken})});
  }

  /** Content height in CSS pixels, when it changed. */
  size(height: number): void {
    const whole = Math.ceil(height);
    if (whole === this.#height) return;
    this.#height = whole;
    this.send({type: 'size', height: whole});
  }
}
