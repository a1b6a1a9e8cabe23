import {html, nothing, type TemplateResult} from 'lit';
import type {EvidenceSide} from '../../protocol/flow.ts';
import type {DocumentType} from '../../protocol/government-id.ts';
import {baseStyles, buttonStyles} from '../../ui/base-styles.ts';
import {define} from '../../ui/define.ts';
import {t, type WordKey} from '../words.ts';
import type {CameraAbilities} from './camera.ts';
import {CameraView} from './camera-view.ts';
import {flipButton, phoneButton, torchButton, turnButton, uploadButton} from './capture-buttons.ts';
import {captureStyles} from './capture-styles.ts';
import {FileIntake} from './file-intake.ts';
import type {GuidanceState} from './guidance.ts';
import type {LiveGuide} from './live-guide.ts';
import type {FrameMeasurement} from './measure.ts';
import {shutterRing} from './shutter-ring.ts';
import {PictureEvent, takeStill, type Picture} from './picture.ts';

/**
 * One picture of one side: by the camera with guidance and a shutter that fires by itself, by its button, or from a file.
 * @fires cs-picture - the picture, once.
 */
export class CaptureView extends CameraView {
  static override properties = {
    ...CameraView.properties,
    type: {},
    side: {},
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

  static override styles = [baseStyles, buttonStyles, captureStyles];

  constructor() {
    super();
    this.side = 'front';
    this.abilities = {torch: false, flip: false};
    this.torchOn = false;
    this.upright = false;
    this.wide = false;
    this.unguided = false;
    this.dragging = false;
  }

  protected override listen(signal: AbortSignal): void {
    addEventListener('resize', () => this.#fit(), {signal});
    this.#intake.listen(signal);
  }

  protected override begin(video: HTMLVideoElement, abilities: CameraAbilities): void {
    this.abilities = abilities;
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
    if (!module || !guide || this.phase !== 'live' || !this.camera.open) return;
    this.#live?.stop();
    this.#live = new module.LiveGuide({
      video,
      guide,
      expected: {type: this.type, side: this.side},
      onGuidance: (state, measured) => this.#guided(state, measured),
      onLost: () => this.lost('black'),
    });
  }

  #guided(state: GuidanceState, measured: FrameMeasurement): void {
    if (this.phase !== 'live') return;
    this.guidance = state;
    this.#measured = measured;
    this.say(t(`capture.hint_${state.hint}`));
    if (state.hold >= 1) void this.#take('camera_auto');
  }

  protected override close(): void {
    this.#live?.stop();
    this.#live = undefined;
    this.#measured = undefined;
    super.close();
  }

  /** What is taken needs no camera any longer. */
  protected override get wantsCamera(): boolean {
    return super.wantsCamera && this.phase !== 'taken';
  }

  protected override chooseFile(): void {
    this.#intake.choose();
  }

  async #take(capture: Picture['capture']): Promise<void> {
    const video = this.video;
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
    this.close();
    this.actions.announce(t('capture.hint_taken'));
    this.dispatchEvent(new PictureEvent(picture));
  }

  #refused(why: WordKey): void {
    this.notice = why;
    this.actions.announce(t(why));
  }

  /** Cutting up to a third off is fine, as on a phone held upright; more would leave too few pixels for the document. */
  #fit(): void {
    const video = this.video;
    const stage = this.renderRoot.querySelector('.stage');
    if (!stage || !video?.videoWidth || !video.videoHeight) return;
    const ratio = video.videoWidth / video.videoHeight;
    this.style.setProperty('--video-ratio', String(ratio));
    this.wide = ratio > 1.5 * (stage.clientWidth / stage.clientHeight);
  }

  async #flip(): Promise<void> {
    this.#live?.stop();
    await this.turnOn((video) => this.camera.flip(video));
  }

  async #light(): Promise<void> {
    try {
      await this.camera.light(!this.torchOn);
      this.torchOn = !this.torchOn;
    } catch {
      // Listed as able, yet refused (low battery, another app): the button goes.
      this.abilities = {...this.abilities, torch: false};
    }
  }

  override render(): TemplateResult {
    if (typeof this.phase === 'object') return this.troubled(this.phase.trouble, this);
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
          ${this.phase === 'asking' ? this.ask(t('capture.askText')) : nothing}
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
          ${this.upload ? uploadButton(() => this.chooseFile()) : nothing}
          ${this.offersPhone ? phoneButton(() => this.actions.devices.handOver()) : nothing}
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
}

define('cs-capture', CaptureView);
