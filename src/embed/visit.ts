/** One frame from its mounting to its removal: what comes over the port becomes events, what goes wrong becomes a way on. */
import type {FrameMessage} from '../protocol/messages.ts';
import {openChannel} from './channel.ts';
import type {InquiryEventDetails, InquiryEventName} from './events.ts';
import {createFrame, hostedUrl, widgetUrl} from './frame.ts';
import type {InquiryOptions, Theme} from './options.ts';
import {buildStage} from './stage.ts';
import {wordsFor} from './words.ts';

/** The flow has this long to say that it is ready. */
const watchdogMs = 30_000;
/** A frame that was told to leave at once has this long to hand over what resumes the inquiry. */
const farewellMs = 1_000;

export interface VisitOptions {
  /** Where the frame goes. */
  root: ShadowRoot;
  /** Exact origin of the flow. */
  origin: string;
  modal: boolean;
  /** Read again at every handshake; null is the same as absent. */
  options: {[K in keyof InquiryOptions]: InquiryOptions[K] | null | undefined};
  emit: <N extends InquiryEventName>(name: N, detail: InquiryEventDetails[N]) => void;
  /** The frame has to go; called before the last event. */
  onEnd: () => void;
}

export interface Visit {
  show(): void;
  setTheme(theme: Theme): void;
  /** Asks the person whether to leave; `force` leaves at once. */
  close(force: boolean): void;
  remove(): void;
}

export function startVisit({root, origin, modal, options, emit, onEnd}: VisitOptions): Visit {
  const hosted = hostedUrl(origin, options);
  const language = options.language || navigator.language;
  const [title = '', closeLabel = ''] = wordsFor(language);
  const frame = createFrame(origin, widgetUrl(origin, options), options.frameTitle || title);
  let ready = false;
  /** The person came through to the end: closing is no longer a cancellation. */
  let complete = false;
  let ended = false;
  /** What the frame told of an inquiry it started itself; a frame that is reloaded gets the token back. */
  let started: InquiryEventDetails['inquiry-cancel'] = {};

  const left = (): void => {
    if (ended) return;
    onEnd();
    if (!complete) emit('inquiry-cancel', started);
  };
  const close = (force = false): void => {
    if (complete || !ready) return left();
    channel.send({type: 'close', force});
    if (!force) return;
    stage.hide();
    setTimeout(left, farewellMs);
  };
  /** The flow cannot come; the person gets the hosted page as a way on. */
  const fail = (code: string, message: string): void => {
    globalThis.console.error(message);
    stage.offer(hosted);
    emit('inquiry-error', {code, message, retry: true, hostedUrl: hosted});
  };
  const receive = (message: FrameMessage): void => {
    const {type, ...rest} = message;
    if (type === 'ready' || type === 'error') {
      // whatever is wrong, the frame has its own words for the person
      ready = true;
      clearTimeout(watchdog);
      stage.reveal();
    }
    if (type === 'size') {
      if (!modal) frame.style.height = `${message.height}px`;
    } else if (type === 'event') {
      const {sessionToken, ...data} = message.data;
      const {name} = message;
      if (name === 'start') started = {...data, sessionToken} as typeof started;
      emit('inquiry-event', {name, data});
      if (name === 'load' || name === 'start' || name === 'step') emit(`inquiry-${name}`, data);
    } else if (type === 'cancel' || type === 'close') {
      started = {...started, ...rest};
      left();
    } else {
      complete ||= type === 'complete';
      // a guard looked at the message: it is the detail of the event of the same name
      emit(`inquiry-${type}`, (type === 'error' ? {...rest, hostedUrl: hosted} : rest) as never);
    }
  };

  const stage = buildStage({root, frame, modal, closeLabel, onClose: close});
  const channel = openChannel({
    frame,
    origin,
    init: () => ({
      mode: modal ? 'modal' : 'inline',
      sessionToken: (started.sessionToken ?? options.sessionToken) || undefined,
      language: options.language ?? undefined,
      theme: options.theme ?? undefined,
      fields: options.fields ?? undefined,
    }),
    onMessage: receive,
    onOtherVersion: () => fail('unsupported_version', `${origin} speaks another version`),
  });
  const watchdog = setTimeout(() => fail('timeout', `no answer from ${origin}`), watchdogMs);

  return {
    show: stage.show,
    setTheme: (theme) => channel.send({type: 'theme', theme}),
    close,
    remove() {
      ended = true;
      clearTimeout(watchdog);
      channel.close();
      stage.remove();
    },
  };
}
