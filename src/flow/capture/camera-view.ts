import {LitElement, html, type PropertyValues, type TemplateResult} from 'lit';
import {cameraIcon} from '../../ui/icons.ts';
import type {FlowActions} from '../actions.ts';
import {isHandheld} from '../handheld.ts';
import {onceOnline} from '../once-online.ts';
import {currentLanguage, t, type WordKey} from '../words.ts';
import {Camera, type CameraAbilities, type CameraWish} from './camera.ts';
import {tellIntegrator} from './camera-policy.ts';
import type {CameraTrouble} from './camera-trouble.ts';

/** `loading`: there is a picture, and what watches it is on its way. `taken`: the picture is taken, and perhaps being looked at. */
type Phase = 'asking' | 'loading' | 'live' | 'taken' | {trouble: CameraTrouble};

/** The same hint is said again only after others, and never more often than this. */
const speakMs = 2500;

/**
 * A camera and what may become of it: opened when the element comes, opened once more when it gives no pictures any longer, closed while
 * nobody looks at the page. Where there is none, the reason is told with the ways around it. Each kind adds what it wants a picture of.
 */
export abstract class CameraView extends LitElement {
  static override properties = {
    actions: {attribute: false},
    language: {},
    upload: {type: Boolean},
    phase: {state: true},
  };
  declare actions: FlowActions;
  declare language: string;
  /** Whether a file may be given in the camera's place. */
  declare upload: boolean;
  declare phase: Phase;

  protected readonly camera: Camera;
  /** When a hint was last said. */
  protected spokenAt = 0;
  #reopened = false;
  #away = new AbortController();

  constructor(wish?: CameraWish) {
    super();
    this.camera = new Camera(wish);
    this.language = currentLanguage();
    this.upload = false;
    this.phase = 'asking';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#away = new AbortController();
    const {signal} = this.#away;
    document.addEventListener('visibilitychange', () => this.#visibility(), {signal});
    addEventListener('pagehide', () => this.close(), {signal});
    addEventListener('pageshow', (event) => event.persisted && void this.open(), {signal});
    this.listen(signal);
    this.camera.onEnded = () => this.lost('busy');
    void this.updateComplete.then(() => this.open());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#away.abort();
    this.close();
    this.actions.immersive(false);
  }

  /** The camera shows a picture. */
  protected abstract begin(video: HTMLVideoElement, abilities: CameraAbilities): void;
  /** What else is listened to while the element is there. */
  protected listen(_signal: AbortSignal): void {}
  protected abstract chooseFile(): void;

  protected get video(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video');
  }

  protected async open(): Promise<void> {
    this.phase = 'asking';
    await this.updateComplete;
    await this.turnOn((video) => this.camera.start(video));
  }

  /** Opens the camera, or another lens of it. */
  protected async turnOn(start: (video: HTMLVideoElement) => Promise<CameraAbilities>): Promise<void> {
    const {video} = this;
    if (!video || !this.isConnected) return;
    let abilities: CameraAbilities;
    try {
      abilities = await start(video);
    } catch (error) {
      return this.#refused(error);
    }
    if (this.camera.open && this.isConnected) this.begin(video, abilities);
  }

  /** A camera that stopped giving pictures is opened once more before we speak of it. */
  protected lost(trouble: CameraTrouble): void {
    if (this.#reopened) return this.#trouble(trouble);
    this.#reopened = true;
    this.close();
    void this.open();
  }

  async #refused(error: unknown): Promise<void> {
    try {
      const {classifyCameraTrouble, readCameraSigns} = await onceOnline(() => import('./camera-trouble.ts'));
      this.#trouble(classifyCameraTrouble(await readCameraSigns(error)));
    } catch (missing) {
      this.actions.fail(missing, () => this.open());
    }
  }

  #trouble(trouble: CameraTrouble): void {
    this.close();
    if (!this.isConnected) return;
    this.phase = {trouble};
    // Its words are loaded with the others; where even its code does not come, the error screen says so.
    onceOnline(() => import('./trouble-view.ts')).catch((error: unknown) =>
      this.actions.fail(error, () => this.open()),
    );
    if (trouble === 'policy') tellIntegrator();
    if (trouble === 'missing') this.actions.note('camera-missing');
    if (trouble === 'denied' || trouble === 'policy') this.actions.note('camera-denied');
  }

  protected close(): void {
    this.camera.stop();
  }

  /** Whether the camera opens again for whoever comes back to the page. */
  protected get wantsCamera(): boolean {
    return typeof this.phase === 'string';
  }

  #visibility(): void {
    if (document.visibilityState === 'hidden') this.close();
    else if (this.wantsCamera) void this.open();
  }

  protected say(hint: string): void {
    const now = performance.now();
    if (now - this.spokenAt < speakMs) return;
    this.spokenAt = now;
    this.actions.announce(hint);
  }

  override willUpdate(_changed: PropertyValues<this>): void {
    this.actions.immersive(typeof this.phase === 'string');
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('phase');
    const turned = typeof before !== typeof this.phase;
    if (changed.has('phase') && turned && this.actions.mayFocus()) {
      this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
    }
  }

  protected get mayHandOver(): boolean {
    return this.actions.devices.mayHandOver;
  }

  /** A phone in the hand is offered no other phone. */
  protected get offersPhone(): boolean {
    return this.mayHandOver && !isHandheld();
  }

  /** Why the browser is about to ask. */
  protected ask(why: string): TemplateResult {
    return html`<div class="ask">
      ${cameraIcon()}
      <h2>${t('capture.askTitle')}</h2>
      <p>${why}</p>
    </div>`;
  }

  protected troubled(
    trouble: CameraTrouble,
    file: {notice?: WordKey | undefined; dragging?: boolean} = {},
  ): TemplateResult {
    return html`<cs-camera-trouble
      kind=${trouble}
      ?upload=${this.upload}
      ?elsewhere=${this.mayHandOver || trouble === 'inapp'}
      ?came=${this.actions.devices.came}
      ?dragging=${file.dragging}
      .notice=${file.notice}
      .language=${this.language}
      @cs-again=${() => void this.open()}
      @cs-upload=${() => this.chooseFile()}
      @cs-hand-over=${() => this.actions.devices.handOver()}
    ></cs-camera-trouble>`;
  }
}
