import {css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import type {Screen} from '../../protocol/position.ts';
import {Banner} from '../../ui/banner.ts';
import {define} from '../../ui/define.ts';
import {eyeIcon, lockIcon} from '../../ui/first-icons.ts';
import {torchIcon, uploadIcon, warnIcon} from '../../ui/icons.ts';
import {selfieDrawing} from '../../ui/illustrations.ts';
import {FileIntake} from '../capture/file-intake.ts';
import {isHandheld} from '../handheld.ts';
import {problemStyles} from '../problem-styles.ts';
import {StepElement} from '../step-element.ts';
import {t, type WordKey} from '../words.ts';
import {fileProblem} from '../file-problem.ts';
import {offerSpecimens} from './offer-specimens.ts';

type SelfieScreen = Extract<Screen, {kind: 'selfie'}>;
type Mode = NonNullable<SelfieScreen['challenge']>['mode'];

/**
 * `camera` is open whatever the server says; a session begins once it shows a picture. One that was begun before, on another
 * page or device or with other poses, is not gone on with: its time runs, and its first step may have been answered.
 */
type Place =
  | {at: 'ready'}
  | {at: 'retry'}
  | {at: 'alternative'}
  | {at: 'camera'; mode: Mode; begun?: boolean}
  | {at: 'sending'; share: number};

/**
 * The selfie step: what will happen, then the camera with one thing to do at a time, in the server's order. Who cannot turn their head
 * is asked for other things; a file is taken where the template allows it. Both end with a person looking at it.
 */
export class SelfieStep extends StepElement {
  static override properties = {...StepElement.properties, place: {state: true}, refused: {state: true}};
  declare place: Place;
  /** Why the last file was refused. */
  declare refused: WordKey | undefined;

  /** The chooser alone: a face is not dragged in. Which side it would be of a document does not matter here. */
  readonly #intake = new FileIntake({
    accepts: () => this.screen('selfie')?.upload ?? false,
    side: () => 'front',
    onDrag: () => {},
    onRefused: (why) => (this.refused = why),
    onPicture: ({blob}) => void this.#upload(blob),
    onError: (error) => this.actions.fail(error, () => Promise.resolve()),
  });

  #attempt = 1;
  #away = new AbortController();

  constructor() {
    super();
    this.place = {at: 'ready'};
  }

  static override styles: CSSResultGroup = [
    StepElement.styles,
    problemStyles,
    css`
      .needs li {
        display: flex;
        gap: 12px;
        padding: 8px 0;
      }
      .needs svg {
        flex: none;
        color: var(--cs-accent);
      }
      .hero {
        color: var(--cs-ink);
      }
      cs-banner {
        margin-top: 24px;
      }
      progress {
        width: 100%;
        margin-top: 24px;
        accent-color: var(--cs-accent);
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#away.abort();
    void import('../capture/face/face-finder.ts').then(({releaseFaceFinder}) => releaseFaceFinder()).catch(() => {});
  }

  /** A session that ended brings the person back to where another one begins; the camera closes meanwhile. */
  override willUpdate(changed: PropertyValues<this>): void {
    const screen = this.screen('selfie');
    if (!changed.has('position') || !screen) return;
    const failed = screen.problems.length > 0 && !screen.challenge;
    if (failed && (this.place.at !== 'ready' || this.#attempt !== screen.attempt || !this.hasUpdated)) {
      this.place = {at: 'retry'};
    }
    this.#attempt = screen.attempt;
  }

  override firstUpdated(): void {
    super.firstUpdated();
    void this.#prepare();
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('place') as Place | undefined;
    if (!before || before.at === this.place.at) return;
    if (this.place.at === 'retry') this.actions.note('retry');
    if (this.place.at !== 'camera' && this.actions.mayFocus()) this.focusHeading();
  }

  /** The camera's code and the nets, while this is read; where they fail, the press says so. */
  async #prepare(): Promise<void> {
    await import('../capture/selfie-view.ts')
      .then(() => import('../capture/face/face-finder.ts'))
      .then(({faceFinder}) => faceFinder())
      .catch(() => {});
  }

  /** The press opens the camera (browsers ask only after one); the session waits until there is a picture. */
  async #openCamera(mode: Mode): Promise<void> {
    await this.run(async () => {
      await import('../capture/selfie-view.ts');
      this.place = {at: 'camera', mode};
    });
  }

  #begin(mode: Mode): void {
    void this.run(async () => {
      await this.actions.submit({action: 'begin', mode});
      if (this.place.at === 'camera') this.place = {...this.place, begun: true};
    });
  }

  async #upload(blob: Blob): Promise<void> {
    const {position} = this;
    if (!position) return;
    this.refused = undefined;
    await this.run(async () => {
      this.place = {at: 'sending', share: 0};
      const {uploadEvidence} = await import('../upload.ts');
      const id = await uploadEvidence({
        session: this.actions.session,
        blob,
        about: {step: position.step, side: 'center', capture: 'upload'},
        onProgress: (share) => (this.place = {at: 'sending', share}),
        signal: this.#away.signal,
      }).catch((error: unknown) => {
        this.refused = fileProblem(error);
        if (!this.refused) throw error;
        this.place = {at: 'ready'};
        return undefined;
      });
      if (id === undefined) return;
      this.actions.note('upload', {side: 'center'});
      await this.actions.submit({action: 'submit', evidence: [{side: 'center', id}]});
    });
  }

  override render(): TemplateResult {
    const screen = this.screen('selfie');
    if (!screen) return html``;
    const {place} = this;
    switch (place.at) {
      case 'ready':
        return this.#ready(screen);
      case 'alternative':
        return this.#alternative();
      case 'retry':
        return this.#retry(screen);
      case 'sending':
        return html`<div class="head"><h1 tabindex="-1">${t('selfie.sendingTitle')}</h1></div>
          <progress max="1" .value=${place.share} aria-label=${t('selfie.sendingTitle')}></progress>`;
      case 'camera':
        return html`<cs-selfie-camera
          .challenge=${place.begun ? screen.challenge : undefined}
          .actions=${this.actions}
          .language=${this.language}
          ?upload=${screen.upload}
          @cs-upload=${() => this.#intake.choose()}
          @cs-alternative=${() => (this.place = {at: 'alternative'})}
          @cs-live=${() => this.#begin(place.mode)}
        ></cs-selfie-camera>`;
    }
  }

  #ready(screen: SelfieScreen): TemplateResult {
    return html`<div class="hero">${selfieDrawing(screen.liveness)}</div>
      <div class="head">
        <h1 tabindex="-1">${t('selfie.title')}</h1>
        <p class="soft">
          ${t(screen.liveness ? (screen.alone ? 'selfie.textAlone' : 'selfie.text') : 'selfie.textStill')}
        </p>
      </div>
      <ul class="body needs">
        <li>${eyeIcon()}<span>${t('selfie.needFace')}</span></li>
        <li>${torchIcon()}<span>${t('selfie.needLight')}</span></li>
        <li>${lockIcon()}<span>${t('selfie.needAlone')}</span></li>
      </ul>
      ${this.#actions(screen)}`;
  }

  #retry(screen: SelfieScreen): TemplateResult {
    return html`<div class="head">
        <h1 tabindex="-1">${t('selfie.retryTitle')}</h1>
        <p class="soft">${t('selfie.retryText')}</p>
      </div>
      <ul class="problems">
        ${screen.problems.map((problem) => html`<li>${warnIcon()}<span>${t(`problems.${problem}`)}</span></li>`)}
      </ul>
      ${this.#actions(screen)}`;
  }

  #alternative(): TemplateResult {
    return html`<div class="hero">${selfieDrawing(false)}</div>
      <div class="head">
        <h1 tabindex="-1">${t('selfie.alternativeTitle')}</h1>
        <p class="soft">${t('selfie.alternativeText')}</p>
      </div>
      <div class="actions">
        ${this.#primary('alternative')}
        <button class="button secondary" type="button" @click=${() => (this.place = {at: 'ready'})}>
          ${t('base.back')}
        </button>
      </div>`;
  }

  #actions(screen: SelfieScreen): TemplateResult {
    return html`${this.refused ? html`<cs-banner kind="bad" role="alert">${t(this.refused)}</cs-banner>` : nothing}
      <div class="actions">
        ${this.#primary(screen.liveness ? 'poses' : 'still')}
        ${
          screen.liveness
            ? html`<button class="button secondary" type="button" @click=${() => (this.place = {at: 'alternative'})}>
                ${t('selfie.alternative')}
              </button>`
            : nothing
        }
        ${
          screen.upload
            ? html`<button class="button secondary" type="button" @click=${() => this.#intake.choose()}>
                  ${uploadIcon()}${t('selfie.upload')}
                </button>
                <p class="soft small">${t('selfie.uploadNote')}</p>`
            : nothing
        }
        ${
          this.actions.devices.mayHandOver && !isHandheld()
            ? html`<button class="button quiet" type="button" @click=${() => this.actions.devices.handOver()}>
                ${t('base.handOver')}
              </button>`
            : nothing
        }
      </div>
      ${offerSpecimens(this)}`;
  }

  #primary(mode: Mode): TemplateResult {
    return html`<button
      class="button primary"
      type="button"
      aria-disabled=${this.busy}
      @click=${() => void this.#openCamera(mode)}
    >
      ${this.busy ? t('base.loading') : t('selfie.start')}
    </button>`;
  }
}

define('cs-banner', Banner);
define('countersign-step-selfie', SelfieStep);
