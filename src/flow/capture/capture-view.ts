import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {EvidenceSide} from '../../protocol/flow.ts';
import type {DocumentType} from '../../protocol/government-id.ts';
import {baseStyles, buttonStyles} from '../../ui/base-styles.ts';
import {cameraIcon} from '../../ui/icons.ts';
import {define} from '../../ui/define.ts';
import type {FlowActions} from '../actions.ts';
import {isHandheld} from '../handheld.ts';
import {onceOnline} from '../once-online.ts';
import {currentLanguage, t, type WordKey} from '../words.ts';
import {Camera, type CameraAbilities} from './camera.ts';
import {tellIntegrator} from './camera-policy.ts';
import type {CameraTrouble} from './camera-trouble.ts';
import {flipButton, phoneButton, torchButton, turnButton, uploadButton} from './capture-buttons.ts';
import {captureStyles} from './capture-styles.ts';
import {FileIntake} from './file-intake.ts';
import type {GuidanceState} from './guidance.ts';
import type {LiveGuide} from './live-guide.ts';
import type {FrameMeasurement} from './measure.ts';
import {shutterRing} from './shutter-ring.ts';
import {PictureEvent, takeStill, type Picture} from './picture.ts';

type Phase = 'asking' | 'live' | 'taken' | {trouble: CameraTrouble};

/** The same hint is said again only after others, and never more often than this. */
const speakMs = 2500;

/**
 * One picture of one side: by the camera with guidance and a shutter that fires by itself, by its button, or from a file.
 * @fires cs-picture - the picture, once.
 */
export class CaptureView extends LitElement {
  static override properties = {
    type: {},
    side: {},
    upload: {type: Boolean},
    actions: {attribute: false},
    language: {},
    phase: {state: true},
    guidance: {state: true},
    abilities: {state: true},
    torchOn: {state: true},
    upright: {state: true},
    wide: {state: true},
    unguided: {state: true},
    dragging: {state: true},
    notice: {state: true},
  };
  declare type: DocumentType | undefined;
  declare side: EvidenceSide;
  /** Whether files are allowed. */
  declare upload: boolean;
  declare actions: FlowActions;
  declare language: string;
  declare phase: Phase;
  /** Absent while the guidance is loading; the button works without it. */
  declare guidance: GuidanceState | undefined;
  declare abilities: CameraAbilities;
  declare torchOn: boolean;
  declare upright: boolean;
  /** A wide picture in a narrow place: shown whole instead of filling the height. */
  declare wide: boolean;
  /** The guidance did not load; the hint says how to do without. */
  declare unguided: boolean;
  declare dragging: boolean;
  /** Why the last file was refused. */
  declare notice: WordKey | undefined;

