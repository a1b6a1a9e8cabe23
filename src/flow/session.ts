/**
 * One person's way through one inquiry, as this page knows it. The server owns the position; this object asks, keeps the newest,
 * and tells its listener. Older answers that arrive late are dropped by their version.
 */
import * as z from 'zod/mini';
import {
  evidenceSlotSchema,
  flowEventSchema,
  handoffSchema,
  livenessAnswerSchema,
  sessionSchema,
  type EvidenceSlot,
  type Handoff,
  type LivenessAnswer,
  type LivenessStep,
  type OpenEvidence,
  type OpenSession,
  type SendHandoff,
  type StartInquiry,
  type SubmitStep,
} from '../protocol/flow.ts';
import {positionSchema, type Position, type ProgressWord} from '../protocol/position.ts';
import {Api, type ApiOptions} from './api.ts';
import type {ConnectionState} from './connection.ts';
import {FlowApiError} from './flow-api-error.ts';
import {readEvents} from './event-stream.ts';
import {SessionClock} from './session-clock.ts';

export interface SessionListener {
  position(position: Position): void;
  progress(words: readonly ProgressWord[]): void;
  /** Trouble in the background (while watching) that asking again cannot mend. */
  trouble(error: FlowApiError): void;
  connection(state: ConnectionState): void;
  /** The session ends in so many seconds, and nobody did anything for a while. */
  ending(secondsLeft: number): void;
}

/** The server says something every 15 s at least; a stream that is silent for longer is dead, whatever the network thinks. */
const silenceMs = 40_000;

const finalKinds = new Set(['success', 'failed', 'expired']);

type Opened = z.infer<typeof sessionSchema>;

export class FlowSession {
  readonly api: Api;
  readonly #listener: SessionListener;
  readonly #wait: (ms: number) => Promise<void>;
  #position: Position | undefined;
  #watching: AbortController | undefined;
  #offline = false;
  #notes: {name: string; at: number}[] = [];
  #flushTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #clock: SessionClock;

