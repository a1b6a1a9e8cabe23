import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import type {Handoff} from '../../protocol/flow.ts';
import {Banner} from '../../ui/banner.ts';
import {define} from '../../ui/define.ts';
import {outcomeDrawing} from '../../ui/illustrations.ts';
import {isAppBrowser, outsideLink} from '../app-browser.ts';
import {isHandheld} from '../handheld.ts';
import {FlowApiError} from '../flow-api-error.ts';
import {StepElement} from '../step-element.ts';
import {t} from '../words.ts';
import {handoffStyles} from './handoff/handoff-styles.ts';
import './handoff/send-link.ts';

/** How long a code is shown, whatever this device's clock says of its end. */
const shortestMs = 60_000;
const longestMs = 60 * 60_000;

/** On with another device: a code to scan, its link to copy or to send; then that a device joined, with a way to refuse it. */
export class HandoffStep extends StepElement {
  static override properties = {
    ...StepElement.properties,
    handoff: {state: true},
    picture: {state: true},
    copied: {state: true},
    refused: {state: true},
  };
  /** Absent while it is being made. */
  declare handoff: Handoff | undefined;
  declare picture: SVGSVGElement | undefined;
  declare copied: boolean;
  /** A device was sent away just now. */
  declare refused: boolean;
  #late: ReturnType<typeof setTimeout> | undefined;

  static override styles: CSSResultGroup = [StepElement.styles, handoffStyles];

  constructor() {
    super();
    this.copied = false;
    this.refused = false;
  }

  get #joined(): {id: string; at: string} | undefined {
    return this.position?.joined?.at(-1);
  }

  override firstUpdated(): void {
    super.firstUpdated();
    if (!this.#joined) void this.#make();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#late);
  }

  override updated(changed: PropertyValues<this>): void {
    const before = changed.get('position')?.joined?.length ?? 0;
    if (changed.has('position') && changed.get('position') && before === 0 && this.#joined) this.#deviceJoined();
  }

  #deviceJoined(): void {
    this.refused = false;
    this.actions.announce(t('handoff.joinedTitle'));
    this.focusHeading();
  }

  /** A code, drawn; made anew when its time is up, so that nobody scans one that opens nothing. */
  async #make(): Promise<void> {
    clearTimeout(this.#late);
    this.handoff = undefined;
    this.copied = false;
    try {
      const [handoff, {drawCode}] = await Promise.all([this.actions.session.handOver(), import('./handoff/code.ts')]);
      this.picture = drawCode(handoff.link);
      this.handoff = handoff;
      // a phone's clock may be years off, and a timer that is set further than 24 days goes off at once
      const left = Math.min(Date.parse(handoff.expiresAt) - Date.now(), longestMs);
      this.#late = setTimeout(() => void this.#make(), Math.max(shortestMs, left));
    } catch (error) {
      this.actions.fail(error, () => Promise.resolve());
    }
  }

  #refuse(): Promise<void> {
    return this.run(async () => {
      await this.actions.session.refuseDevices();
      this.refused = true;
      await this.#make();
    });
  }

  /** The clipboard where the frame may use it; else the old way, which needs no permission but a press. */
  async #copy(): Promise<void> {
    const {handoff} = this;
    if (!handoff) return;
    try {
      await navigator.clipboard.writeText(handoff.link);
      this.copied = true;
    } catch {
      this.renderRoot.querySelector<HTMLInputElement>('#link')?.select();
      // marked as old, yet the only way in a frame that was not given the clipboard
      this.copied = (document as {execCommand(command: string): boolean}).execCommand('copy');
    }
    if (this.copied) this.actions.announce(t('handoff.copied'));
  }

  async #send({detail}: CustomEvent<{by: 'email' | 'sms'; to: string; done: (sent: boolean) => void}>): Promise<void> {
    const {by, to, done} = detail;
    try {
      await this.actions.session.sendLink({by, to});
      done(true);
    } catch (error) {
      if (error instanceof FlowApiError && error.status === 422) done(false);
      else this.actions.fail(error, () => Promise.resolve());
    }
  }

  override render(): TemplateResult {
    const joined = this.#joined;
    return joined ? this.#connected(joined.at) : this.#offer();
  }

  #connected(at: string): TemplateResult {
    const time = new Date(at).toLocaleTimeString(this.language, {hour: '2-digit', minute: '2-digit'});
    return html`<div class="hero">${outcomeDrawing('good')}</div>
      <div class="head">
        <h1 tabindex="-1">${t('handoff.joinedTitle')}</h1>
        <p class="soft">${t('handoff.joinedText')}</p>
        <p class="soft small">${t('handoff.joinedAt', {time})}</p>
      </div>
      <div class="actions">
        ${this.#hereButton()}
        <button class="button danger" type="button" aria-disabled=${this.busy} @click=${this.#refuse}>
          ${t('handoff.refuse')}
        </button>
      </div>`;
  }

  #offer(): TemplateResult {
    const handheld = isHandheld();
    const inApp = isAppBrowser();
    return html`<div class="head">
        <h1 tabindex="-1">
          ${t(inApp ? 'handoff.inAppTitle' : handheld ? 'handoff.titleElsewhere' : 'handoff.title')}
        </h1>
        <p class="soft">${t(inApp ? 'handoff.inAppText' : handheld ? 'handoff.textElsewhere' : 'handoff.text')}</p>
      </div>
      ${this.refused ? html`<cs-banner kind="info" role="status">${t('handoff.refused')}</cs-banner>` : nothing}
      ${handheld || inApp ? nothing : this.#code()} ${inApp ? this.#outside() : nothing} ${this.#link()}
      ${(this.handoff?.senders ?? []).map(
        (by) => html`<cs-send-link by=${by} .language=${this.language} @cs-send=${this.#send}></cs-send-link>`,
      )}
      <div class="actions">${this.#hereButton()}</div>`;
  }

  /** Out of the app's browser, where the system knows a way. */
  #outside(): TemplateResult | typeof nothing {
    const href = this.handoff && outsideLink(this.handoff.link);
    if (!href) return nothing;
    return html`<a class="button primary" href=${href} target="_blank" rel="noreferrer">${t('handoff.inAppOpen')}</a>`;
  }

  #code(): TemplateResult {
    return this.handoff
      ? html`<figure role="img" aria-label=${t('handoff.codeAlt')}>${this.picture}</figure>`
      : html`<figure class="waiting"><span class="visually-hidden">${t('handoff.preparing')}</span></figure>`;
  }

  #link(): TemplateResult {
    return html`<label class="link" for="link">${t('handoff.link')}</label>
      <div class="row">
        <input id="link" readonly dir="ltr" .value=${this.handoff?.link ?? ''} />
        <button class="button secondary" type="button" aria-disabled=${!this.handoff} @click=${this.#copy}>
          ${t(this.copied ? 'handoff.copied' : 'handoff.copy')}
        </button>
      </div>
      <p class="note soft small">
        ${t('handoff.expires')}
        <button class="again" type="button" @click=${() => void this.#make()}>${t('handoff.another')}</button>
      </p>`;
  }

  #hereButton(): TemplateResult {
    return html`<button class="button secondary" type="button" @click=${() => this.actions.devices.goOnHere()}>
      ${t('handoff.here')}
    </button>`;
  }
}

define('cs-banner', Banner);
define('countersign-step-handoff', HandoffStep);
