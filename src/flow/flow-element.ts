import {LitElement, html, type nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {SubmitStep} from '../protocol/flow.ts';
import type {Position, ProgressWord} from '../protocol/position.ts';
import type {FrameEventName, HostMessage, Init} from '../protocol/messages.ts';
import {baseStyles, buttonStyles} from '../ui/base-styles.ts';
import type {ConfirmDialog, ConfirmDialogAnswer} from '../ui/confirm-dialog.ts';
import type {FlowActions} from './actions.ts';
import {speaks} from './channel.ts';
import {readConfig, type FlowConfig} from './config.ts';
import {bannersTemplate} from './banners-template.ts';
import {reloadWhenBack, type ConnectionState} from './connection.ts';
import {Devices} from './devices.ts';
import {FlowApiError} from './flow-api-error.ts';
import {dress, dressAs} from './dress.ts';
import {flowStyles} from './flow-styles.ts';
import {headerTemplate} from './header-template.ts';
import {HostLink} from './host-link.ts';
import type {HostListener} from './host-listener.ts';
import {Opening} from './opening.ts';
import {paint} from './paint.ts';
import {screenTemplate, type ScreenProperties} from './screen-template.ts';
import type {FlowSession} from './session.ts';
import {troubleOf} from './trouble.ts';
import {fetchAhead, isAboutPosition, nameOf, prepareTrouble, prepareView, type View} from './views.ts';
import {currentDirection, preferWords, setLanguage, t} from './words.ts';

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

  readonly #opening = new Opening({
    position: (position) => void this.#show(this.devices.viewOf(position)),
    progress: (words) => (this.words = words),
    trouble: (error) => this.fail(error, () => this.#reopen()),
    connection: (state) => (this.connection = state),
    ending: (secondsLeft) => void this.#idle(secondsLeft),
  });
  readonly #link = new HostLink();
  readonly devices = new Devices(() => this.#showPosition());
  /** Counts the views asked for, so that one that is ready late does not replace a newer one. */
  #turn = 0;
  #showing: Promise<void> = Promise.resolve();
  #screensShown = 0;
  #announced = '';
  #away = new AbortController();

  static override styles = [baseStyles, buttonStyles, flowStyles];

  constructor() {
    super();
    this.view = {kind: 'loading'};
    this.words = [];
    this.language = 'en';
    this.connection = 'online';
    this.isImmersive = false;
    this.hosted = false;
    this.inline = false;
  }

  get alone() {
    return this.hosted && !this.#link.channel;
  }

  get session(): FlowSession {
    const {session} = this.#opening;
    if (!session) throw new FlowApiError('session_expired', 0, 'No session is open.');
    return session;
  }

  get #position(): Position | undefined {
    return this.#opening.session?.position;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const config = readConfig(this);
    this.#opening.config = config;
    preferWords(config.words);
    this.hosted = config.mode === 'hosted';
    const {signal} = (this.#away = new AbortController());
    addEventListener('keydown', (event) => this.#escape(event), {signal});
    addEventListener('pagehide', () => this.#opening.session?.end(), {signal});
    document.addEventListener('visibilitychange', () => this.#returned(), {signal});
    void dressAs(config);
    if (config.styleVariant) document.documentElement.style.colorScheme = config.styleVariant;
    if (this.hosted) void this.#link.connectApp(config, this.#listener).then(() => this.#boot({}));
    else void this.#shakeHands(config);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#away.abort();
    this.#opening.session?.end();
    this.#link.channel?.close();
  }

  readonly #listener: HostListener = {
    onInit: (init) => this.#initialised(init),
    onMessage: (message) => this.#hostSays(message),
    // whoever left and comes back goes on where it stood
    onOpen: () => {
      const again = () => this.#reopen();
      if (this.view.kind === 'left') again().catch((error: unknown) => this.fail(error, again));
    },
    onDestroy: () => this.#opening.session?.end(),
    painted: () => this.#painted(),
  };

  async #shakeHands(config: FlowConfig): Promise<void> {
    const {hostOrigin} = config;
    if (!hostOrigin || window.parent === window) {
      return this.#boot({}, new FlowApiError('invalid_config', 0, 'The frame has no host.'));
    }
    // where the words do not come, the first screen says so
    await this.#speak(config.language ? [config.language] : navigator.languages).catch(() => {});
    await this.#link.connect(hostOrigin, config, this, this.#listener).catch(() => reloadWhenBack(this.#away.signal));
  }

  #initialised(init: Init): void {
    this.inline = init.mode === 'inline';
    if (init.theme) void dress(init.theme);
    this.#opening.fields = init.fields;
    const refused = speaks(init.version) ? undefined : new FlowApiError('unsupported_version', 0, 'Another version.');
    void this.#boot(init, refused);
  }

  /** Language first, so that even an error speaks it; then the session; then `ready`, once something is on the screen. */
  async #boot(given: Pick<Init, 'sessionToken' | 'language'>, refused?: FlowApiError): Promise<void> {
    const {config} = this.#opening;
    const wanted = given.language ?? config.language;
    const open = async (): Promise<void> => {
      await this.#speak(wanted ? [wanted] : navigator.languages);
      if (refused) throw refused;
      await this.#open(given.sessionToken ?? config.sessionToken);
    };
    try {
      await open();
    } catch (error) {
      this.fail(error, open);
    }
    await this.#painted();
    this.note('load');
    this.#link.send({type: 'ready', elapsedMs: Math.round(performance.now())});
    this.#link.watchSize(this.renderRoot.querySelector('.card'), this.#away.signal);
    // A head start for what the next press needs; where it fails, that press will say so.
    await Promise.all([import('./extras.ts'), prepareTrouble(), this.#opening.load()]).catch(() => {});
  }

  async #open(sessionToken?: string): Promise<void> {
    const view = await this.#opening.open(sessionToken, this.language);
    if (view) await this.#show(view);
    else if (this.#position) this.#resumed(this.#position);
  }

  #resumed(position: Position): void {
    if (position.status === 'pending') this.note('resume');
    if (this.devices.resumed(position)) this.#showPosition();
  }

  async #reopen(): Promise<void> {
    const {session} = this.#opening;
    if (session?.token) await session.refresh();
    else await this.#open();
  }

  async begin(accept: boolean): Promise<void> {
    const {code} = this.#opening.config;
    if (code) {
      this.devices.byCode = true;
      await this.#opening.claim(code, this.language, (handoff) => (this.devices.came = handoff));
      this.note('resume');
      return;
    }
    const position = await this.#opening.start(this.language);
    const {token} = this.session;
    // The host keeps the token in memory, so that a frame that is reloaded or moved goes on where it stood.
    this.note('start', {inquiryId: position.inquiryId, ...(token && {sessionToken: token})});
    if (accept && this.#opening.wasOffered(position)) await this.submit({action: 'accept'});
  }

  submit(step: SubmitStep): Promise<Position> {
    this.note('advance', {step: this.#position?.step});
    return this.session.submit(step);
  }

  note(name: FrameEventName, data: Record<string, unknown> = {}): void {
    this.#link.send({type: 'event', name, data});
    this.#opening.session?.note(name);
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

  readonly fetchAhead = fetchAhead;

  #showPosition(): void {
    const position = this.#position;
    if (position) void this.#show(this.devices.viewOf(position));
  }

  fail(error: unknown, again: () => Promise<void>): void {
    const trouble = troubleOf(error, this.#opening.byCode);
    const message = error instanceof FlowApiError ? error.message : 'The flow met an unexpected error.';
    this.#link.send({type: 'error', code: trouble.code, message, retry: trouble.again});
    const retry = async (): Promise<void> => {
      const turn = this.#turn;
      await again();
      // Work that shows nothing new by itself goes back to where the inquiry stands.
      if (turn === this.#turn) this.#showPosition();
    };
    this.#show({kind: 'error', trouble, again: retry}).catch(() => reloadWhenBack(this.#away.signal));
  }

  finish(): void {
    const target = this.hosted ? this.#position?.redirectUri : undefined;
    if (target) void import('./hosted.ts').then(({leaveTo}) => leaveTo(target));
    else if (this.#isFinal() && this.#position?.screen.kind !== 'expired') this.#link.send({type: 'close'});
    else this.#cancel();
  }

  get mayRestart(): boolean {
    return this.#opening.mayRestart;
  }

  async restart(): Promise<void> {
    this.session.forget();
    await this.#open();
  }

  #isFinal(): boolean {
    const kind = this.#position?.screen.kind;
    return kind === 'success' || kind === 'failed' || kind === 'expired';
  }

  /** Prepares a view whole, then shows it; a newer one that is ready first wins. */
  #show(view: View): Promise<void> {
    this.#showing = this.#prepare(view);
    return this.#showing;
  }

  async #prepare(view: View): Promise<void> {
    const turn = ++this.#turn;
    try {
      await prepareView(view);
    } catch (error) {
      if (view.kind === 'error') throw error;
      if (turn === this.#turn) this.fail(error, () => this.#show(view));
      return;
    }
    if (turn === this.#turn) this.#enter(view);
  }

  #enter(view: View): void {
    const from = nameOf(this.view);
    const to = nameOf(view);
    this.view = view;
    if (from !== to) {
      this.#screensShown++;
      this.isImmersive = false;
      if (to !== 'processing') this.words = [];
      this.note('step', {step: view.kind === 'screen' ? view.position.step : view.kind});
    }
    if (!isAboutPosition(view)) return;
    if (this.devices.listens(view)) this.session.watch();
    else this.session.stop();
    this.#link.finished(view.position);
  }

  async #speak(wanted: readonly string[]): Promise<void> {
    this.language = await setLanguage(wanted);
    const root = document.documentElement;
    root.lang = this.language;
    root.dir = currentDirection();
    document.title = t('base.pageTitle');
  }

  async #changeLanguage(wanted: string): Promise<void> {
    await this.#speak([wanted]);
    // The server's copy only serves mails and other devices; this page speaks the new language already.
    if (this.#opening.session?.token) await this.session.changeLanguage(this.language).catch(() => {});
  }

  /** Another tab or device may have gone on meanwhile; the server knows. */
  #returned(): void {
    const {session} = this.#opening;
    if (document.visibilityState !== 'visible' || !session?.token || this.#isFinal()) return;
    session.refresh().catch((error: unknown) => {
      if (error instanceof FlowApiError && error.code === 'network') return;
      this.fail(error, () => this.#reopen());
    });
  }

  async #idle(secondsLeft: number): Promise<void> {
    const {askWhetherThere} = await import('./idle.ts');
    await askWhetherThere(secondsLeft, {
      renderRoot: this.renderRoot,
      announce: (text) => this.announce(text),
      stay: async () => (await this.session.extend()).sessionSecondsLeft ?? 0,
      leave: () => this.#cancel(),
      ended: () => this.#returned(),
    });
  }

  #hostSays(message: HostMessage): void {
    if (message.type === 'theme') void dress(message.theme);
    else if (message.force) this.#cancel();
    else void this.#askToLeave();
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || this.#asks) return;
    event.preventDefault();
    void this.#askToLeave();
  }

  /** Escape answers a question that is open. */
  get #asks(): boolean {
    return [...this.renderRoot.querySelectorAll('cs-confirm-dialog')].some((one) => (one as ConfirmDialog).open);
  }

  get #dialog(): ConfirmDialog | null {
    return this.renderRoot.querySelector('cs-confirm-dialog');
  }

  /** Nothing to lose: leave. Otherwise ask. */
  async #askToLeave(): Promise<void> {
    if (this.#isFinal()) return this.finish();
    if (!isAboutPosition(this.view)) return this.view.kind === 'left' ? undefined : this.#cancel();
    await import('./extras.ts');
    await this.#dialog?.show();
  }

  #answered(event: ConfirmDialogAnswer): void {
    if (event.confirmed) this.#cancel();
  }

  #cancel(): void {
    const {session} = this.#opening;
    session?.leave('cancel');
    this.#link.cancelled(session?.position?.inquiryId, session?.token);
    void this.#show({kind: 'left', again: () => this.#reopen()});
  }

  async #painted(): Promise<void> {
    await this.#showing.catch(() => {});
    await this.updateComplete;
    await paint();
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('connection') && this.connection === 'offline') this.announce(t('base.offline'));
  }

  override render(): TemplateResult {
    // The page's own skeleton stays until there is something to show.
    if (this.view.kind === 'loading') return html`<slot></slot>`;
    return html`<div class="card">
        ${this.#header()} ${this.#banners()}
        <main>${screenTemplate(this.view, this.#told())}</main>
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

  #told(): ScreenProperties {
    const {language, words} = this;
    const {requester, collects} = this.#opening.config;
    return {actions: this, language, words, requester, collects};
  }

  #header(): TemplateResult {
    const position = isAboutPosition(this.view) ? this.view.position : undefined;
    return headerTemplate({
      progress: position?.progress ?? undefined,
      requester: position?.requester ?? this.#opening.config.requester ?? '',
      closable: this.view.kind !== 'left' && !(this.alone && this.#isFinal()),
      onClose: () => void this.#askToLeave(),
      onLanguage: (language) => void this.#changeLanguage(language),
    });
  }

  #banners(): TemplateResult | typeof nothing {
    const {connection, view} = this;
    const joined = view.kind === 'screen' && !this.#isFinal() && Boolean(view.position.joined?.length);
    return bannersTemplate({connection, joined, onDevices: () => this.devices.handOver()});
  }
}