  constructor(listener: SessionListener, options: ApiOptions = {}) {
    this.#listener = listener;
    // Without this zod probes for `eval`, which our own policy then reports.
    z.config({jitless: true});
    this.api = new Api(options);
    this.api.connection.onChange = (state) => this.#connectionChanged(state);
    this.#clock = new SessionClock({
      // nobody asked: where it fails, the next warning or the next press says so
      active: () => void this.extend().catch(() => {}),
      ending: (secondsLeft) => this.#listener.ending(secondsLeft),
    });
    this.#wait = options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  }

  get position(): Position | undefined {
    return this.#position;
  }

  get token(): string | undefined {
    return this.api.token;
  }

  /** A browser starts a new inquiry of a template that allows it. */
  async start(request: StartInquiry): Promise<Position> {
    return this.#opened(await this.api.ask(sessionSchema, {method: 'POST', path: '/inquiries', json: request}));
  }

  /** A session for an inquiry that exists: by id while `created`, or by a one-time code. `before` its first screen is shown. */
  async open(request: OpenSession, before: (session: Opened) => void = () => {}): Promise<Opened> {
    const session = await this.api.ask(sessionSchema, {method: 'POST', path: '/sessions', json: request});
    before(session);
    return {...session, position: this.#opened(session)};
  }

  /** Goes on with a token that the host page gave. */
  async resume(token: string): Promise<Position> {
    this.api.token = token;
    this.#tellSignals();
    return this.refresh();
  }

  /** The person is still there: this device's session begins anew. */
  async extend(): Promise<Position> {
    return this.#take(await this.api.ask(positionSchema, {method: 'POST', path: '/session/extend', json: {}}));
  }

  /** The page goes away: nothing is asked any more, and what was noted is sent. */
  end(): void {
    this.stop();
    this.#clock.stop();
    this.#flush();
  }

  /** Lets go of the inquiry; the next one begins with nothing of it. */
  forget(): void {
    this.end();
    this.api.token = undefined;
    this.#position = undefined;
  }

  async refresh(signal?: AbortSignal): Promise<Position> {
    return this.#take(await this.api.ask(positionSchema, {method: 'GET', path: '/position', ...(signal && {signal})}));
  }

  async submit(step: SubmitStep): Promise<Position> {
    const at = this.#position;
    if (!at) throw new FlowApiError('session_expired', 0, 'No session is open.');
    try {
      const path = `/steps/${encodeURIComponent(at.step)}`;
      return this.#take(await this.api.ask(positionSchema, {method: 'POST', path, json: step}));
    } catch (error) {
      // Another tab or device was faster: its step counts, and we show where the inquiry stands now.
      if (isOvertaken(error)) return this.refresh();
      throw error;
    }
  }

  /** @throws FlowApiError `aborted` when another tab or device was faster: the newer position is shown, nobody wants the picture any more. */
  async openEvidence(request: OpenEvidence, signal: AbortSignal): Promise<EvidenceSlot> {
    const before = this.#position?.version;
    try {
      return await this.api.ask(evidenceSlotSchema, {method: 'POST', path: '/evidence', json: request, signal});
    } catch (error) {
      if (!isOvertaken(error) || (await this.refresh(signal)).version === before) throw error;
      throw new FlowApiError('aborted', 0, 'The inquiry went on elsewhere.');
    }
  }

  /** Sends the frames of one step of a liveness session; the answer's position shows the next one. */
  async answerLiveness({id, step}: {id: string; step: number}, body: LivenessStep): Promise<LivenessAnswer> {
    const path = `/liveness/${encodeURIComponent(id)}/steps/${step}`;
    try {
      const answer = await this.api.ask(livenessAnswerSchema, {method: 'POST', path, json: body});
      this.#take(answer.position);
      return answer;
    } catch (error) {
      // Another tab or device began a session of its own: what stands there counts.
      if (isOvertaken(error)) return {accepted: false, position: await this.refresh()};
      throw error;
    }
  }

  /** What a template says is then told anew. */
  async changeLanguage(language: string): Promise<void> {
    this.#take(await this.api.ask(positionSchema, {method: 'POST', path: '/language', json: {language}}));
  }

  /** A one-time code for another device. */
  handOver(): Promise<Handoff> {
    return this.api.ask(handoffSchema, {method: 'POST', path: '/handoff', json: {}});
  }

  async sendLink(request: SendHandoff): Promise<void> {
    await this.api.send({method: 'POST', path: '/handoff/send', json: request});
  }

  /** Ends the devices that joined by handoff. */
  async refuseDevices(): Promise<Position> {
    let position = await this.refresh();
    for (const {id} of position.joined ?? []) {
      position = this.#take(await this.api.ask(positionSchema, {method: 'POST', path: '/handoff/refuse', json: {id}}));
    }
    return position;
  }

  /** Says that the person left; the page may be going away, so nobody waits for the answer. */
  leave(reason: 'cancel' | 'close' | 'unload'): void {
    this.end();
    if (!this.token) return;
    // Leaving works without the server knowing at once: the inquiry stays where it is until it expires.
    this.api.send({method: 'POST', path: '/leave', json: {reason}, keepalive: true}).catch(() => {});
  }

  /** Follows the inquiry while the server works: events by stream, and questions where streams do not pass (proxies). */
  watch(): void {
    if (this.#watching) return;
    this.#watching = new AbortController();
    void this.#follow(this.#watching.signal);
  }

  /** A stream that was open when the line broke may hang for ever: it is opened anew when the line is back. */
  #connectionChanged(state: ConnectionState): void {
    const wasOffline = this.#offline;
    this.#offline = state === 'offline';
    this.#listener.connection(state);
    if (!wasOffline || state !== 'online' || !this.#watching) return;
    this.stop();
    this.watch();
  }

  stop(): void {
    this.#watching?.abort();
    this.#watching = undefined;
  }

  async #follow(signal: AbortSignal): Promise<void> {
    for (let round = 0; !signal.aborted; round++) {
      const before = this.#position?.version;
      if (round % 4 === 0) await this.#readStream(signal);
      if (signal.aborted) return;
      try {
        await this.refresh(signal);
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof FlowApiError && error.code !== 'network' && error.status < 500) {
          this.stop();
          this.#listener.trouble(error);
          return;
        }
      }
      if (this.#position?.version !== before) round = 0;
      await this.#wait(Math.min(4000, 800 + 400 * round));
    }
  }

  /** Reads until the stream ends; it may end at any time, the caller asks for the position then. */
  async #readStream(signal: AbortSignal): Promise<void> {
    try {
      const response = await this.api.stream('/events', signal);
      if (!response.body) return;
      for await (const event of readEvents(response.body, silenceMs)) this.#event(event.type, event.data);
    } catch {
      // Streams break on sleep, proxies and bad lines: polling goes on, and the next round opens a new one.
    }
  }

  #event(type: string, data: string): void {
    let body: unknown;
    try {
      body = JSON.parse(data);
    } catch {
      return;
    }
    const parsed = z.safeParse(flowEventSchema, {type, ...(typeof body === 'object' ? body : {})});
    if (!parsed.success) return;
    if (parsed.data.type === 'position') this.#take(parsed.data.position);
    else this.#listener.progress(parsed.data.words);
  }

  /** A coarse event of the screen for the operator's funnel; sent in small batches. */
  note(name: string): void {
    this.#notes.push({name, at: Date.now()});
    this.#flushTimer ??= setTimeout(() => this.#flush(), 3000);
  }

  #flush(): void {
    clearTimeout(this.#flushTimer);
    this.#flushTimer = undefined;
    if (!this.token || !this.#notes.length) return;
    const events = this.#notes.splice(0, 50);
    // The funnel may miss an event; the person must not wait for it or see its failure.
    this.api.send({method: 'POST', path: '/telemetry', json: {events}, keepalive: true}).catch(() => {});
  }

  #opened(session: Opened): Position {
    this.api.token = session.token;
    this.#position = undefined;
    this.#tellSignals();
    return this.#take(session.position);
  }

  /** Nobody waits for it: a session without signals is as good. */
  #tellSignals(): void {
    import('./signals.ts').then(({tellSignals}) => tellSignals(this.api)).catch(() => {});
  }

  #take(position: Position): Position {
    const known = this.#position;
    if (known && known.inquiryId === position.inquiryId && position.version < known.version) return known;
    this.#position = position;
    this.#clock.set(position.sessionSecondsLeft);
    if (finalKinds.has(position.screen.kind)) this.stop();
    this.#listener.position(position);
    return position;
  }
}

function isOvertaken(error: unknown): boolean {
  return error instanceof FlowApiError && (error.code === 'invalid_transition' || error.code === 'stale_version');
}
