import {LitElement, html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {Position, ProgressWord, SubmitStep} from '../protocol/flow.ts';
import type {FrameEventName, HostMessage, Init} from '../protocol/messages.ts';
import {Banner} from '../ui/banner.ts';
import {baseStyles, buttonStyles} from '../ui/base-styles.ts';
import {ConfirmDialog, type ConfirmDialogAnswer} from '../ui/confirm-dialog.ts';
import {define} from '../ui/define.ts';
import {closeIcon, globeIcon} from '../ui/icons.ts';
import type {FlowActions} from './actions.ts';
import {openChannel, speaks} from './channel.ts';
import {readConfig, type FlowConfig} from './config.ts';
import type {ConnectionState} from './connection.ts';
import {flowStyles} from './flow-styles.ts';
import {HostLink} from './host-link.ts';
import {leaveTo, recallClaim, rememberClaim} from './hosted.ts';
import {FlowSession} from './session.ts';
import {applyTheme} from './theme.ts';
import {troubleOf} from './trouble.ts';
import {prepareView, type View} from './views.ts';
import {currentDirection, currentLanguage, languageName, languages, setLanguage, t} from './words.ts';
import {FlowApiError} from './api.ts';

/**
 * The inquiry as the person meets it: opens or resumes the session, shows what the server's position says, and speaks with the host.
 * Its attributes are those of `config.ts`.
 */
export class FlowElement extends LitElement implements FlowActions {
  static override properties = {
    view: {state: true},
    words: {state: true},
    language: {state: true},
    connection: {state: true},
    isImmersive: {type: Boolean, reflect: true, attribute: 'immersive'},
    hosted: {type: Boolean, reflect: true},
    inline: {type: Boolean, reflect: true},
  };
  declare view: View;
  declare words: readonly ProgressWord[];
  declare language: string;
  declare connection: ConnectionState;
  declare isImmersive: boolean;
  declare hosted: boolean;
  declare inline: boolean;

  readonly session: FlowSession;
  readonly #link = new HostLink();
  #config: FlowConfig = {mode: 'frame'};
  #fields: Record<string, unknown> | undefined;
  #turn = 0;
  #screensShown = 0;
  #announced = '';
  #away = new AbortController();

  static override styles = [baseStyles, buttonStyles, flowStyles];

  constructor() {
    super();
    this.view = {kind: 'loading'};
    this.words = [];
    this.language = 'en';
    this.isImmersive = false;
    this.hosted = false;
    this.inline = false;
    this.session = new FlowSession({
      position: (position) => void this.#show({kind: 'screen', position}),
      progress: (words) => (this.words = words),
      trouble: (error) => this.fail(error, () => this.#reopen()),
    });
    this.connection = this.session.api.connection.state;
    this.session.api.connection.onChange = (state) => (this.connection = state);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#config = readConfig(this);
    this.hosted = this.#config.mode === 'hosted';
    this.#away = new AbortController();
    const {signal} = this.#away;
    addEventListener('keydown', (event) => this.#escape(event), {signal});
    addEventListener('pagehide', () => this.session.stop(), {signal});
    document.addEventListener('visibilitychange', () => this.#returned(), {signal});
    if (this.#config.styleVariant) applyTheme(document.documentElement, {scheme: this.#config.styleVariant});
    if (this.hosted) void this.#boot({});
    else this.#shakeHands();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#away.abort();
    this.session.stop();
    this.#link.channel?.close();
  }

  #shakeHands(): void {
    const {hostOrigin} = this.#config;
    if (!hostOrigin || window.parent === window) {
      void this.#boot({}, new FlowApiError('invalid_config', 0, 'The frame has no host.'));
      return;
    }
    this.#link.channel = openChannel({
      hostOrigin,
      onInit: (init) => this.#initialised(init),
      onMessage: (message) => this.#hostSays(message),
    });
  }

  #initialised(init: Init): void {
    this.inline = init.mode === 'inline';
    if (init.theme) applyTheme(document.documentElement, init.theme);
    this.#fields = init.fields;
    const {sessionToken, language} = init;
    const refused = speaks(init.version) ? undefined : new FlowApiError('unsupported_version', 0, 'Another version.');
    void this.#boot({...(sessionToken && {sessionToken}), ...(language && {language})}, refused);
  }

  /** Language first, so that even an error speaks it; then the session; then `ready`, once something is on the screen. */
  async #boot(given: {sessionToken?: string; language?: string}, refused?: FlowApiError): Promise<void> {
    const wanted = given.language ?? this.#config.language;
    const open = async (): Promise<void> => {
      await this.#speak(wanted ? [wanted] : navigator.languages);
      if (refused) throw refused;
      await this.#open(given.sessionToken ?? this.#config.sessionToken);
    };
    try {
      await open();
    } catch (error) {
      this.fail(error, open);
    }
    await this.#settled();
    this.#link.send({type: 'ready', elapsedMs: Math.round(performance.now())});
    this.note('load');
    this.#watchSize();
  }

  async #open(sessionToken: string | undefined): Promise<void> {
    const {inquiryId, code, requester, retentionDays} = this.#config;
    if (sessionToken) {
      const position = await this.session.resume(sessionToken);
      if (position.status !== 'created') this.note('resume');
      return;
    }
    if (code) return this.#show({kind: 'code'});
    if (inquiryId) {
      await this.session.open({inquiryId, language: this.language});
      return;
    }
    if (requester && retentionDays) return this.#show({kind: 'offer', requester, retentionDays});
    return this.#show({kind: 'start'});
  }

  async #reopen(): Promise<void> {
    if (this.session.token) await this.session.refresh();
    else await this.#open(undefined);
  }

  async begin(accept: boolean): Promise<void> {
    const {code, templateId, templateVersionId, environmentId, referenceId, accountId, redirectUri} = this.#config;
    if (code) {
      const claimSecret = recallClaim(code);
      const opened = await this.session.open({code, language: this.language, ...(claimSecret && {claimSecret})});
      if (opened.claimSecret) rememberClaim(code, opened.claimSecret);
      this.note('resume');
      return;
    }
    const fields = {...this.#config.fields, ...this.#fields};
    const position = await this.session.start({
      language: this.language,
      ...(templateId && {templateId}),
      ...(templateVersionId && {templateVersionId}),
      ...(environmentId && {environmentId}),
      ...(referenceId && {referenceId}),
      ...(accountId && {accountId}),
      ...(redirectUri && {redirectUri}),
      ...(Object.keys(fields).length && {fields}),
    });
    const {token} = this.session;
    // The host keeps the token in memory, so that a frame that is reloaded or moved goes on where it stood.
    this.note('start', {inquiryId: position.inquiryId, ...(token && {sessionToken: token})});
    if (accept && position.screen.kind === 'consent' && this.#sameOffer(position))
      await this.submit({action: 'accept'});
  }

  /** Only what was read is agreed to. */
  #sameOffer({screen}: Position): boolean {
    const {requester, retentionDays} = this.#config;
    return screen.kind === 'consent' && screen.requester === requester && screen.retentionDays === retentionDays;
  }

  submit(step: SubmitStep): Promise<Position> {
    return this.session.submit(step);
  }

  note(name: FrameEventName, data: Record<string, unknown> = {}): void {
    this.#link.send({type: 'event', name, data});
    this.session.note(name);
  }

  immersive(on: boolean): void {
    this.isImmersive = on;
  }

  announce(text: string): void {
    if (text === this.#announced) return;
    this.#announced = text;
    const live = this.renderRoot.querySelector('#live');
    if (live) live.textContent = text;
  }

  mayFocus(): boolean {
    return this.#screensShown > 1 || !this.inline;
  }

  fail(error: unknown, again: () => Promise<void>): void {
    const trouble = troubleOf(error, Boolean(this.#config.code && !this.session.token));
    const message = error instanceof FlowApiError ? error.message : 'The flow met an unexpected error.';
    this.#link.send({type: 'error', code: trouble.code, message, retry: trouble.again});
    const retry = async (): Promise<void> => {
      const turn = this.#turn;
      await again();
      // Work that shows nothing new by itself goes back to where the inquiry stands.
      const {position} = this.session;
      if (turn === this.#turn && position) await this.#show({kind: 'screen', position});
    };
    this.#show({kind: 'error', trouble, again: retry}).catch(() => this.#lastWord());
  }

  /** When not even the error screen arrives (offline at the first moment), its words cannot either: try by reloading. */
  #lastWord(): void {
    this.isImmersive = false;
    this.session.api.connection.failed();
    void this.session.api.connection.back().then(() => setTimeout(() => location.reload(), 3000));
  }

  finish(): void {
    const {position} = this.session;
    const target = this.hosted ? position?.redirectUri : undefined;
    if (target) leaveTo(target);
    else if (position && position.screen.kind !== 'expired' && this.#isFinal()) this.#link.send({type: 'close'});
    else this.#cancel();
  }

  get mayRestart(): boolean {
    return Boolean(this.#config.templateId ?? this.#config.templateVersionId);
  }

  async restart(): Promise<void> {
    this.session.forget();
    await this.#open(undefined);
  }

  #isFinal(): boolean {
    const kind = this.session.position?.screen.kind;
    return kind === 'success' || kind === 'failed' || kind === 'expired';
  }

  /** Prepares a view whole, then shows it; a newer one that is ready first wins. */
  async #show(view: View): Promise<void> {
    const turn = ++this.#turn;
    try {
      await prepareView(view);
    } catch (error) {
      if (view.kind === 'error') throw error;
      if (turn === this.#turn) this.fail(error, () => this.#show(view));
      return;
    }
    if (turn !== this.#turn) return;
    this.#enter(view);
  }

  #enter(view: View): void {
    const before = this.view;
    const from = before.kind === 'screen' ? before.position.screen.kind : before.kind;
    const to = view.kind === 'screen' ? view.position.screen.kind : view.kind;
    this.view = view;
    if (from !== to) {
      this.#screensShown++;
      if (to !== 'document') this.isImmersive = false;
      if (to !== 'processing') this.words = [];
      this.note('step', {step: view.kind === 'screen' ? view.position.step : view.kind});
    }
    if (view.kind !== 'screen') return;
    if (to === 'processing') this.session.watch();
    else this.session.stop();
    this.#link.finished(view.position);
    if (to === 'expired') {
      this.#link.send({type: 'error', code: 'expired', message: 'The inquiry has expired.', retry: false});
    }
  }

  async #speak(wanted: readonly string[]): Promise<void> {
    this.language = await setLanguage(wanted);
    const root = document.documentElement;
    root.lang = this.language;
    root.dir = currentDirection();
    document.title = t('base.pageTitle');
  }

  async #changeLanguage(event: Event): Promise<void> {
    const wanted = (event.target as HTMLSelectElement).value;
    await this.#speak([wanted]);
    if (this.session.token) await this.session.changeLanguage(this.language).catch(() => {});
  }

  /** Another tab or device may have gone on meanwhile; the server knows. */
  #returned(): void {
    if (document.visibilityState !== 'visible' || !this.session.token || this.#isFinal()) return;
    this.session.refresh().catch((error: unknown) => {
      if (error instanceof FlowApiError && error.code === 'network') return;
      this.fail(error, () => this.#reopen());
    });
  }

  #hostSays(message: HostMessage): void {
    if (message.type === 'theme') applyTheme(document.documentElement, message.theme);
    else if (message.force) this.#cancel();
    else this.#askToLeave();
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || this.#dialog?.open) return;
    event.preventDefault();
    this.#askToLeave();
  }

  get #dialog(): ConfirmDialog | null {
    return this.renderRoot.querySelector('cs-confirm-dialog');
  }

  /** Nothing to lose: leave. Otherwise ask. */
  #askToLeave(): void {
    if (this.#isFinal()) this.finish();
    else if (this.view.kind === 'screen') void this.#dialog?.show();
    else if (this.view.kind !== 'left') this.#cancel();
  }

  #answered(event: ConfirmDialogAnswer): void {
    if (event.confirmed) this.#cancel();
  }

  #cancel(): void {
    const {position, token} = this.session;
    this.session.leave('cancel');
    this.#link.send({
      type: 'cancel',
      ...(position && {inquiryId: position.inquiryId}),
      ...(token && {sessionToken: token}),
    });
    this.isImmersive = false;
    void this.#show({kind: 'left', again: () => this.#reopen()});
  }

  async #settled(): Promise<void> {
    await this.updateComplete;
    // Two frames: the first one paints what was rendered.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }

  #watchSize(): void {
    const card = this.renderRoot.querySelector('.card');
    if (!this.#link.channel || !card) return;
    const observer = new ResizeObserver(() => this.#link.size(this.inline ? card.scrollHeight : this.#contentHeight()));
    observer.observe(card);
    this.#away.signal.addEventListener('abort', () => observer.disconnect());
  }

  #contentHeight(): number {
    const parts = this.renderRoot.querySelectorAll('header, main, footer');
    return Array.from(parts).reduce((sum, part) => sum + part.scrollHeight, 0);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('connection') && this.connection === 'offline') this.announce(t('base.offline'));
  }

  override render(): TemplateResult {
    if (this.view.kind === 'loading') return html`<div class="card"><main aria-busy="true"></main></div>`;
    return html`<div class="card">
        ${this.#header()} ${this.#banner()}
        <main>${this.#screen(this.view)}</main>
        ${this.#footer()}
      </div>
      <div id="live" class="visually-hidden" role="status"></div>
      <cs-confirm-dialog
        heading=${t('base.exitTitle')}
        text=${t('base.exitText')}
        confirm=${t('base.exitLeave')}
        dismiss=${t('base.exitStay')}
        @cs-answer=${this.#answered}
      ></cs-confirm-dialog>`;
  }

  #header(): TemplateResult {
    const {view} = this;
    const position = view.kind === 'screen' ? view.position : undefined;
    const progress = position?.progress;
    const requester = position?.requester ?? this.#config.requester ?? '';
    const closable = view.kind !== 'left' && !(this.hosted && this.#isFinal());
    return html`<header>
      <div class="where">
        ${requester ? html`<span class="requester" dir="auto">${requester}</span>` : nothing}
        ${progress ? html`<span class="step">${t('base.stepOf', {done: Math.min(progress.done + 1, progress.of), of: progress.of})}</span>` : nothing}
      </div>
      ${
        closable
          ? html`<button class="icon-button" type="button" aria-label=${t('base.close')} @click=${this.#askToLeave}>
              ${closeIcon()}
            </button>`
          : nothing
      }
      ${
        progress
          ? html`<progress max=${progress.of} .value=${progress.done} aria-label=${t('base.progress')}></progress>`
          : html`<hr />`
      }
    </header>`;
  }

  #banner(): TemplateResult | typeof nothing {
    if (this.connection === 'online') return nothing;
    const text = this.connection === 'offline' ? t('base.offline') : t('base.reconnecting');
    return html`<cs-banner kind="offline">${text}</cs-banner>`;
  }

  #screen(view: View): TemplateResult | typeof nothing {
    const language = this.language;
    switch (view.kind) {
      case 'loading':
        return nothing;
      case 'start':
      case 'code':
        return html`<countersign-step-start
          kind=${view.kind}
          .requester=${this.#config.requester}
          .actions=${this}
          .language=${language}
        ></countersign-step-start>`;
      case 'offer':
        return html`<countersign-step-consent
          .offered=${view}
          .actions=${this}
          .language=${language}
        ></countersign-step-consent>`;
      case 'screen':
        return this.#step(view.position, language);
      case 'error':
        return html`<countersign-step-error
          .trouble=${view.trouble}
          .again=${view.again}
          .actions=${this}
          .language=${language}
        ></countersign-step-error>`;
      case 'left':
        return html`<countersign-step-error
          .again=${view.again}
          .actions=${this}
          .language=${language}
        ></countersign-step-error>`;
    }
  }

  #step(position: Position, language: string): TemplateResult {
    switch (position.screen.kind) {
      case 'consent':
        return html`<countersign-step-consent
          .position=${position}
          .actions=${this}
          .language=${language}
        ></countersign-step-consent>`;
      case 'document':
        return html`<countersign-step-document
          .position=${position}
          .actions=${this}
          .language=${language}
        ></countersign-step-document>`;
      case 'processing':
        return html`<countersign-step-processing
          .position=${position}
          .words=${this.words}
          .actions=${this}
          .language=${language}
        ></countersign-step-processing>`;
      case 'success':
        return html`<countersign-step-success
          .position=${position}
          .actions=${this}
          .language=${language}
        ></countersign-step-success>`;
      case 'failed':
        return html`<countersign-step-failed
          .position=${position}
          .actions=${this}
          .language=${language}
        ></countersign-step-failed>`;
      case 'expired':
        return html`<countersign-step-expired
          .position=${position}
          .actions=${this}
          .language=${language}
        ></countersign-step-expired>`;
    }
  }

  #footer(): TemplateResult {
    return html`<footer>
      <label>
        ${globeIcon()}
        <span class="visually-hidden">${t('base.language')}</span>
        <select @change=${this.#changeLanguage}>
          ${languages.map(
            (one) =>
              html`<option value=${one} lang=${one} ?selected=${one === currentLanguage()}>
                ${languageName(one)}
              </option>`,
          )}
        </select>
      </label>
    </footer>`;
  }
}

define('cs-banner', Banner);
define('cs-confirm-dialog', ConfirmDialog);
