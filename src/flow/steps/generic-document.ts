import {css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import type {Screen} from '../../protocol/position.ts';
import {define} from '../../ui/define.ts';
import {fileIcon} from '../../ui/first-icons.ts';
import {checkIcon, warnIcon} from '../../ui/icons.ts';
import {FlowApiError} from '../flow-api-error.ts';
import {FileIntake} from '../capture/file-intake.ts';
import type {Picture, PictureEvent} from '../capture/picture.ts';
import {problemStyles} from '../problem-styles.ts';
import {StepElement} from '../step-element.ts';
import {onceOnline} from '../once-online.ts';
import {t, type WordKey} from '../words.ts';
import {fileProblem} from '../file-problem.ts';
import {Outbox, type Parcel} from './document/outbox.ts';
import './document/review-view.ts';
import './document/sending-view.ts';

type ProofScreen = Extract<Screen, {kind: 'generic-document'}>;
type Place = {at: 'intro'} | {at: 'capture'} | {at: 'review'; picture: Picture} | {at: 'pages'} | {at: 'sending'};

/** Refusals that sending the same file again cannot change. */
const hopeless = new Set([401, 403, 404, 409, 410]);

/** Proof of address and the like: a file or photographed pages, looked at, put together, sent. */
export class GenericDocumentStep extends StepElement {
  static override properties = {
    ...StepElement.properties,
    place: {state: true},
    parcels: {state: true},
    notice: {state: true},
    dragging: {state: true},
  };
  declare place: Place;
  declare parcels: readonly Parcel[];
  /** Why the last file was refused. */
  declare notice: WordKey | undefined;
  declare dragging: boolean;

  #outbox: Outbox | undefined;
  #stand = '';
  #pages = 0;
  #away = new AbortController();
  readonly #intake = new FileIntake({
    accepts: () => this.place.at === 'intro' && this.screen('generic-document')?.upload === true,
    side: () => 'page',
    onDrag: (over) => (this.dragging = over),
    onRefused: (why) => {
      this.notice = why;
      this.actions.announce(t(why));
    },
    onPicture: (picture) => this.#taken(picture),
    onError: (error) => this.actions.fail(error, () => Promise.resolve()),
  });

  constructor() {
    super();
    this.place = {at: 'intro'};
    this.parcels = [];
    this.dragging = false;
  }

  static override styles: CSSResultGroup = [
    StepElement.styles,
    problemStyles,
    css`
      .facts {
        display: grid;
        gap: 10px;
        margin: 16px 0 0;
        padding: 14px 16px;
        border: 1px solid var(--cs-line);
        border-radius: var(--cs-radius);
      }
      h2 {
        margin: 20px 0 0;
        font-size: 16px;
      }
      .facts li,
      .pages li {
        display: flex;
        align-items: center;
        gap: 12px;
      }
      .facts svg {
        flex: none;
        color: var(--cs-accent);
      }
      .pages {
        display: grid;
        gap: 8px;
        margin-top: 20px;
      }
      .pages li {
        padding: 4px 4px 4px 16px;
        border: 1px solid var(--cs-line);
        border-radius: var(--cs-radius);
      }
      .pages span {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .pages .button {
        flex: none;
        width: auto;
      }
      .drop {
        margin-top: 16px;
        padding: 20px;
        border: 2px dashed var(--cs-accent);
        border-radius: var(--cs-radius);
        text-align: center;
      }
      cs-banner {
        margin-top: 16px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#away = new AbortController();
    this.#intake.listen(this.#away.signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#away.abort();
    this.#outbox?.clear();
  }

  /** Where the server stands decides where we begin; the same standing again (a refresh) changes nothing. */
  override willUpdate(changed: PropertyValues<this>): void {
    this.#outbox ??= new Outbox(this.actions.session, () => (this.parcels = this.#outbox?.parcels ?? []));
    const screen = this.screen('generic-document');
    if (!changed.has('position') || !screen) return;
    const stand = JSON.stringify([this.position?.inquiryId, this.position?.step, screen]);
    if (stand === this.#stand) return;
    this.#stand = stand;
    this.#begin();
  }

  #begin(): void {
    this.#outbox?.clear();
    this.parcels = [];
    this.place = {at: 'intro'};
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('place') && changed.get('place') !== undefined) void this.#arrive();
  }

  /** Loads what the place shows, then moves the focus to its heading. */
  async #arrive(): Promise<void> {
    const {place} = this;
    try {
      if (place.at === 'capture') await onceOnline(() => import('../capture/capture-view.ts'));
    } catch (error) {
      this.actions.fail(error, () => this.#arrive());
      return;
    }
    await this.updateComplete;
    const view = this.renderRoot.querySelector<StepElement>('cs-review, cs-capture, cs-sending');
    await view?.updateComplete;
    if (place !== this.place || !this.actions.mayFocus()) return;
    (view?.renderRoot ?? this.renderRoot).querySelector<HTMLElement>('h1')?.focus();
  }

  #taken(picture: Picture): void {
    this.actions.note(picture.capture === 'upload' ? 'upload' : 'capture', {side: picture.side});
    this.notice = undefined;
    this.place = {at: 'review', picture};
  }

  /** It travels while the person looks whether there is more. */
  #use(picture: Picture, screen: ProofScreen): void {
    if (!this.position) return;
    this.#outbox?.send(picture, this.position.step, `page-${++this.#pages}`);
    this.parcels = this.#outbox?.parcels ?? [];
    if (screen.mostFiles === 1) void this.#send();
    else this.place = {at: 'pages'};
  }

  #remove({key}: Parcel): void {
    this.#outbox?.drop(key);
    this.parcels = this.#outbox?.parcels ?? [];
    if (this.parcels.length === 0) this.place = {at: 'intro'};
  }

  async #send(): Promise<void> {
    this.place = {at: 'sending'};
    try {
      const evidence = (await this.#outbox?.arrived()) ?? [];
      const submit = async () => {
        await this.actions.submit({action: 'submit', evidence});
      };
      await submit().catch((error: unknown) => this.actions.fail(error, submit));
      if (this.place.at === 'sending' && this.screen('generic-document')) this.#begin();
    } catch (error) {
      this.#notSent(error);
    }
  }

  #notSent(error: unknown): void {
    const {code, status} = error instanceof FlowApiError ? error : {code: '', status: 0};
    if (code === 'aborted') return;
    const problem = fileProblem(error);
    const failed = this.#outbox?.parcels.find(({state}) => state === 'failed');
    if (problem && failed) {
      this.#outbox?.drop(failed.key);
      this.notice = problem;
      this.place = {at: 'intro'};
    } else if (hopeless.has(status)) {
      this.actions.fail(error, async () => {
        await this.actions.session.refresh();
      });
    } else {
      this.parcels = this.#outbox?.parcels ?? [];
    }
  }

  async #again(): Promise<void> {
    if (this.position) this.#outbox?.again(this.position.step);
    await this.#send();
  }

  override render(): TemplateResult {
    const screen = this.screen('generic-document');
    if (!screen) return html``;
    const {place} = this;
    switch (place.at) {
      case 'intro':
        return this.#intro(screen);
      case 'capture':
        return html`<cs-capture
          .side=${'page'}
          ?upload=${screen.upload}
          .actions=${this.actions}
          .language=${this.language}
          @cs-picture=${(event: PictureEvent) => this.#taken(event.picture)}
        ></cs-capture>`;
      case 'review':
        return html`<cs-review
          .picture=${place.picture}
          .what=${t('proof.page', {number: this.parcels.length + 1})}
          .language=${this.language}
          @cs-use=${() => this.#use(place.picture, screen)}
          @cs-retake=${() => (this.place = place.picture.capture === 'upload' ? {at: 'intro'} : {at: 'capture'})}
        ></cs-review>`;
      case 'pages':
        return this.#pageList(screen);
      case 'sending':
        return html`<cs-sending
          .items=${this.parcels.map((parcel, i) => ({...parcel, name: nameOf(parcel, i)}))}
          .language=${this.language}
          @cs-again=${() => void this.#again()}
        ></cs-sending>`;
    }
  }

  #intro(screen: ProofScreen): TemplateResult {
    const {problems, types, maximumAgeDays} = screen;
    const fact = (text: string) => html`<li>${checkIcon()}<span>${text}</span></li>`;
    return html`<div class="head">
        <h1 tabindex="-1">${t(problems.length ? 'document.retryTitle' : 'proof.title')}</h1>
        ${problems.length ? nothing : html`<p class="soft">${t('proof.text')}</p>`}
      </div>
      ${problems.length ? this.#problems(screen) : nothing}
      ${this.notice ? html`<cs-banner kind="bad">${t(this.notice)}</cs-banner>` : nothing}
      <ul class="facts">
        ${fact(t('proof.whole'))}
        ${maximumAgeDays === undefined ? nothing : fact(t('proof.recent', {count: maximumAgeDays}))}
      </ul>
      ${
        types && !problems.length
          ? html`<h2>${t('proof.accepted')}</h2>
              <ul class="facts">
                ${types.map((type) => html`<li>${fileIcon()}<span>${t(`proof.type_${type}` as WordKey)}</span></li>`)}
              </ul>`
          : nothing
      }
      ${this.dragging ? html`<div class="drop">${t('capture.uploadDrop')}</div>` : nothing}
      <div class="actions">
        ${
          screen.upload
            ? html`<button class="button primary" type="button" @click=${() => this.#intake.choose()}>
                ${t('proof.file')}
              </button>`
            : nothing
        }
        <button
          class=${screen.upload ? 'button secondary' : 'button primary'}
          type="button"
          @click=${() => (this.place = {at: 'capture'})}
        >
          ${t('proof.photo')}
        </button>
      </div>`;
  }

  #problems({problems, attemptsLeft}: ProofScreen): TemplateResult {
    return html`<ul class="problems">
        ${problems.map((problem) => html`<li>${warnIcon()}<span>${t(`problems.${problem}`)}</span></li>`)}
      </ul>
      <p class="note soft">${t('document.attemptsLeft', {count: attemptsLeft + 1})}</p>`;
  }

  #pageList(screen: ProofScreen): TemplateResult {
    return html`<div class="head">
        <h1 tabindex="-1">${t('proof.pagesTitle')}</h1>
        <p class="soft">${t('proof.pagesText')}</p>
      </div>
      <ul class="pages">
        ${this.parcels.map(
          (parcel, i) =>
            html`<li>
              ${fileIcon()}<span dir="auto">${nameOf(parcel, i)}</span>
              <button
                class="button quiet"
                type="button"
                aria-label=${t('proof.removeOne', {number: i + 1})}
                @click=${() => this.#remove(parcel)}
              >
                ${t('proof.remove')}
              </button>
            </li>`,
        )}
      </ul>
      <div class="actions">
        <button class="button primary" type="button" @click=${() => void this.#send()}>${t('proof.send')}</button>
        ${
          this.parcels.length < screen.mostFiles
            ? html`<button class="button secondary" type="button" @click=${() => (this.place = {at: 'intro'})}>
                ${t('proof.addPage')}
              </button>`
            : nothing
        }
      </div>`;
  }
}

function nameOf({picture}: Parcel, index: number): string {
  return picture.name ?? t('proof.page', {number: index + 1});
}

define('countersign-step-generic-document', GenericDocumentStep);
