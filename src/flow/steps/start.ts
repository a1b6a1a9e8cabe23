import {css, type CSSResultGroup, html, nothing, type TemplateResult} from 'lit';
import {define} from '../../ui/define.ts';
import {phoneDrawing} from '../../ui/phone-drawing.ts';
import {eyeIcon, fileIcon, lockIcon} from '../../ui/first-icons.ts';
import {StepElement} from '../step-element.ts';
import {givenWords, t, type WordKey} from '../words.ts';

/**
 * The screen before there is a session: nothing is made on the server until its button is pressed, so reloads and link previews
 * leave nothing behind. `code` is the landing of a one-time link.
 */
export class StartStep extends StepElement {
  static override properties = {...StepElement.properties, kind: {}, requester: {}, collects: {}};
  declare kind: 'start' | 'code';
  declare requester: string | undefined;
  /** What the flow will ask for (`Collected`), with blanks between; absent where the page could not tell. */
  declare collects: string | undefined;

  constructor() {
    super();
    this.kind = 'start';
  }

  static override styles: CSSResultGroup = [
    StepElement.styles,
    css`
      .hero {
        color: var(--cs-ink);
      }
      li {
        display: flex;
        gap: 12px;
        padding: 8px 0;
      }
      li svg {
        color: var(--cs-accent);
      }
    `,
  ];

  override render() {
    return this.kind === 'code' ? this.#code() : this.#start();
  }

  #start() {
    const {requester} = this;
    // a page that could not tell what is asked speaks of a document, which nearly every flow asks for
    const collects = this.collects || 'document';
    const isDocument = collects.includes('document');
    const given = givenWords(collects);
    const row = (icon: unknown, key: WordKey) => html`<li>${icon}<span>${t(key)}</span></li>`;
    return html`<div class="hero">${phoneDrawing()}</div>
      <div class="head">
        <h1 tabindex="-1">${t('base.startTitle')}</h1>
        <p class="soft">
          ${requester ? t(isDocument ? 'base.startTextFor' : 'consent.startText', {requester}) : t('base.startText')}
        </p>
      </div>
      <ul class="body">
        ${isDocument ? row(fileIcon(), 'base.startNeedDocument') : nothing} ${given.map((key) => row(fileIcon(), key))}
        ${/doc|pap|fac/.test(collects) ? row(eyeIcon(), 'base.startNeedLight') : nothing}
        ${row(lockIcon(), given[0] ? 'consent.startPrivate' : 'base.startNeedPrivate')}
      </ul>
      ${this.#button(t('base.start'))}`;
  }

  #code() {
    return html`<div class="hero">${phoneDrawing()}</div>
      <div class="head">
        <h1 tabindex="-1">${t('base.resumeTitle')}</h1>
        <p class="soft">
          ${this.requester ? t('base.resumeTextFor', {requester: this.requester}) : t('base.resumeText')}
        </p>
      </div>
      ${this.#button(t('base.resume'))}`;
  }

  #button(label: string): TemplateResult {
    return html`<div class="actions">
      <button
        class="button primary"
        type="button"
        aria-disabled=${this.busy}
        @click=${() => this.run(() => this.actions.begin(false))}
      >
        ${this.busy ? t('base.loading') : label}
      </button>
    </div>`;
  }
}

define('countersign-step-start', StartStep);
