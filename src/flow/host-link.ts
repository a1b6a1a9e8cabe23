/** What the flow tells the page around it: over the port in a frame, nothing on the hosted page. */
import type {Position} from '../protocol/position.ts';
import type {FrameMessage} from '../protocol/messages.ts';
import type {AppWindow} from './app-channel.ts';
import {openChannel, type Channel} from './channel.ts';
import type {FlowConfig} from './config.ts';
import type {HostListener} from './host-listener.ts';
import {t} from './words.ts';

export class HostLink {
  channel: Channel | undefined;
  #told: string | undefined;
  #height = 0;

  /** Speaks the protocol that the page was opened with. @param page what the server wrote into it */
  async connect(hostOrigin: string, config: FlowConfig, page: Element, listener: HostListener): Promise<void> {
    const {containerId} = config;
    if (containerId) {
      const {connectCompatibly} = await import('./compatible-channel.ts');
      this.channel = connectCompatibly(hostOrigin, {...config, containerId}, page, listener);
    } else
      this.channel = openChannel({hostOrigin, words: {title: document.title, close: t('base.close')}, ...listener});
  }

  /** The hosted page in an app's web view tells the app what it would tell a page around it. */
  async connectApp(config: FlowConfig, listener: HostListener): Promise<void> {
    const app = window as Window & AppWindow;
    if (!app.ReactNativeWebView && !app.CountersignAndroid && !app.webkit) return;
    const {openAppChannel} = await import('./app-channel.ts');
    this.channel = openAppChannel(app, listener, config);
  }

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

  /** Tells the height of the content whenever it changes. */
  watchSize(card: Element | null, signal: AbortSignal): void {
    if (!this.channel || !card) return;
    const observer = new ResizeObserver(() => this.size(card.scrollHeight));
    observer.observe(card);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  /** Content height in CSS pixels, when it changed. */
  size(height: number): void {
    const whole = Math.ceil(height);
    if (whole === this.#height) return;
    this.#height = whole;
    this.send({type: 'size', height: whole});
  }
}