  readonly #camera = new Camera();
  readonly #intake = new FileIntake({
    accepts: () => this.upload,
    side: () => this.side,
    onDrag: (over) => (this.dragging = over),
    onRefused: (why) => this.#refused(why),
    onPicture: (picture) => this.#done(picture),
    onError: (error) => this.actions.fail(error, () => Promise.resolve()),
  });
  #live: LiveGuide | undefined;
  #measured: FrameMeasurement | undefined;
  #spokenAt = 0;
  #reopened = false;
  #away = new AbortController();

  static override styles = [baseStyles, buttonStyles, captureStyles];

  constructor() {
    super();
    this.side = 'front';
    this.upload = false;
    this.language = currentLanguage();
    this.phase = 'asking';
    this.abilities = {torch: false, flip: false};
    this.torchOn = false;
    this.upright = false;
    this.wide = false;
    this.unguided = false;
    this.dragging = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#away = new AbortController();
    const {signal} = this.#away;
    document.addEventListener('visibilitychange', () => this.#visibility(), {signal});
    addEventListener('pagehide', () => this.#close(), {signal});
    addEventListener('resize', () => this.#fit(), {signal});
    addEventListener('pageshow', (event) => event.persisted && void this.#open(), {signal});
    this.#intake.listen(signal);
    this.#camera.onEnded = () => this.#lost('busy');
    void this.updateComplete.then(() => this.#open());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#away.abort();
    this.#close();
    this.actions.immersive(false);
  }

  get #elsewhere(): boolean {
    return this.actions.devices.mayHandOver;
  }

  get #video(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video');
  }

  async #open(): Promise<void> {
    this.phase = 'asking';
    await this.updateComplete;
    const video = this.#video;
    if (!video || !this.isConnected) return;
    try {
      this.abilities = await this.#camera.start(video);
    } catch (error) {
      await this.#refusedCamera(error);
      return;
    }
    if (this.#camera.open && this.isConnected) this.#begin(video);
  }

  #begin(video: HTMLVideoElement): void {
    this.actions.note('camera', {side: this.side});
    this.phase = 'live';
    this.torchOn = false;
    this.guidance = undefined;
    void this.#guide(video);
  }

  /** The guidance is a helper: where its code or worker does not come, the person aims and presses without it. */
  async #guide(video: HTMLVideoElement): Promise<void> {
    const module = await import('./live-guide.ts').catch(() => undefined);
    const guide = this.renderRoot.querySelector('.guide');
    this.unguided = !module;
    if (!module || !guide || this.phase !== 'live' || !this.#camera.open) return;
    this.#live?.stop();
    this.#live = new module.LiveGuide({
      video,
      guide,
      expected: {type: this.type, side: this.side},
      onGuidance: (state, measured) => this.#guided(state, measured),
      onLost: () => this.#lost('black'),
    });
  }

  #guided(state: GuidanceState, measured: FrameMeasurement): void {
    if (this.phase !== 'live') return;
    this.guidance = state;
    this.#measured = measured;
    this.#say(state);
    if (state.hold >= 1) void this.#take('camera_auto');
  }

  /** A camera that stopped giving pictures is opened once more before we speak of it. */
  #lost(trouble: CameraTrouble): void {
    if (this.#reopened) return this.#trouble(trouble);
    this.#reopened = true;
    this.#close();
    void this.#open();
  }

  async #refusedCamera(error: unknown): Promise<void> {
    try {
      const {classifyCameraTrouble, readCameraSigns} = await onceOnline(() => import('./camera-trouble.ts'));
      this.#trouble(classifyCameraTrouble(await readCameraSigns(error)));
    } catch (missing) {
      this.actions.fail(missing, () => this.#open());
    }
  }

  #trouble(trouble: CameraTrouble): void {
    this.#close();
    if (!this.isConnected) return;
    this.phase = {trouble};
    // Its words are loaded with the others; where even its code does not come, the error screen says so.
    onceOnline(() => import('./trouble-view.ts')).catch((error: unknown) =>
      this.actions.fail(error, () => this.#open()),
    );
    if (trouble === 'policy') tellIntegrator();
    if (trouble === 'missing') this.actions.note('camera-missing');
    if (trouble === 'denied' || trouble === 'policy') this.actions.note('camera-denied');
  }

  #close(): void {
    this.#live?.stop();
    this.#live = undefined;
    this.#measured = undefined;
    this.#camera.stop();
  }

  #visibility(): void {
    if (document.visibilityState === 'hidden') this.#close();
    else if (this.phase === 'live' || this.phase === 'asking') void this.#open();
  }

  #say({hint}: GuidanceState): void {
    const now = performance.now();
    if (now - this.#spokenAt < speakMs) return;
    this.#spokenAt = now;
    this.actions.announce(t(`capture.hint_${hint}`));
  }

  async #take(capture: Picture['capture']): Promise<void> {
    const video = this.#video;
    if (!video || this.phase !== 'live') return;
    const measured = this.#measured;
    this.phase = 'taken';
    try {
      const blob = await takeStill(video);
      this.#done({blob, side: this.side, capture, viewable: true, upright: this.#stands, ...(measured && {measured})});
    } catch {
      // The camera had just begun or just ended: it goes on, and so may the person.
      this.phase = 'live';
    }
  }

  #done(picture: Picture): void {
    this.#close();
    this.actions.announce(t('capture.hint_taken'));
    this.dispatchEvent(new PictureEvent(picture));
  }

  #refused(why: WordKey): void {
    this.notice = why;
    this.actions.announce(t(why));
  }

  /** Cutting up to a third off is fine, as on a phone held upright; more would leave too few pixels for the document. */
  #fit(): void {
    const video = this.#video;
    const stage = this.renderRoot.querySelector('.stage');
    if (!stage || !video?.videoWidth || !video.videoHeight) return;
    const ratio = video.videoWidth / video.videoHeight;
    this.style.setProperty('--video-ratio', String(ratio));
    this.wide = ratio > 1.5 * (stage.clientWidth / stage.clientHeight);
  }

  async #flip(): Promise<void> {
    const video = this.#video;
    if (!video) return;
    this.#live?.stop();
    try {
      this.abilities = await this.#camera.flip(video);
      this.#begin(video);
    } catch (error) {
      await this.#refusedCamera(error);
    }
  }

  async #light(): Promise<void> {
    try {
      await this.#camera.light(!this.torchOn);
      this.torchOn = !this.torchOn;
    } catch {
      // Listed as able, yet refused (low battery, another app): the button goes.
      this.abilities = {...this.abilities, torch: false};
    }
  }

  override willUpdate(): void {
    this.actions.immersive(typeof this.phase === 'string');
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('phase');
    const turned = typeof before !== typeof this.phase;
    if (changed.has('phase') && turned && this.actions.mayFocus()) {
      this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
    }
  }

  override render(): TemplateResult {
    if (typeof this.phase === 'object') return this.#troubled(this.phase.trouble);
    const {hint, ready, hold} = this.guidance ?? {
      hint: this.unguided ? ('manual' as const) : ('place' as const),
      ready: false,
      hold: 0,
    };
    const state = this.phase === 'taken' ? 'taken' : ready ? 'ready' : 'searching';
    return html`<div class="stage ${state} ${this.wide ? 'wide' : ''}">
      <video
        playsinline
        muted
        autoplay
        aria-label=${t('capture.preview')}
        @loadedmetadata=${this.#fit}
        @resize=${this.#fit}
      ></video>
      <h1 tabindex="-1">${t(this.#title())}</h1>
      <div class="place">
        <div class="guide ${this.#shape()}">
          <span class="corners" aria-hidden="true"><i></i><i></i><i></i><i></i></span>
          ${this.type === 'pp' ? html`<span class="lines" aria-hidden="true"><i></i><i></i></span>` : nothing}
          ${this.phase === 'asking' ? this.#ask() : nothing}
        </div>
      </div>
      <p class="hint ${ready || this.phase === 'taken' ? 'good' : ''}">
        ${this.notice ? t(this.notice) : t(`capture.hint_${this.phase === 'taken' ? 'taken' : hint}`)}
      </p>
      <div class="controls">
        <div class="side">
          ${turnButton(this.upright, () => (this.upright = !this.upright))}${this.abilities.torch ? torchButton(this.torchOn, () => void this.#light()) : nothing}
        </div>
        <button
          class="shutter"
          type="button"
          aria-label=${t('capture.takePhoto')}
          aria-disabled=${this.phase !== 'live'}
          @click=${() => void this.#take('camera_manual')}
        >
          ${shutterRing(hold)}
        </button>
        <div class="side">${this.abilities.flip ? flipButton(() => void this.#flip()) : nothing}</div>
        <div class="instead">
          ${this.upload ? uploadButton(() => this.#intake.choose()) : nothing}
          ${this.#elsewhere && !isHandheld() ? phoneButton(() => this.actions.devices.handOver()) : nothing}
        </div>
      </div>
      <div class="flash"></div>
      ${this.dragging ? html`<div class="drop">${t('capture.uploadDrop')}</div>` : nothing}
    </div>`;
  }

  #title(): WordKey {
    const {type, side} = this;
    if (side === 'page') return 'capture.page';
    if (side === 'back')
      return type === 'dl' || type === 'id' || type === 'pr' ? `capture.back_${type}` : 'capture.back_card';
    return type === undefined || type === 'other' ? 'capture.front_card' : `capture.front_${type}`;
  }

  get #stands(): boolean {
    return this.upright !== (this.side === 'page');
  }

  #shape(): string {
    // a letter stands upright until the frame is turned
    if (this.#stands) return 'upright';
    if (this.type === 'pp' || this.type === 'visa') return 'page';
    return this.type === undefined || this.type === 'other' ? '' : 'card';
  }

  #ask(): TemplateResult {
    return html`<div class="ask">
      ${cameraIcon()}
      <h2>${t('capture.askTitle')}</h2>
      <p>${t('capture.askText')}</p>
    </div>`;
  }

  #troubled(trouble: CameraTrouble): TemplateResult {
    return html`<cs-camera-trouble
      kind=${trouble}
      ?upload=${this.upload}
      ?elsewhere=${this.#elsewhere || trouble === 'inapp'}
      ?came=${this.actions.devices.came}
      ?dragging=${this.dragging}
      .notice=${this.notice}
      .language=${this.language}
      @cs-again=${() => void this.#open()}
      @cs-upload=${() => this.#intake.choose()}
      @cs-hand-over=${() => this.actions.devices.handOver()}
    ></cs-camera-trouble>`;
  }
}

define('cs-capture', CaptureView);
