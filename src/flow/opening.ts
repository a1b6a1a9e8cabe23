/**
 * Getting into an inquiry: by the host's token, a one-time code, an inquiry's id, or a template. The session and all that parses
 * the server's words are loaded when first needed; a first screen that needs no server does not wait for them.
 */
import type {StartInquiry} from '../protocol/flow.ts';
import type {Position} from '../protocol/position.ts';
import type {FlowConfig} from './config.ts';
import type {FlowSession, SessionListener} from './session.ts';
import type {View} from './views.ts';

export class Opening {
  config: FlowConfig = {mode: 'frame'};
  /** Fields that came over the port; they win over those of the page. */
  fields: Record<string, unknown> | undefined;
  /** The session, once it is loaded. */
  session: FlowSession | undefined;
  readonly #listener: SessionListener;
  #loading: Promise<FlowSession> | undefined;

  constructor(listener: SessionListener) {
    this.#listener = listener;
  }

  /** Whether the page names something of which another inquiry can be made. */
  get mayRestart(): boolean {
    return Boolean(this.config.templateId ?? this.config.templateVersionId);
  }

  get byCode(): boolean {
    return Boolean(this.config.code && !this.session?.token);
  }

  load(): Promise<FlowSession> {
    this.#loading ??= import('./session.ts').then(
      ({FlowSession}) => (this.session = new FlowSession(this.#listener)),
      (error: unknown) => {
        this.#loading = undefined;
        throw error;
      },
    );
    return this.#loading;
  }

  /** The screen to show before there is a session; none when a session was opened, whose position shows itself. */
  async open(sessionToken: string | undefined, language: string): Promise<View | undefined> {
    const {inquiryId, code, requester, retentionDays, collects = ''} = this.config;
    if (sessionToken) {
      await (await this.load()).resume(sessionToken);
      return undefined;
    }
    if (code) return {kind: 'code'};
    if (inquiryId) {
      await (await this.load()).open({inquiryId, language});
      return undefined;
    }
    return requester && retentionDays ? {kind: 'offer', requester, retentionDays, collects} : {kind: 'start'};
  }

  /** Claims the one-time code of the page; `tell` hears whether another device of the person's made it. */
  async claim(code: string, language: string, tell: (handoff: boolean) => void): Promise<void> {
    const [session, {recallClaim, rememberClaim}] = await Promise.all([this.load(), import('./hosted.ts')]);
    const claimSecret = recallClaim(code);
    const opened = await session.open({code, language, ...(claimSecret && {claimSecret})}, ({handoff}) =>
      tell(handoff ?? false),
    );
    if (opened.claimSecret) rememberClaim(code, opened.claimSecret);
  }

  /** Makes a new inquiry of the page's template. */
  async start(language: string): Promise<Position> {
    const session = await this.load();
    const {templateId, templateVersionId, environmentId, referenceId, accountId, redirectUri} = this.config;
    const fields = {...this.config.fields, ...this.fields};
    const request: StartInquiry = {
      language,
      ...(templateId && {templateId}),
      ...(templateVersionId && {templateVersionId}),
      ...(environmentId && {environmentId}),
      ...(referenceId && {referenceId}),
      ...(accountId && {accountId}),
      ...(redirectUri && {redirectUri}),
      ...(Object.keys(fields).length && {fields}),
    };
    return session.start(request);
  }

  /** Whether the consent that the server asks for is word for word the one the page showed: only what was read is agreed to. */
  wasOffered({screen}: Position): boolean {
    const {requester, retentionDays, collects = ''} = this.config;
    return (
      screen.kind === 'consent' &&
      screen.requester === requester &&
      screen.retentionDays === retentionDays &&
      screen.collects.join(' ') === collects
    );
  }
}
