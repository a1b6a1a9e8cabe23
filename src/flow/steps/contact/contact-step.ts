import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import type {ContactKind} from '../../../protocol/contact.ts';
import type {SubmitStep} from '../../../protocol/flow.ts';
import type {Screen} from '../../../protocol/position.ts';
import {warnIcon} from '../../../ui/icons.ts';
import {StepElement} from '../../step-element.ts';
import {t, type WordKey} from '../../words.ts';
import {contactStyles} from './contact-styles.ts';
import {digitsOf} from './digits.ts';
import {codeFromMessage} from './web-otp.ts';

export type ContactScreen = Extract<Screen, {kind: ContactKind}>;
export type Entry = Omit<Extract<SubmitStep, {action: 'send-code'}>, 'action'>;

const codeLength = 6;

/**
 * A number or address, then the code that came there: one field, that pasting and the phone's own filling-in work with. A code can be
 * asked for again, and the number or address changed, at any time.
 */
export abstract class ContactStepElement extends StepElement {
  static override properties = {
    ...StepElement.properties,
    wait: {state: true},
    slip: {state: true},
    sent: {state: true},
  };
  /** Seconds until another code can be asked for. */
  declare wait: number;
  /** What this page itself found missing. */
  declare slip: 'missing' | 'codeShort' | undefined;
  /** Another code was sent just now. */
  declare sent: boolean;
  #clock: ReturnType<typeof setInterval> | undefined;
  #message: AbortController | undefined;

  static override styles: CSSResultGroup = [StepElement.styles, contactStyles];

  constructor() {
    super();
    this.wait = 0;
    this.sent = false;
  }

  protected abstract readonly kind: ContactKind;
  protected abstract readonly texts: Record<'title' | 'text' | 'sent' | 'other', WordKey>;
  /** The fields of the entry, and what stands in them. */
  protected abstract fields(screen: ContactScreen, described: string | typeof nothing): TemplateResult;
  protected abstract read(): Entry;

