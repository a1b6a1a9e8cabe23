import {css, html, LitElement, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {InquiryPage as Page, InquirySummary} from '../protocol/operator.ts';
import {operatorApi} from './operator-api.ts';
import {pageStyles} from './page-styles.ts';
import {say, sayOf, sayTime} from './words.ts';

const filters = ['', 'needs_review', 'pending', 'approved', 'declined', 'failed', 'expired', 'created'] as const;
const refreshMs = 5000;

/** The list of inquiries, newest first, with counts by status. Keys: `j` `k` move, Enter opens. */
export class InquiriesPage extends LitElement {
  static override properties = {environment: {}, page: {state: true}, status: {state: true}, problem: {state: true}};
  declare environment: string;
  declare private page: Page | undefined;
  declare private status: string;
  declare private problem: string;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    this.environment = '';
    this.status = '';
    this.problem = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#move);
    // only the first page follows along: a longer list must not jump under the reader
    this.#timer = setInterval(() => (this.page?.items.length ?? 0) <= 25 && void this.#load(), refreshMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#move);
    clearInterval(this.#timer);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('environment') && this.environment) void this.#load();
  }

  override render() {
    return html`
      <h1>${say('list.title')}</h1>
      <div class="filters" role="group" aria-label=${say('list.filter')}>
        ${filters.map((status) => this.#filter(status))}
      </div>
      ${this.problem ? html`<p role="alert">${this.problem}</p>` : nothing}
      ${this.page ? this.#list(this.page) : html`<p role="status">${say('state.loading')}</p>`}
    `;
  }

  #filter(status: string): TemplateResult {
    const counts = this.page?.counts ?? {};
    const count = status ? (counts[status] ?? 0) : Object.values(counts).reduce((sum, n) => sum + n, 0);
    const label = status ? sayOf('status', status) : say('list.all');
    return html`<button type="button" aria-pressed=${status === this.status} @click=${() => this.#choose(status)}>
      ${label} <span class="quiet">${count}</span>
    </button>`;
  }

  #list(page: Page): TemplateResult {
    if (!page.items.length) {
      const text = this.status ? say('list.emptyFiltered') : say('list.emptyText');
      return html`<div class="panel empty">
        <h2>${say('list.emptyTitle')}</h2>
        <p class="quiet">${text}</p>
      </div>`;
    }
    return html`
      <div class="panel scroll" tabindex="0" role="region" aria-label=${say('list.title')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${say('list.person')}</th>
              <th scope="col">${say('list.status')}</th>
              <th scope="col">${say('list.reference')}</th>
              <th scope="col">${say('list.template')}</th>
              <th scope="col">${say('list.created')}</th>
            </tr>
          </thead>
          <tbody>
            ${page.items.map((item) => this.#row(item))}
          </tbody>
        </table>
      </div>
      <p class="foot">
        ${page.next ? html`<button type="button" @click=${this.#more}>${say('list.more')}</button>` : nothing}
        <span class="quiet">${say('list.keys')}</span>
      </p>
    `;
  }

  #row(item: InquirySummary): TemplateResult {
    return html`<tr>
      <td>
        <a href="/inquiries/${item.id}?environment=${this.environment}">${item.personName ?? say('list.unnamed')}</a>
      </td>
      <td><span class="mark ${item.status}">${sayOf('status', item.status)}</span></td>
      <td>${item.referenceId ?? '–'}</td>
      <td>${item.templateName}</td>
      <td>${sayTime(item.createdAt)}</td>
    </tr>`;
  }

  #choose(status: string): void {
    this.status = status;
    void this.#load();
  }

  async #load(): Promise<void> {
    const {environment, status} = this;
    try {
      const page = await operatorApi.inquiries(environment, status ? {status} : {});
      // a slower answer to an older question must not win
      if (environment === this.environment && status === this.status) this.page = page;
      this.problem = '';
    } catch (error) {
      this.problem = error instanceof Error ? error.message : say('error.title');
    }
  }

  #more = async (): Promise<void> => {
    const page = this.page;
    if (!page?.next) return;
    const more = await operatorApi.inquiries(this.environment, {
      after: page.next,
      ...(this.status && {status: this.status}),
    });
    this.page = {...more, items: [...page.items, ...more.items]};
  };

  #move = (event: KeyboardEvent): void => {
    if (event.key !== 'j' && event.key !== 'k') return;
    const links = [...this.renderRoot.querySelectorAll<HTMLAnchorElement>('td a')];
    const at = links.indexOf(this.shadowRoot?.activeElement as HTMLAnchorElement);
    links[Math.min(links.length - 1, Math.max(0, at + (event.key === 'j' ? 1 : -1)))]?.focus();
  };

  static override styles = [
    pageStyles,
    css`
      .filters {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        margin-block-end: 1rem;
      }
      button[aria-pressed='true'] {
        border-color: var(--op-accent);
        box-shadow: inset 0 0 0 1px var(--op-accent);
      }
      td a {
        color: inherit;
        display: inline-flex;
        align-items: center;
        min-height: 44px;
        font-weight: 500;
      }
      .foot {
        display: flex;
        gap: 1rem;
        align-items: center;
      }
    `,
  ];
}
