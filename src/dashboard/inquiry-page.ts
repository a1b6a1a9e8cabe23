import {css, html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {Check, Decision, EvidencePicture, InquiryDetail, VerificationDetail} from '../protocol/operator.ts';
import type {OverlayMark} from '../protocol/region-overlay.ts';
import type {CheckOpenEvent} from './check-list.ts';
import {operatorApi} from './operator-api.ts';
import {pageStyles} from './page-styles.ts';
import {sessionStyles, sessionsTemplate} from './sessions.ts';
import {say, sayDay, sayOf, sayTime, type Word} from './words.ts';

const decisionWords: Record<Decision, Word> = {
  approve: 'detail.approve',
  decline: 'detail.decline',
  'mark-for-review': 'detail.review',
};
const decisionKeys: Record<string, Decision> = {a: 'approve', d: 'decline'};

/**
 * One inquiry: pictures at the start side, fields and checks at the end side, the decision on top.
 * A decision takes two presses of the same button, so a slip of the hand decides nothing. Keys: `a` `d`.
 */
export class InquiryPage extends LitElement {
  static override properties = {
    environment: {},
    inquiryId: {},
    detail: {state: true},
    openCheck: {state: true},
    armed: {state: true},
    problem: {state: true},
  };
  declare environment: string;
  declare inquiryId: string;
  declare private detail: InquiryDetail | undefined;
  declare private openCheck: Check | undefined;
  declare private armed: Decision | undefined;
  declare private problem: string;

  constructor() {
    super();
    this.environment = '';
    this.inquiryId = '';
    this.problem = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#key);
  }

  override willUpdate(changed: PropertyValues): void {
    if ((changed.has('inquiryId') || changed.has('environment')) && this.environment) void this.#load();
  }

  override render() {
    const detail = this.detail;
    return html`
      <p><a href="/inquiries?environment=${this.environment}">${say('detail.back')}</a></p>
      ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing}
      ${detail ? this.#detail(detail) : html`<p role="status">${say('state.loading')}</p>`}
    `;
  }

  #detail(detail: InquiryDetail): TemplateResult {
    return html`
      <div class="head">
        <h1>${detail.personName ?? say('list.unnamed')}</h1>
        <span class="mark ${detail.status}" role="status">${sayOf('status', detail.status)}</span>
      </div>
      <dl class="facts">
        <div>
          <dt>${say('detail.id')}</dt>
          <dd><code>${detail.id}</code></dd>
        </div>
        <div>
          <dt>${say('detail.reference')}</dt>
          <dd>${detail.referenceId ?? '–'}</dd>
        </div>
        <div>
          <dt>${say('list.template')}</dt>
          <dd>${detail.templateName}</dd>
        </div>
      </dl>
      ${detail.allowed.length ? this.#decisions(detail) : nothing}
      <div class="columns">
        <section aria-label=${say('detail.images')}>
          <h2>${say('detail.images')}</h2>
          ${
            detail.verifications.some(({images}) => images.length)
              ? detail.verifications.map((verification) => this.#images(verification))
              : html`<p class="quiet">${say('detail.noImages')}</p>`
          }
        </section>
        <section>
          <h2>${say('detail.fields')}</h2>
          ${this.#fields(detail)}
          <h2>${say('detail.checks')}</h2>
          ${
            detail.verifications.length
              ? detail.verifications.map((verification) => this.#checks(verification))
              : html`<p class="quiet">${say('detail.noChecks')}</p>`
          }
          <h2>${say('detail.sessions')}</h2>
          ${sessionsTemplate(detail.sessions)}
          <h2>${say('detail.history')}</h2>
          <ol class="history">
            ${detail.events.map((event) => html`<li><code>${event.name}</code> <span class="quiet">${sayTime(event.createdAt)}</span></li>`)}
          </ol>
        </section>
      </div>
    `;
  }

  #decisions(detail: InquiryDetail): TemplateResult {
    return html`<form class="panel decisions" @submit=${(event: Event) => event.preventDefault()}>
      <label>
        <span>${say('detail.comment')}</span>
        <textarea rows="2" maxlength="2000"></textarea>
      </label>
      <div class="buttons">
        ${detail.allowed.map(
          (decision) =>
            html`<button
              type="button"
              class=${decision === 'approve' ? 'primary' : ''}
              @click=${() => this.#decide(decision)}
              @blur=${() => (this.armed = undefined)}
            >
              ${this.armed === decision ? say('detail.confirm') : say(decisionWords[decision])}
            </button>`,
        )}
        <span class="quiet">${say('detail.keys')}</span>
      </div>
    </form>`;
  }

  #images(verification: VerificationDetail): TemplateResult[] {
    return verification.images.map(
      (image) =>
        html`<countersign-evidence-image
            .picture=${image}
            .label=${`${sayOf('side', image.side)}, ${say('detail.attempt', {n: verification.attempt})}`}
            .marks=${this.#marks(image)}
          ></countersign-evidence-image>
          <p class="quiet">${sayOf('side', image.side)} · ${say('detail.attempt', {n: verification.attempt})}</p>`,
    );
  }

  /** Where the open check looked on this picture. */
  #marks({evidenceId}: EvidencePicture): OverlayMark[] {
    const check = this.openCheck;
    const tone = check?.status === 'not_applicable' ? 'neutral' : (check?.status ?? 'neutral');
    return (check?.metadata.regions ?? [])
      .filter((region) => region.evidenceId === evidenceId)
      .map((region) => ({region, tone, label: region.label === undefined ? '' : sayOf('field', region.label)}));
  }

  #fields(detail: InquiryDetail): TemplateResult {
    const fields = Object.entries(detail.fields).filter(([, field]) => field.value !== null && field.value !== '');
    if (!fields.length) return html`<p class="quiet">${say('detail.noFields')}</p>`;
    return html`<table class="fields">
      <tbody>
        ${fields.map(
          ([name, field]) =>
            html`<tr>
              <th scope="row">${sayOf('field', name)}</th>
              <td>${shownValue(field)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #checks(verification: VerificationDetail): TemplateResult {
    return html`<h3>
        ${say('detail.attempt', {n: verification.attempt})} ·
        <span class="mark ${verification.status}">${sayOf('check', verification.status)}</span>
      </h3>
      <countersign-check-list
        .checks=${verification.checks}
        @check-open=${(event: CheckOpenEvent) => (this.openCheck = event.check)}
      ></countersign-check-list>`;
  }

  async #load(): Promise<void> {
    try {
      this.detail = await operatorApi.inquiry(this.environment, this.inquiryId);
      this.problem = '';
    } catch (error) {
      this.problem = error instanceof Error ? error.message : say('error.title');
    }
  }

  async #decide(decision: Decision): Promise<void> {
    if (this.armed !== decision) {
      this.armed = decision;
      return;
    }
    this.armed = undefined;
    const comment = this.renderRoot.querySelector('textarea')?.value.trim() ?? '';
    try {
      this.detail = await operatorApi.decide(this.environment, this.inquiryId, decision, comment);
    } catch (error) {
      this.problem = error instanceof Error ? error.message : say('error.title');
    }
  }

  #key = (event: KeyboardEvent): void => {
    const decision = decisionKeys[event.key];
    const typing = event
      .composedPath()
      .some((node) => node instanceof HTMLTextAreaElement || node instanceof HTMLSelectElement);
    if (!decision || typing || event.metaKey || event.ctrlKey || event.altKey) return;
    if (this.detail?.allowed.includes(decision)) void this.#decide(decision);
  };

  static override styles = [
    pageStyles,
    sessionStyles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 0 1rem;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 2rem;
        margin: 0 0 1.5rem;
      }
      .facts dt,
      label span {
        color: var(--op-quiet);
        font-size: 0.8125rem;
      }
      .facts dd {
        margin: 0;
      }
      .decisions {
        display: grid;
        gap: 0.75rem;
        margin-block-end: 1.5rem;
      }
      label {
        display: grid;
        gap: 0.25rem;
      }
      textarea {
        font: inherit;
        color: inherit;
        background: var(--op-page);
        border: 1px solid var(--op-line-strong);
        border-radius: 10px;
        padding: 0.5rem 0.75rem;
      }
      .buttons {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.75rem;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
        gap: 2rem;
      }
      @media (max-width: 800px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      .fields {
        margin-block-end: 1.5rem;
      }
      .fields th {
        padding: 0 0.75rem 0 0;
        width: 40%;
      }
      .fields th::first-letter {
        text-transform: uppercase;
      }
      h3 {
        font-size: 0.9375rem;
        font-weight: 600;
        margin: 0.5rem 0;
      }
      .history {
        padding-inline-start: 1.25rem;
        line-height: 1.9;
      }
      countersign-check-list {
        margin-block-end: 1.5rem;
      }
    `,
  ];
}

/** As a reviewer reads it; a file is opened from here. */
function shownValue({type, value}: {type: string; value: unknown}): string | TemplateResult {
  if (type === 'date') return sayDay(String(value));
  if (Array.isArray(value)) return value.map(String).join(', ');
  if (type !== 'file') return typeof value === 'object' ? JSON.stringify(value) : String(value);
  const {filename, url} = value as {filename: string; url: string};
  return html`<a href=${url}>${filename}</a>`;
}
