/** One frame from its mounting to its removal: what comes over the port becomes events, what goes wrong becomes a way on. */
import type {FrameMessage, Hello} from '../protocol/messages.ts';
import {openChannel} from './channel.ts';
import {complain, emit, type InquiryEventDetails} from './events.ts';
import {createFrame, hostedUrl, widgetUrl} from './frame.ts';
import {readJson, type Shown, type Theme} from './options.ts';
import {buildStage} from './stage.ts';

/** The flow has this long to say that it is ready. */
const watchdogMs = 30_000;
/** A frame that was told to leave at once has this long to hand over what resumes the inquiry. */
const farewellMs = 1_000;

/** The element: what it shows is read again at every handshake. */
export interface VisitHost extends Shown, HTMLElement {
  readonly mode: string | null;
  /** Takes the visit away; called before the last event. */
  destroy(): void;
}

export interface Visit {
  show(): void;
  setTheme(theme: Theme): void;
  /** Asks the person whether to leave; `force` leaves at once. */
  close(force?: boolean): void;
  remove(): void;
}

/** @param origin exact origin of the flow */
export function startVisit(host: VisitHost, root: ShadowRoot, origin: string): Visit {
  const hosted = hostedUrl(origin, host);
  const isModal = host.mode === 'modal';
  const frame = createFrame(origin, widgetUrl(origin, host));
  let ready = false;
  /** The person came through to the end: closing is no longer a cancellation. */
  let complete = false;
  /** What the frame told of an inquiry it started itself; a frame that is reloaded gets the token back. */
  let started: InquiryEventDetails['inquiry-cancel'] = {};

  const leave = (): void => {
    // whoever was faster took the frame out of the page
    if (!frame.isConnected) return;
    host.destroy();
    if (!complete) emit(host, 'inquiry-cancel', started);
  };
  const close = (force = false): void => {
    if (complete || !ready) return leave();
    channel.send({type: 'close', force});
    if (!force) return;
    stage.hide();
    setTimeout(leave, farewellMs);
  };
  /** The flow cannot come; the person gets the hosted page as a way on. */
  const fail = (code: string): void => {
    stage.offer(hosted);
    complain(host, code, origin, hosted);
  };
  // a guard looked at the message: what is left of it is the detail of the event of the same name
  const receive = ({type, ...detail}: FrameMessage & Record<string, unknown>): void => {
    if (type === 'ready') {
      ready = true;
      stage.reveal();
    }
    // a page of ours that says why it cannot open is an answer too; the way out stays ours then
    if (type === 'ready' || type === 'error') clearTimeout(watchdog);
    if (type === 'size') {
      if (!isModal) frame.style.height = `${detail.height as number}px`;
    } else if (type === 'event') {
      const {sessionToken, ...data} = detail.data as Record<string, unknown>;
      const name = detail.name as 'load' | 'start' | 'step';
      if (name === 'start') started = {...data, sessionToken} as typeof started;
      emit(host, 'inquiry-event', {name, data});
      if (/^(load|start|step)$/.test(name)) emit(host, `inquiry-${name}`, data);
    } else if (type === 'cancel' || type === 'close') {
      started = {...started, ...detail};
      leave();
    } else {
      if (type === 'complete') complete = true;
      if (type === 'error') detail.hostedUrl = hosted;
      emit(host, `inquiry-${type}`, detail as never);
    }
  };

  const stage = buildStage(root, frame, isModal ? () => close() : undefined);
  /** The page's words; else the flow's, once it said them; until then English. */
  const met = ({title, close}: Partial<Hello>): void =>
    stage.name(host.frameTitle || title || 'Identity verification', host.closeLabel || close || 'Close');
  met({});
  const init = (): ReturnType<Parameters<typeof openChannel>[2]> => ({
    mode: isModal ? 'modal' : 'inline',
    sessionToken: started.sessionToken ?? host.sessionToken ?? undefined,
    language: host.language ?? undefined,
    theme: host.theme ?? undefined,
    fields: host.fields ?? readJson(host.getAttribute('fields')),
  });
  const channel = openChannel(frame, origin, init, receive, met, () => fail('unsupported_version'));
  const watchdog = setTimeout(fail, watchdogMs, 'timeout');

  return {
    show: stage.show,
    setTheme: (theme) => channel.send({type: 'theme', theme}),
    close,
    remove() {
      clearTimeout(watchdog);
      channel.close();
      stage.hide();
      frame.parentElement?.remove();
    },
  };
}
