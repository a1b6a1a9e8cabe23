import {LitElement, html, nothing, svg, type PropertyValues, type TemplateResult} from 'lit';
import type {LivenessAnswer, LivenessStep} from '../../protocol/flow.ts';
import type {Screen} from '../../protocol/position.ts';
import {baseStyles, buttonStyles} from '../../ui/base-styles.ts';
import {cameraIcon} from '../../ui/icons.ts';
import {define} from '../../ui/define.ts';
import type {FlowActions} from '../actions.ts';
import {isHandheld} from '../handheld.ts';
import {onceOnline} from '../once-online.ts';
import {currentLanguage, t} from '../words.ts';
import {Camera} from './camera.ts';
import {tellIntegrator} from './camera-policy.ts';
import type {CameraTrouble} from './camera-trouble.ts';
import {phoneButton} from './capture-buttons.ts';
import {captureStyles} from './capture-styles.ts';
import {asBase64, StepFrames} from './face/frames.ts';
import {advanceGuide, refuseGuide, startGuide, type FaceGuide, type FaceHint, type FaceReading} from './face/guide.ts';
import {FaceWatch} from './face/watch.ts';
import {selfieStyles} from './selfie-styles.ts';
import {shutterRing} from './shutter-ring.ts';

export type Challenge = NonNullable<Extract<Screen, {kind: 'selfie'}>['challenge']>;

type Phase = 'asking' | 'loading' | 'live' | 'sending' | {trouble: CameraTrouble};

/** The same hint is said again only after others, and never more often than this. */
const speakMs = 2500;
/** Between pictures where no net chooses them. */
const sampleMs = 350;

/**
 * The camera of a selfie: an oval, one hint, what to do now, a shutter that fires by itself and a button that always works.
 * @fires cs-live - the camera shows a picture: the session may begin
 * @fires cs-upload - there is no camera, and a file is to be chosen
 * @fires cs-alternative - the person cannot turn their head
 */
export class SelfieView extends LitElement {
  static override properties = {
    challenge: {attribute: false},
    actions: {attribute: false},
    language: {},
    upload: {type: Boolean},
    phase: {state: true},
    guide: {state: true},
    unguided: {state: true},
  };
  /** What is asked now; absent until the session of this camera has begun. */
  declare challenge: Challenge | undefined;
  declare actions: FlowActions;
  declare language: string;
  /** Whether a file may be given in the camera's place. */
  declare upload: boolean;
  declare phase: Phase;
  declare guide: FaceGuide | undefined;
  /** The nets did not come: the person aims and presses without them. */
  declare unguided: boolean;

  readonly #camera = new Camera({facing: 'user', width: 1280, height: 720});
  #watch: FaceWatch | undefined;
  #frames: StepFrames | undefined;
  #spokenAt = 0;
  #sampling: ReturnType<typeof setInterval> | undefined;
  #reopened = false;
  /** Of the frames that are on their way or were taken; what comes meanwhile is of a step that is over. */
  #answering: string | undefined;
  #away = new AbortController();

  static override styles = [baseStyles, buttonStyles, captureStyles, selfieStyles];

