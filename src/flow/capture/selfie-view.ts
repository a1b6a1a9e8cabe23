import {html, nothing, svg, type PropertyValues, type TemplateResult} from 'lit';
import type {LivenessAnswer, LivenessStep} from '../../protocol/flow.ts';
import type {Screen} from '../../protocol/position.ts';
import {baseStyles, buttonStyles} from '../../ui/base-styles.ts';
import {define} from '../../ui/define.ts';
import {t} from '../words.ts';
import {CameraView} from './camera-view.ts';
import {phoneButton} from './capture-buttons.ts';
import {captureStyles} from './capture-styles.ts';
import {asBase64, StepFrames} from './face/frames.ts';
import {advanceGuide, refuseGuide, startGuide, type FaceGuide, type FaceHint, type FaceReading} from './face/guide.ts';
import {FaceWatch} from './face/watch.ts';
import {selfieStyles} from './selfie-styles.ts';
import {shutterRing} from './shutter-ring.ts';

export type Challenge = NonNullable<Extract<Screen, {kind: 'selfie'}>['challenge']>;

/** Between pictures where no net chooses them. */
const sampleMs = 350;

/**
 * The camera of a selfie: an oval, one hint, what to do now, a shutter that fires by itself and a button that always works.
 * @fires cs-live - the camera shows a picture: the session may begin
 * @fires cs-upload - there is no camera, and a file is to be chosen
 * @fires cs-alternative - the person cannot turn their head
 */
export class SelfieView extends CameraView {
  static override properties = {
    ...CameraView.properties,
    challenge: {attribute: false},
    guide: {state: true},
    unguided: {state: true},
  };
  /** What is asked now; absent until the session of this camera has begun. */
  declare challenge: Challenge | undefined;
  declare guide: FaceGuide | undefined;
  /** The nets did not come: the person aims and presses without them. */
  declare unguided: boolean;

  #watch: FaceWatch | undefined;
  #frames: StepFrames | undefined;
  #sampling: ReturnType<typeof setInterval> | undefined;
  /** Of the frames that are on their way or were taken; what comes meanwhile is of a step that is over. */
  #answering: string | undefined;

  static override styles = [baseStyles, buttonStyles, captureStyles, selfieStyles];

  constructor() {
    super({facing: 'user', width: 1280, height: 720});
    this.unguided = false;
  }

  protected override begin(video: HTMLVideoElement): void {
    void this.#watchFace(video);
  }

  protected override chooseFile(): void {
    this.dispatchEvent(new Event('cs-upload'));
  }

  /** The nets were sent for while the consent was read; where they do not come, the button does without. */
  async #watchFace(video: HTMLVideoElement): Promise<void> {
    this.phase = 'loading';
    const watch = new FaceWatch({
      video,
      onReading: (reading) => this.#read(reading),
      onLost: (trouble) => this.lost(trouble),
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
    super.willUpdate(changed);
    if (changed.has('challenge') && changed.get('challenge')?.nonce !== this.challenge?.nonce) this.#arm();
  }

  /** Another step: the guide and the pictures begin anew, and what to do is said at once. */
  #arm(): void {
    const {challenge} = this;
    const video = this.video;
    if (!challenge || !video) return;
    this.guide = startGuide(challenge.pose, performance.now());
    this.#frames = new StepFrames(challenge.pose, video);
    this.spokenAt = performance.now();
    this.actions.announce(t(`selfie.do_${challenge.pose}`));
  }

  #read(reading: FaceReading): void {
    const {challenge, guide} = this;
    if (!challenge || !guide || this.phase !== 'live') return;
    const now = performance.now();
    const next = advanceGuide(guide, reading, challenge.step === 0, now);
    this.guide = next;
    this.say(this.#hintText(next.hint));
    void this.#frames?.consider(next, reading, now);
    if (next.hold >= 1 && this.#frames?.enough(next, now)) void this.#send('camera_auto');
  }

  async #send(capture: LivenessStep['capture']): Promise<void> {
    const {challenge} = this;
    const frames = this.#frames;
    if (!challenge || !frames || this.phase !== 'live' || this.#answering === challenge.nonce) return;
    this.phase = 'taken';
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
      this.close();
      this.actions.fail(error, async () => {
        await this.actions.session.refresh();
      });
    }
  }

  #answered({accepted, hint}: Pick<LivenessAnswer, 'accepted' | 'hint'>, {pose}: Challenge): void {
    if (!this.isConnected) return;
    if (this.phase === 'taken') this.phase = 'live';
    if (accepted || !this.guide || this.challenge?.pose !== pose) return;
    this.#answering = undefined;
    const video = this.video;
    this.guide = refuseGuide(startGuide(pose, performance.now()), hint ?? 'place', performance.now());
    if (video) this.#frames = new StepFrames(pose, video);
    this.spokenAt = 0;
    this.say(this.#hintText(this.guide.hint));
  }

  /** Signs of the camera itself; they are a reviewer's hint and never decide. */
  #cameraFacts(): NonNullable<LivenessStep['camera']> {
    const {track} = this.camera;
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

  protected override close(): void {
    clearInterval(this.#sampling);
    this.#watch?.stop();
    this.#watch = undefined;
    super.close();
  }

  #hintText(hint: FaceHint): string {
    return t(`selfie.hint_${hint}`);
  }

  override render(): TemplateResult {
    if (typeof this.phase === 'object') return this.troubled(this.phase.trouble);
    const {challenge, guide, phase} = this;
    const hold = phase === 'taken' ? 1 : (guide?.hold ?? 0);
    const ready = phase === 'taken' || guide?.goodSince !== undefined;
    return html`<div class="stage ${ready ? 'ready' : 'searching'}">
      <video playsinline muted autoplay aria-label=${t('selfie.preview')}></video>
      <h1 tabindex="-1">${t(challenge ? `selfie.do_${challenge.pose}` : 'selfie.cameraTitle')}</h1>
      <div class="place">
        <div class="guide oval">
          ${this.#ring(challenge, hold)} ${challenge ? this.#way(challenge) : nothing}
          ${phase === 'asking' ? this.ask(t('selfie.askText')) : nothing}
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
    ${this.offersPhone ? phoneButton(() => actions.devices.handOver()) : nothing}`;
  }

  #hint(guide: FaceGuide | undefined): string {
    if (this.phase === 'loading' || (this.phase === 'live' && !this.challenge)) return t('selfie.hint_loading');
    if (this.phase === 'taken') return t('selfie.hint_good');
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
}

define('cs-selfie-camera', SelfieView);
