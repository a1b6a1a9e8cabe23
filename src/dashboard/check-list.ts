import {css, html, LitElement, nothing, type TemplateResult} from 'lit';
import type {Check} from '../protocol/check.ts';
import {pageStyles} from './page-styles.ts';
import {say, sayOf} from './words.ts';

/** Tells the page which check is open, so that it can mark the regions; `check` is undefined when it was closed. */
export class CheckOpenEvent extends Event {
  readonly check: Check | undefined;
  constructor(check: Check | undefined) {
    super('check-open', {bubbles: true, composed: true});
    this.check = check;
  }
}

/**
 * The checks of one verification: failed first, then passed; what did not apply folds away at the end.
 * @fires {CheckOpenEvent} check-open
 */
export class CheckList extends LitElement {
  static override properties = {checks: {attribute: false}};
  declare checks: Check[];

  constructor() {
    super();
    this.checks = [];
  }

  override render() {
    const of = (status: Check['status']): Check[] => this.checks.filter((check) => check.status === status);
    const others = of('not_applicable');
    return html`
      ${[...of('failed'), ...of('passed')].map((check) => this.#check(check))}
      ${
        others.length
          ? html`<details>
              <summary>${say('check.others', {n: others.length})}</summary>
              ${others.map((check) => this.#check(check))}
            </details>`
          : nothing
      }
    `;
  }

  #check(check: Check): TemplateResult {
    const {value, threshold, unit} = check.metadata;
    return html`<details class="check" @toggle=${(event: Event) => this.#toggle(event, check)}>
      <summary>
        <span class="mark ${check.status}">${sayName(check.name)}</span>
        <span class="quiet">${sayOf('check', check.status)}</span>
      </summary>
      <dl>
        <dt>${say('check.requirement')}</dt>
        <dd>${sayOf('check', check.requirement)}</dd>
        ${
          check.reasons.length
            ? html`<dt>${say('check.reasons')}</dt>
                <dd>${check.reasons.map((reason) => reason.replaceAll('_', ' ')).join(', ')}</dd>`
            : nothing
        }
        ${
          value === undefined
            ? nothing
            : html`<dt>${say('check.value')}</dt>
                <dd>${round(value)}</dd>`
        }
        ${
          threshold === undefined
            ? nothing
            : html`<dt>${say('check.threshold')}</dt>
                <dd>${round(threshold)}</dd>`
        }
        ${
          unit === undefined
            ? nothing
            : html`<dt>${say('check.unit')}</dt>
                <dd>${unit}</dd>`
        }
      </dl>
    </details>`;
  }

  #toggle(event: Event, check: Check): void {
    const open = (event.target as HTMLDetailsElement).open;
    this.dispatchEvent(new CheckOpenEvent(open ? check : undefined));
  }

  static override styles = [
    pageStyles,
    css`
      details.check {
        border-block-end: 1px solid var(--op-line);
      }
      summary {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 1rem;
        min-height: 44px;
        cursor: pointer;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.25rem 1rem;
        margin: 0 0 1rem 1rem;
        font-size: 0.875rem;
        font-variant-numeric: tabular-nums;
      }
      dt {
        color: var(--op-quiet);
      }
      dd {
        margin: 0;
      }
    `,
  ];
}

/** `id_mrz_detection` reads as “MRZ detection”. */
function sayName(name: string): string {
  const words = name.replace(/^(id|selfie|document)_/, '').replaceAll('_', ' ');
  return words.replace(/\bmrz\b/, 'MRZ').replace(/^./, (letter) => letter.toUpperCase());
}

function round(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
