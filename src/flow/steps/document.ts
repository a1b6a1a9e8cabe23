import {css, html, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import type {EvidenceSide} from '../../protocol/flow.ts';
import type {Screen} from '../../protocol/position.ts';
import {define} from '../../ui/define.ts';
import {forwardIcon, warnIcon} from '../../ui/icons.ts';
import {cardBackDrawing, cardFrontDrawing} from '../../ui/illustrations.ts';
import {isHandheld} from '../handheld.ts';
import {FlowApiError} from '../flow-api-error.ts';
import type {Picture, PictureEvent} from '../capture/picture.ts';
import {onceOnline} from '../once-online.ts';
import {problemStyles} from '../problem-styles.ts';
import {StepElement} from '../step-element.ts';
import {t, type WordKey} from '../words.ts';
import type {DocumentChoice} from './document/choose-view.ts';
import {fileProblem} from '../file-problem.ts';
import {Outbox, type Parcel} from './document/outbox.ts';
import './document/review-view.ts';
import './document/sending-view.ts';
import {offerSpecimens} from './offer-specimens.ts';

type DocumentScreen = Extract<Screen, {kind: 'document'}>;

type Place =
  | {at: 'ready'}
  | {at: 'choose'}
  | {at: 'retry'}
  | {at: 'turn'}
  | {at: 'capture'; side: EvidenceSide}
  | {at: 'review'; picture: Picture}
  | {at: 'sending'};

/** Refusals that sending the same picture again cannot change. */
const hopeless = new Set([401, 403, 404, 409, 410]);

/**
 * The document step: take each wanted side, look at it, send; say what it is where the pictures did not. The server says what is wanted; what is between two of its
 * answers (this picture, that upload) lives here, in memory only.
 */
export class DocumentStep extends StepElement {
  static override properties = {
    ...StepElement.properties,
    place: {state: true},
    parcels: {state: true},
    refused: {state: true},
  };
  declare place: Place;
  declare parcels: readonly Parcel[];
  declare refused: WordKey | undefined;

  #outbox: Outbox | undefined;
  #stand = '';

  constructor() {
    super();
    this.place = {at: 'ready'};
    this.parcels = [];
  }

  static override styles: CSSResultGroup = [
    StepElement.styles,
    problemStyles,
    css`
      .sides {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      .sides .drawing {
        width: 108px;
        height: 84px;
      }
      .sides .flips {
        color: var(--cs-ink-soft);
      }
      .sides .done {
        opacity: 0.45;
      }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#outbox?.clear();
  }

  /** Where the server stands decides where we begin; the same standing again (a refresh) changes nothing. */
  override willUpdate(changed: PropertyValues<this>): void {
    this.#outbox ??= new Outbox(this.actions.session, () => (this.parcels = this.#outbox?.parcels ?? []));
    const screen = this.screen('document');
    if (!changed.has('position') || !screen) return;
    const stand = JSON.stringify([this.position?.inquiryId, this.position?.step, screen]);
    if (stand === this.#stand) return;
    this.#stand = stand;
    this.#outbox.clear();
    this.parcels = [];
    this.place = this.#begin(screen);
  }

  #begin(screen: DocumentScreen): Place {
    if (screen.problems.length && !this.#reacted(screen)) return {at: 'retry'};
    if (screen.asks) return {at: 'choose'};
    if (screen.sides.some(({state}) => state === 'received')) return {at: 'turn'};
    return screen.type === undefined && !takesAgain(screen) ? {at: 'ready'} : this.#next(screen);
  }

  /** The words about an attempt are shown once; choosing another document keeps them in the position. */
  #seenProblems = '';
  #reacted(screen: DocumentScreen): boolean {
    const key = `${screen.attempt} ${screen.problems.join()}`;
    const seen = key === this.#seenProblems;
    this.#seenProblems = key;
    return seen;
  }

  /** The next side to take, or the sending when none is left. */
  #next(screen: DocumentScreen): Place {
    const wanted = screen.sides.filter(({state}) => state === 'wanted').map(({side}) => side);
    const sides = screen.sides.length ? wanted : (['front'] as const);
    const side = sides.find((one) => !this.#outbox?.has(one));
    return side ? {at: 'capture', side} : {at: 'sending'};
  }

  override firstUpdated(): void {
    void this.#arrive();
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('place') || changed.get('place') === undefined) return;
    if (this.place.at === 'retry') this.actions.note('retry');
    void this.#arrive();
  }

  /** Loads what the place shows, then moves the focus to its heading; the camera is fetched while one reads what to have ready. */
  async #arrive(): Promise<void> {
    const {place} = this;
    try {
      await onceOnline(() => load(place));
    } catch (error) {
      this.actions.fail(error, () => this.#arrive());
      return;
    }
    if (place !== this.place) return;
    await this.updateComplete;
    const view = this.renderRoot.querySelector<StepElement>('cs-ready, cs-choose, cs-review, cs-capture, cs-sending');
    await view?.updateComplete;
    this.#focusHeading((view?.renderRoot ?? this.renderRoot) as ShadowRoot);
    if (place.at === 'ready') void import('../capture/capture-view.ts').catch(() => {});
  }

  /** Who was faster than our code, by Tab or by a press, stays where they went. */
  #focusHeading(root: ShadowRoot): void {
    if (this.actions.mayFocus() && !root.activeElement) root.querySelector<HTMLElement>('h1')?.focus();
  }

  #chosen({country, documentType}: DocumentChoice): void {
    void this.run(() =>
      this.actions.submit({
        action: 'choose',
        ...(country && {country}),
        type: documentType,
      }),
    );
  }

  #taken(picture: Picture): void {
    this.actions.note(picture.capture === 'upload' ? 'upload' : 'capture', {side: picture.side});
    this.refused = undefined;
    this.place = {at: 'review', picture};
  }

  #use(picture: Picture): void {
    const screen = this.screen('document');
    if (!screen || !this.position) return;
    this.#outbox?.send(picture, this.position.step);
    const next = this.#next(screen);
    if (next.at === 'capture') this.place = {at: 'turn'};
    else void this.#send();
  }

  async #send(): Promise<void> {
    this.place = {at: 'sending'};
    try {
      const evidence = (await this.#outbox?.arrived()) ?? [];
      await this.#submit(evidence);
    } catch (error) {
      this.#notSent(error);
    }
  }

  /** The pictures are on the server now, so a failure here costs none of them: the error screen's button submits them again. */
  async #submit(evidence: {side: EvidenceSide; id: string}[]): Promise<void> {
    const submit = () => this.actions.submit({action: 'submit', evidence});
    try {
      await submit();
      this.#notMoved();
    } catch (error) {
      this.actions.fail(error, async () => {
        await submit();
      });
    }
  }

  /** A server that took the pictures and still stands here wants others: nobody waits at a bar that is full. */
  #notMoved(): void {
    const screen = this.actions.session.position?.screen;
    if (screen?.kind !== 'document' || this.place.at !== 'sending') return;
    this.#outbox?.clear();
    this.parcels = [];
    this.place = this.#begin(screen);
  }

  /**
   * An upload that failed stays here with its pictures, to be sent again; only what no sending can mend (the session has ended,
   * the inquiry moved on) goes to the error screen, which shows where things stand.
   */
  #notSent(error: unknown): void {
    const {code, status} = error instanceof FlowApiError ? error : {code: '', status: 0};
    if (code === 'aborted') return;
    const problem = fileProblem(error);
    const failed = this.#outbox?.parcels.find((parcel) => parcel.state === 'failed');
    if (problem && failed) {
      this.#outbox?.drop(failed.key);
      this.refused = problem;
      this.place = {at: 'capture', side: failed.side};
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

  #rechoose(): void {
    void this.run(() => this.actions.submit({action: 'rechoose'}));
  }

  #proceed(): void {
    const {place} = this;
    const screen = this.screen('document');
    if (!screen) return;
    const isReady = place.at === 'ready' || place.at === 'turn' || takesAgain(screen);
    this.place = isReady ? this.#next(screen) : this.#begin(screen);
  }

  override render(): TemplateResult {
    const screen = this.screen('document');
    if (!screen) return html``;
    const {place} = this;
    switch (place.at) {
      case 'ready':
        return html`<cs-ready
            .screen=${screen}
            ?elsewhere=${this.actions.devices.mayHandOver && !isHandheld()}
            .language=${this.language}
            @cs-hand-over=${() => this.actions.devices.handOver()}
            @cs-start=${this.#proceed}
          ></cs-ready>
          ${offerSpecimens(this)}`;
      case 'choose':
        return html`<cs-choose
          .screen=${screen}
          ?busy=${this.busy}
          .language=${this.language}
          @cs-again=${() => this.#rechoose()}
          @cs-document=${(event: DocumentChoice) => this.#chosen(event)}
        ></cs-choose>`;
      case 'retry':
        return this.#retry(screen);
      case 'turn':
        return this.#turn();
      case 'capture':
        return this.#captureView(screen, place.side);
      case 'review':
        return html`<cs-review
          .picture=${place.picture}
          .what=${t(place.picture.side === 'back' ? 'document.uploadBack' : 'document.uploadFront')}
          ?busy=${this.busy}
          .language=${this.language}
          @cs-use=${() => this.#use(place.picture)}
          @cs-retake=${() => (this.place = {at: 'capture', side: place.picture.side})}
        ></cs-review>`;
      case 'sending':
        return this.#sending();
    }
  }

  #captureView(screen: DocumentScreen, side: EvidenceSide): TemplateResult {
    return html`<cs-capture
      .type=${screen.type ?? (screen.types.length === 1 ? screen.types[0] : undefined)}
      .side=${side}
      ?upload=${screen.upload}
      .actions=${this.actions}
      .notice=${this.refused}
      .language=${this.language}
      @cs-picture=${(event: PictureEvent) => this.#taken(event.picture)}
    ></cs-capture>`;
  }

  #retry(screen: DocumentScreen): TemplateResult {
    return html`<div class="head">
        <h1 tabindex="-1">${t('document.retryTitle')}</h1>
        <p class="soft">${t('document.retryText')}</p>
      </div>
      <ul class="problems">
        ${screen.problems.map((problem) => html`<li>${warnIcon()}<span>${t(`problems.${problem}`)}</span></li>`)}
      </ul>
      <p class="note soft">${t('document.attemptsLeft', {count: screen.attemptsLeft + 1})}</p>
      <div class="actions">
        <button class="button primary" type="button" @click=${this.#proceed}>${t('document.retryAgain')}</button>
        <button class="button secondary" type="button" aria-disabled=${this.busy} @click=${this.#rechoose}>
          ${t('document.retryOther')}
        </button>
      </div>
      ${offerSpecimens(this)}`;
  }

  #turn(): TemplateResult {
    return html`<div class="hero sides">
        <span class="done">${cardFrontDrawing()}</span>
        ${forwardIcon()}
        <span>${cardBackDrawing()}</span>
      </div>
      <div class="head">
        <h1 tabindex="-1">${t('document.turnTitle')}</h1>
        <p class="soft">${t('document.turnText')}</p>
      </div>
      <div class="actions">
        <button class="button primary" type="button" @click=${this.#proceed}>${t('base.next')}</button>
      </div>`;
  }

  #sending(): TemplateResult {
    return html`<cs-sending
      .items=${this.parcels.map((parcel) => ({...parcel, name: this.#nameOf(parcel)}))}
      .language=${this.language}
      @cs-again=${() => void this.#again()}
    ></cs-sending>`;
  }

  #nameOf({side}: Parcel): string {
    if (this.parcels.length === 1) return t('document.uploadOne');
    return t(side === 'back' ? 'document.uploadBack' : 'document.uploadFront');
  }
}

/** After a bad photo of a document that is accepted the camera comes at once; else first what to have ready. */
function takesAgain({problems}: DocumentScreen): boolean {
  return problems.length > 0 && !problems.includes('type_not_accepted') && !problems.includes('country_not_accepted');
}

function load({at}: Place): Promise<unknown> {
  if (at === 'ready') return import('./document/ready-view.ts');
  if (at === 'choose') return import('./document/choose-view.ts');
  return import('../capture/capture-view.ts');
}

define('countersign-step-document', DocumentStep);
