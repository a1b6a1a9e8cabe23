import {html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {Outbox} from '../protocol/operator.ts';
import {operatorApi} from './operator-api.ts';
import {pageStyles} from './page-styles.ts';
import {say, sayOf, sayTime} from './words.ts';

const refreshMs = 5000;

/** What went out or waits to: webhook deliveries, which can be sent again, and mails of the embedded default. */
export class OutboxPage extends LitElement {
  static override properties = {environment: {}, outbox: {state: true}, problem: {state: true}};
  declare environment: string;
  declare private outbox: Outbox | undefined;
  declare private problem: string;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.environment = '';
    this.problem = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => void this.#ask(() => operatorApi.outbox(this.environment)), refreshMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('environment') && this.environment) void this.#ask(() => operatorApi.outbox(this.environment));
  }

  override render() {
    return html`
      <h1>${say('outbox.title')}</h1>
      ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing}
      ${this.outbox ? [this.#deliveries(this.outbox), this.#mails(this.outbox)] : html`<p role="status">${say('state.loading')}</p>`}
    `;
  }

  #deliveries({deliveries}: Outbox): TemplateResult {
    return html`<h2>${say('outbox.deliveries')}</h2>
      ${
        deliveries.length
          ? html`<div class="panel scroll" tabindex="0" role="region" aria-label=${say('outbox.deliveries')}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${say('outbox.event')}</th>
                    <th scope="col">${say('outbox.state')}</th>
                    <th scope="col">${say('outbox.url')}</th>
                    <th scope="col">${say('outbox.attempts')}</th>
                    <th scope="col">${say('outbox.answer')}</th>
                    <th scope="col">${say('outbox.created')}</th>
                    <th scope="col"></th>
                  </tr>
                </thead>
                <tbody>
                  ${deliveries.map((delivery) => this.#delivery(delivery))}
                </tbody>
              </table>
            </div>`
          : html`<div class="panel empty quiet">${say('outbox.noDeliveries')}</div>`
      }`;
  }

  #delivery(delivery: Outbox['deliveries'][number]): TemplateResult {
    return html`<tr>
      <td><code>${delivery.event}</code></td>
      <td><span class="mark ${delivery.state}">${sayOf('state', delivery.state)}</span></td>
      <td title=${delivery.url}>${delivery.url}</td>
      <td>${delivery.attempts}</td>
      <td>${delivery.lastError?.replaceAll('_', ' ') ?? delivery.lastStatus ?? '–'}</td>
      <td>${sayTime(delivery.createdAt)}</td>
      <td>
        <button type="button" @click=${() => this.#ask(() => operatorApi.replay(this.environment, delivery.id))}>
          ${say('outbox.replay')}
        </button>
      </td>
    </tr>`;
  }

  #mails({mails}: Outbox): TemplateResult {
    return html`<h2>${say('outbox.mails')}</h2>
      <p class="quiet">${say('outbox.mailNote')}</p>
      ${
        mails.length
          ? mails.map(
              (mail) =>
                html`<details class="panel">
                  <summary>
                    ${mail.subject || sayOf('message', mail.channel)}
                    <span class="quiet">${mail.to} · ${sayTime(mail.createdAt)}</span>
                  </summary>
                  <p>${mail.text ?? say('outbox.hidden')}</p>
                </details>`,
            )
          : html`<div class="panel empty quiet">${say('outbox.noMails')}</div>`
      }`;
  }

  async #ask(question: () => Promise<Outbox>): Promise<void> {
    try {
      this.outbox = await question();
      this.problem = '';
    } catch (error) {
      this.problem = error instanceof Error ? error.message : say('error.title');
    }
  }

  static override styles = pageStyles;
}