  get #screen(): ContactScreen | undefined {
    return this.screen(this.kind);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
    this.#message?.abort();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('position')) return;
    // the same position comes again by the event stream, and takes no word away
    if (changed.get('position')?.version !== this.position?.version) this.slip = undefined;
    this.#count(this.#screen?.waitSeconds ?? 0);
  }

  override updated(changed: PropertyValues<this>): void {
    const screen = this.#screen;
    const before = changed.get('position')?.screen;
    if (!changed.has('position') || !screen) return;
    if (screen.phase === 'confirming') void this.#listen();
    else this.#message?.abort();
    if (!before || !('phase' in before)) return;
    if (before.phase !== screen.phase) this.focusHeading();
    else if (screen.problems.length > 0) this.#field?.focus();
  }

  /** The server says how long; counted here from its answer, so that clocks need not agree. */
  #count(seconds: number): void {
    clearInterval(this.#clock);
    this.wait = seconds;
    const until = performance.now() + seconds * 1000;
    if (seconds === 0) return;
    this.#clock = setInterval(() => {
      this.wait = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      if (this.wait === 0) clearInterval(this.#clock);
    }, 500);
  }

  /** Browsers that read the message (WebOTP) fill the code in and send it: nothing is left to do. */
  async #listen(): Promise<void> {
    if (this.kind !== 'phone-number' || this.#message) return;
    this.#message = new AbortController();
    const code = await codeFromMessage(this.#message.signal);
    this.#message = undefined;
    if (code === undefined || this.#screen?.phase !== 'confirming') return;
    const field = this.#field;
    if (field) field.value = code;
    await this.#confirm(code);
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  #send(event: SubmitEvent): void {
    event.preventDefault();
    const entry = this.read();
    if (!entry.to?.trim()) {
      this.#slip('missing');
      return;
    }
    void this.run(() => this.actions.submit({action: 'send-code', ...entry}));
  }

  #sendKnown(): void {
    void this.run(() => this.actions.submit({action: 'send-code'}));
  }

  #type(event: SubmitEvent): void {
    event.preventDefault();
    const code = digitsOf(this.#field?.value ?? '');
    if (code.length === codeLength) void this.#confirm(code);
    else this.#slip(code === '' ? 'missing' : 'codeShort');
  }

  async #confirm(code: string): Promise<void> {
    this.sent = false;
    await this.run(() => this.actions.submit({action: 'confirm-code', code}));
    const field = this.#field;
    if (field && this.#screen?.phase === 'confirming') field.value = '';
  }

  #again(): void {
    if (this.wait > 0) return;
    void this.run(async () => {
      const {screen} = await this.actions.submit({action: 'resend-code'});
      this.sent = screen.kind === this.kind && screen.problems.length === 0;
      if (this.sent) this.actions.announce(t('code.againSent'));
    });
  }

  #change(): void {
    this.sent = false;
    void this.run(() => this.actions.submit({action: 'change-contact'}));
  }

  #slip(slip: 'missing' | 'codeShort'): void {
    this.slip = slip;
    this.#field?.focus();
  }

  override render() {
    const screen = this.#screen;
    if (!screen) return html``;
    return screen.phase === 'entering' ? this.#entering(screen) : this.#confirming(screen);
  }

  #entering(screen: ContactScreen): TemplateResult {
    const wrong = this.#wrong(screen);
    return html`<div class="head">
        <h1 tabindex="-1">${t(this.texts.title)}</h1>
        <p class="soft">${t(this.texts.text)}</p>
      </div>
      ${
        screen.known === undefined
          ? nothing
          : html`<button
              class="button secondary known"
              type="button"
              aria-disabled=${this.busy}
              @click=${this.#sendKnown}
            >
              ${t('code.known', {to: screen.known})}
            </button>`
      }
      <form novalidate @submit=${this.#send}>
        ${this.fields(screen, wrong === undefined ? nothing : 'wrong')} ${this.#saying(wrong)}
        <div class="actions">
          <button class="button primary" aria-disabled=${this.busy}>
            ${t(this.busy ? 'base.loading' : 'code.send')}
          </button>
        </div>
      </form>`;
  }

  #confirming(screen: ContactScreen): TemplateResult {
    const wrong = this.#wrong(screen);
    return html`<div class="head">
        <h1 tabindex="-1">${t('code.codeTitle')}</h1>
        <p class="soft">${t(this.texts.sent, {to: screen.to ?? ''})}</p>
      </div>
      <form novalidate @submit=${this.#type}>
        <label for="code">${t('code.codeLabel')}</label>
        <input
          id="code"
          class="code"
          dir="ltr"
          inputmode="numeric"
          autocomplete="one-time-code"
          spellcheck="false"
          aria-invalid=${wrong === undefined ? nothing : 'true'}
          aria-describedby=${wrong === undefined ? nothing : 'wrong'}
        />
        ${this.#saying(wrong)} ${this.sent ? html`<p class="note soft small">${t('code.againSent')}</p>` : nothing}
        <div class="actions">
          <button class="button primary" aria-disabled=${this.busy}>
            ${t(this.busy ? 'base.loading' : 'code.confirm')}
          </button>
          <button
            class="button secondary"
            type="button"
            aria-disabled=${this.busy || this.wait > 0}
            @click=${this.#again}
          >
            ${this.wait > 0 && this.wait <= 300 ? t('code.againIn', {count: this.wait}) : t('code.again')}
          </button>
          <button class="button quiet" type="button" aria-disabled=${this.busy} @click=${this.#change}>
            ${t(this.texts.other)}
          </button>
        </div>
      </form>`;
  }

  #wrong({problems: [problem]}: ContactScreen): string | undefined {
    if (this.slip) return t(`code.${this.slip}`);
    if (problem === undefined) return undefined;
    if (problem !== 'sent_too_often') return t(`code.${problem}`);
    return t('code.sent_too_often', {count: Math.max(1, Math.ceil(this.wait / 60))});
  }

  #saying(wrong: string | undefined) {
    return wrong === undefined
      ? nothing
      : html`<p id="wrong" class="wrong" role="alert">${warnIcon()}<span>${wrong}</span></p>`;
  }
}
