import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import type {OperatorMe} from '../protocol/operator.ts';
import {operatorApi} from './operator-api.ts';
import {say} from './words.ts';

/** Where the dashboard stands; one path per page, so back, reload and bookmarks work. */
type Place = {page: 'inquiries'} | {page: 'inquiry'; id: string} | {page: 'outbox'};

/**
 * The operators' app: navigation, environment switch and the current page.
 * Paths: `/inquiries`, `/inquiries/{id}`, `/outbox`; the environment is `?environment=`.
 */
export class DashboardElement extends LitElement {
  static override properties = {
    me: {state: true},
    place: {state: true},
    environment: {state: true},
    problem: {state: true},
  };
  declare private me: OperatorMe | undefined;
  declare private place: Place;
  declare private environment: string;
  declare private problem: string;

  constructor() {
    super();
    this.place = readPlace();
    this.environment = new URLSearchParams(location.search).get('environment') ?? '';
    this.problem = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#arrive);
    this.addEventListener('click', this.#followLink);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#arrive);
  }

  override render() {
    if (!this.me) return html`<main><p role="status">${this.problem || say('state.loading')}</p></main>`;
    return html`
      <header>
        <a class="brand" href=${this.#href('/inquiries')}>Countersign</a>
        <nav aria-label=${say('nav.label')}>
          ${this.#link('/inquiries', say('nav.inquiries'), this.place.page !== 'outbox')}
          ${this.#link('/outbox', say('nav.outbox'), this.place.page === 'outbox')}
        </nav>
        <label>
          <span>${say('nav.environment')}</span>
          <select @change=${this.#switchEnvironment}>
            ${this.me.environments.map(
              ({id, name}) => html`<option value=${id} ?selected=${id === this.environment}>${name}</option>`,
            )}
          </select>
        </label>
        <form method="post" action="/sign-out"><button type="submit">${say('nav.signOut')}</button></form>
      </header>
      <main>${this.#page()}</main>
    `;
  }

  #page(): TemplateResult {
    switch (this.place.page) {
      case 'inquiries':
        return html`<countersign-inquiries-page .environment=${this.environment}></countersign-inquiries-page>`;
      case 'inquiry':
        return html`<countersign-inquiry-page
          .environment=${this.environment}
          .inquiryId=${this.place.id}
        ></countersign-inquiry-page>`;
      case 'outbox':
        return html`<countersign-outbox-page .environment=${this.environment}></countersign-outbox-page>`;
    }
  }

  async #load(): Promise<void> {
    try {
      const me = await operatorApi.me();
      if (!me.environments.some(({id}) => id === this.environment)) {
        this.environment = (me.environments.find(({kind}) => kind === 'sandbox') ?? me.environments[0])?.id ?? '';
      }
      this.me = me;
    } catch (error) {
      this.problem = error instanceof Error ? error.message : say('error.title');
    }
  }

  #link(path: string, text: string, current: boolean): TemplateResult {
    return html`<a href=${this.#href(path)} aria-current=${current ? 'page' : nothing}>${text}</a>`;
  }

  #href(path: string): string {
    return `${path}?environment=${this.environment}`;
  }

  #arrive = (): void => {
    this.place = readPlace();
    this.environment = new URLSearchParams(location.search).get('environment') ?? this.environment;
  };

  /** Links inside the app change the page without loading it; every other click is the browser's. */
  #followLink = (event: MouseEvent): void => {
    const link = event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
      return;
    if (link.origin !== location.origin || link.hasAttribute('download')) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    this.#arrive();
  };

  #switchEnvironment = (event: Event): void => {
    this.environment = (event.target as HTMLSelectElement).value;
    const path = this.place.page === 'outbox' ? '/outbox' : '/inquiries';
    history.pushState(null, '', this.#href(path));
    this.#arrive();
  };

  static override styles = css`
    :host {
      display: block;
      min-height: 100vh;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 1.5rem;
      padding: 0.5rem max(1rem, calc((100vw - 1200px) / 2));
      border-block-end: 1px solid var(--op-line);
      background: var(--op-surface);
    }
    .brand {
      font-weight: 650;
      color: inherit;
      text-decoration: none;
    }
    nav {
      display: flex;
      gap: 0.25rem;
      margin-inline-end: auto;
    }
    nav a {
      display: inline-flex;
      align-items: center;
      min-height: 44px;
      padding: 0 0.75rem;
      color: var(--op-quiet);
      text-decoration: none;
    }
    nav a[aria-current] {
      color: var(--op-text);
      box-shadow: inset 0 -2px var(--op-accent);
    }
    label {
      display: flex;
      align-items: center;
      gap: 0.5rem;
      font-size: 0.875rem;
      color: var(--op-quiet);
    }
    select,
    button {
      font: inherit;
      min-height: 44px;
      padding: 0 0.75rem;
      border: 1px solid var(--op-line-strong);
      border-radius: 10px;
      background: var(--op-surface);
      color: var(--op-text);
    }
    :focus-visible {
      outline: 2px solid var(--op-accent);
      outline-offset: 2px;
    }
    main {
      max-width: 1200px;
      margin: 0 auto;
      padding: 1.5rem 1rem 4rem;
    }
  `;
}

function readPlace(): Place {
  const [, page, id] = location.pathname.split('/');
  if (page === 'outbox') return {page: 'outbox'};
  return page === 'inquiries' && id ? {page: 'inquiry', id} : {page: 'inquiries'};
}