  constructor() {
    super();
    this.language = currentLanguage();
    this.phase = 'asking';
    this.unguided = false;
    this.upload = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#away = new AbortController();
    const {signal} = this.#away;
    document.addEventListener('visibilitychange', () => this.#visibility(), {signal});
    addEventListener('pagehide', () => this.#close(), {signal});
    addEventListener('pageshow', (event) => event.persisted && void this.#open(), {signal});
    this.#camera.onEnded = () => this.#lost('busy');
    void this.updateComplete.then(() => this.#open());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#away.abort();
    this.#close();
    this.actions.immersive(false);
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
      await this.#camera.start(video);
    } catch (error) {
      await this.#refusedCamera(error);
      return;
    }
    if (this.#camera.open && this.isConnected) await this.#begin(video);
  }

  /** The nets were sent for while the consent was read; where they do not come, the button does without. */
  async #begin(video: HTMLVideoElement): Promise<void> {
    this.phase = 'loading';
    const watch = new FaceWatch({
      video,
      onReading: (reading) => this.#read(reading),
      onLost: (trouble) => this.#lost(trouble),
    });
    this.#watch?.stop();
    this.#watch = watch;
    this.unguided = !(await watch.start());
    if (this.#watch !== watch || !this.isConnected) return;
    if (this.unguided) this.#sampling = setInterval(() => void this.#frames?.sample(), sampleMs);
    this.phase = 'live';
    this.#arm();
    if (!this.challenge) this.dispatchEvent(new Event('cs-live'));
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.actions.immersive(typeof this.phase === 'string');
    if (changed.has('challenge') && changed.get('challenge')?.nonce !== this.challenge?.nonce) this.#arm();
  }

  /** Another step: the guide and the pictures begin anew, and what to do is said at once. */
  #arm(): void {
    const {challenge} = this;
    const video = this.#video;
    if (!challenge || !video) return;
    this.guide = startGuide(challenge.pose, performance.now());
    this.#frames = new StepFrames(challenge.pose, video);
    this.#spokenAt = performance.now();
    this.actions.announce(t(`selfie.do_${challenge.pose}`));
  }

  #read(reading: FaceReading): void {
    const {challenge, guide} = this;
    if (!challenge || !guide || this.phase !== 'live') return;
    const now = performance.now();
    const next = advanceGuide(guide, reading, challenge.step === 0, now);
    this.guide = next;
    this.#say(next.hint);
    void this.#frames?.consider(next, reading, now);
    if (next.hold >= 1 && this.#frames?.enough(next, now)) void this.#send('camera_auto');
  }

  #say(hint: FaceHint): void {
    const now = performance.now();
    if (now - this.#spokenAt < speakMs) return;
    this.#spokenAt = now;
    this.actions.announce(this.#hintText(hint));
  }

  async #send(capture: LivenessStep['capture']): Promise<void> {
    const {challenge} = this;
    const frames = this.#frames;
    if (!challenge || !frames || this.phase !== 'live' || this.#answering === challenge.nonce) return;
    this.phase = 'sending';
    this.#answering = challenge.nonce;
    try {
      const taken = await frames.all();
      if (taken.length === 0) {
        this.#answering = undefined;
        this.phase = 'live';
        return;
      }
      const body: LivenessStep = {
        nonce: challenge.nonce,
        capture,
        frames: await Promise.all(
          taken.map(async ({at, jpeg}) => ({at: Math.round(at - (taken[0]?.at ?? 0)), jpeg: await asBase64(jpeg)})),
        ),
        ...(challenge.step === 0 && {camera: this.#cameraFacts()}),
      };
      const answer = await this.actions.session.answerLiveness(challenge, body);
      this.#answered(answer, challenge);
    } catch (error) {
      this.#close();
      this.actions.fail(error, async () => {
        await this.actions.session.refresh();
      });
    }
  }

  #answered({accepted, hint}: Pick<LivenessAnswer, 'accepted' | 'hint'>, {pose}: Challenge): void {
    if (!this.isConnected) return;
    if (this.phase === 'sending') this.phase = 'live';
    if (accepted || !this.guide || this.challenge?.pose !== pose) return;
    this.#answering = undefined;
    const video = this.#video;
    this.guide = refuseGuide(startGuide(pose, performance.now()), hint ?? 'place', performance.now());
    if (video) this.#frames = new StepFrames(pose, video);
    this.#spokenAt = 0;
    this.#say(this.guide.hint);
  }

  /** Signs of the camera itself; they are a reviewer's hint and never decide. */
  #cameraFacts(): NonNullable<LivenessStep['camera']> {
    const {track} = this.#camera;
    // Firefox before 132 has no getCapabilities.
    const {width, frameRate} = track?.getCapabilities?.() ?? {};
    const jitter = this.#watch?.jitterMs;
    return {
      label: (track?.label ?? '').slice(0, 200),
      ...(jitter !== undefined && {frameJitterMs: jitter}),
      ...((width ?? frameRate) !== undefined && {
        negotiable: width?.min !== width?.max || frameRate?.min !== frameRate?.max,
      }),
    };
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
    onceOnline(() => import('./trouble-view.ts')).catch((error: unknown) =>
      this.actions.fail(error, () => this.#open()),
    );
    if (trouble === 'policy') tellIntegrator();
    if (trouble === 'missing') this.actions.note('camera-missing');
    if (trouble === 'denied' || trouble === 'policy') this.actions.note('camera-denied');
  }

  #close(): void {
    clearInterval(this.#sampling);
    this.#watch?.stop();
    this.#watch = undefined;
    this.#camera.stop();
  }

  /** Frames on their way go on without the camera; it opens again for what comes after them. */
  #visibility(): void {
    if (document.visibilityState === 'hidden') this.#close();
    else if (typeof this.phase === 'string') void this.#open();
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('phase');
    const turned = typeof before !== typeof this.phase;
    if (changed.has('phase') && turned && this.actions.mayFocus()) {
      this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
    }
  }

  #hintText(hint: FaceHint): string {
    return t(`selfie.hint_${hint}`);
  }

  override render(): TemplateResult {
    if (typeof this.phase === 'object') {
      return html`<cs-camera-trouble
        kind=${this.phase.trouble}
        ?upload=${this.upload}
        ?elsewhere=${this.actions.devices.mayHandOver || this.phase.trouble === 'inapp'}
        ?came=${this.actions.devices.came}
        .language=${this.language}
        @cs-again=${() => void this.#open()}
        @cs-upload=${() => this.dispatchEvent(new Event('cs-upload'))}
        @cs-hand-over=${() => this.actions.devices.handOver()}
      ></cs-camera-trouble>`;
    }
    const {challenge, guide, phase} = this;
    const hold = phase === 'sending' ? 1 : (guide?.hold ?? 0);
    const ready = phase === 'sending' || guide?.goodSince !== undefined;
    return html`<div class="stage ${ready ? 'ready' : 'searching'}">
      <video playsinline muted autoplay aria-label=${t('selfie.preview')}></video>
      <h1 tabindex="-1">${t(challenge ? `selfie.do_${challenge.pose}` : 'selfie.cameraTitle')}</h1>
      <div class="place">
        <div class="guide oval">
          ${this.#ring(challenge, hold)} ${challenge ? this.#way(challenge) : nothing}
          ${phase === 'asking' ? this.#ask() : nothing}
        </div>
      </div>
      <p class="hint ${ready ? 'good' : ''}">${this.#hint(guide)}</p>
      <div class="controls">
        <div class="side"></div>
        <button
          class="shutter"
          type="button"
          aria-label=${t('selfie.takePhoto')}
          aria-disabled=${phase !== 'live' || !challenge}
          @click=${() => void this.#send('camera_manual')}
        >
          ${shutterRing(hold)}
        </button>
        <div class="side">
          ${challenge ? html`<p class="steps">${t('base.stepOf', {done: challenge.step + 1, of: challenge.of})}</p>` : nothing}
        </div>
        <div class="instead">${this.#instead()}</div>
      </div>
    </div>`;
  }

  /** Who finds out only now that this is not for them, or not for this camera. */
  #instead(): TemplateResult {
    const {challenge, actions} = this;
    return html`${
      challenge?.mode === 'poses'
        ? html`<button class="upload" type="button" @click=${() => this.dispatchEvent(new Event('cs-alternative'))}>
            ${t('selfie.alternative')}
          </button>`
        : nothing
    }
    ${actions.devices.mayHandOver && !isHandheld() ? phoneButton(() => actions.devices.handOver()) : nothing}`;
  }

  #hint(guide: FaceGuide | undefined): string {
    if (this.phase === 'loading' || (this.phase === 'live' && !this.challenge)) return t('selfie.hint_loading');
    if (this.phase === 'sending') return t('selfie.hint_good');
    if (this.unguided) return t('selfie.hint_manual');
    return this.#hintText(guide?.hint ?? 'place');
  }

  /**
   * The oval's border, from the top: one arc a step, done ones in colour, the one that is asked filling while the pose is held.
   * Drawn in the oval's own proportions: with `non-scaling-stroke` Chromium tells dashes in pixels and forgets `pathLength`.
   */
  #ring(challenge: Challenge | undefined, hold: number): TemplateResult {
    const of = challenge?.of ?? 1;
    const gap = of > 1 ? 2 : 0;
    const length = 100 / of - gap;
    const arcs = Array.from({length: of}, (_, i) => {
      const offset = -(i * (length + gap)) - gap / 2;
      const share = !challenge || i > challenge.step ? 0 : i < challenge.step ? 1 : hold;
      const arc = (kind: string, part: number) =>
        svg`<path class=${kind} d="M38 1 A37 49 0 1 1 37.990 1" pathLength="100" stroke-dasharray=${`${part} 100`} stroke-dashoffset=${offset} />`;
      return svg`${arc('track', length)}${share > 0 ? arc('done', length * share) : nothing}`;
    });
    return html`<svg
      viewBox="0 0 76 100"
      preserveAspectRatio="none"
      fill="none"
      stroke="rgb(255 255 255 / 55%)"
      stroke-width="1.200"
      aria-hidden="true"
    >
      ${arcs}
    </svg>`;
  }

  /** Which way to turn, where the picture shows it: on the person's own left or right, as in a mirror. */
  #way({pose}: Challenge): TemplateResult | typeof nothing {
    if (pose !== 'left' && pose !== 'right') return nothing;
    const path = pose === 'left' ? 'M15 5l-7 7 7 7' : 'M9 5l7 7-7 7';
    return html`<span class="way ${pose}" aria-hidden="true"
      ><svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3"><path d=${path} /></svg
    ></span>`;
  }

  #ask(): TemplateResult {
    return html`<div class="ask">
      ${cameraIcon()}
      <h2>${t('capture.askTitle')}</h2>
      <p>${t('selfie.askText')}</p>
    </div>`;
  }
}

define('cs-selfie-camera', SelfieView);
