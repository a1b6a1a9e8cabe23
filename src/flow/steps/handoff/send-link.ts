import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import {baseStyles, buttonStyles} from '../../../ui/base-styles.ts';
import {define} from '../../../ui/define.ts';
import {t} from '../../words.ts';
import {handoffStyles} from './handoff-styles.ts';

type State = 'open' | 'sending' | 'sent' | 'wrong';

/**
 * The link by mail or text message.
 * @fires cs-send - with `by`, `to` and `done(sent)`
 */
export class SendLink extends LitElement {
  static override properties = {by: {}, language: {}, state: {state: true}};
  declare by: 'email' | 'sms';
  declare language: string;
  declare state: State;

  static override styles = [
    baseStyles,
    buttonStyles,
    handoffStyles,
    css`
      [role='alert'] {
        color: var(--cs-bad);
      }
      p {
        margin-top: 8px;
        font-size: 15px;
      }
    `,
  ];

  constructor() {
    super();
    this.by = 'email';
    this.state = 'open';
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const to = this.renderRoot.querySelector('input')?.value.trim() ?? '';
    if (!to || this.state === 'sending') return;
    this.state = 'sending';
    const done = (sent: boolean) => (this.state = sent ? 'sent' : 'wrong');
    this.dispatchEvent(new CustomEvent('cs-send', {detail: {by: this.by, to, done}}));
  }

  override render(): TemplateResult {
    const mail = this.by === 'email';
    return html`<form novalidate @submit=${this.#submit}>
      <label class="link" for="to">${t(mail ? 'handoff.byEmail' : 'handoff.bySms')}</label>
      <div class="row">
        <input
          id="to"
          dir="ltr"
          type=${mail ? 'email' : 'tel'}
          autocomplete=${mail ? 'email' : 'tel'}
          aria-invalid=${this.state === 'wrong' ? 'true' : nothing}
          aria-describedby=${this.state === 'wrong' ? 'wrong' : nothing}
        />
        <button class="button secondary" aria-disabled=${this.state === 'sending'}>${t('handoff.send')}</button>
      </div>
      ${this.state === 'wrong' ? html`<p id="wrong" role="alert">${t('handoff.sendWrong')}</p>` : nothing}
      <p role="status">${this.state === 'sent' ? t('handoff.sent') : ''}</p>
    </form>`;
  }
}

define('cs-send-link', SendLink);
