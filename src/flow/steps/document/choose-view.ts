import {LitElement, css, html, nothing, type TemplateResult} from 'lit';
import type {Screen} from '../../../protocol/flow.ts';
import type {DocumentType} from '../../../protocol/government-id.ts';
import {baseStyles, buttonStyles} from '../../../ui/base-styles.ts';
import {ChoiceCards, type ChoiceCard, type ChoiceEvent} from '../../../ui/choice-cards.ts';
import {define} from '../../../ui/define.ts';
import {backIcon, forwardIcon, scanIcon} from '../../../ui/icons.ts';
import {
  cardBackDrawing,
  cardFrontDrawing,
  licenceDrawing,
  passportDrawing,
  visaDrawing,
} from '../../../ui/illustrations.ts';
import {SearchList} from '../../../ui/search-list.ts';
import {stepStyles} from '../../step-element.ts';
import {t} from '../../words.ts';
import {countryItems, likelyCountry} from './countries.ts';

export class DocumentChoice extends Event {
  static readonly type = 'cs-document';
  /** Both absent = find out from the picture. */
  readonly country: string | undefined;
  readonly documentType: DocumentType | undefined;

  constructor(country?: string, documentType?: DocumentType) {
    super(DocumentChoice.type, {bubbles: true, composed: true});
    this.country = country;
    this.documentType = documentType;
  }
}

const drawings: Record<DocumentType, () => TemplateResult> = {
  pp: passportDrawing,
  dl: licenceDrawing,
  id: cardFrontDrawing,
  pr: cardFrontDrawing,
  visa: visaDrawing,
  other: cardBackDrawing,
};

/**
 * Which document: first of all "detect it for me"; else the issuer (guessed from the browser) and the kind.
 * @fires cs-document - what was chosen
 * @fires cs-hand-over - on with the phone
 */
export class ChooseView extends LitElement {
  static override properties = {
    screen: {attribute: false},
    busy: {type: Boolean},
    elsewhere: {type: Boolean},
    language: {},
    country: {state: true},
    searching: {state: true},
    pressed: {state: true},
  };
  declare screen: Extract<Screen, {kind: 'document'}>;
  declare busy: boolean;
  /** Whether to offer another device. */
  declare elsewhere: boolean;
  declare language: string;
  declare country: string | undefined;
  declare searching: boolean;
  declare pressed: string | undefined;

  constructor() {
    super();
    this.busy = false;
    this.elsewhere = false;
    this.searching = false;
  }

  static override styles = [
    baseStyles,
    buttonStyles,
    stepStyles,
    css`
      .quiet {
        margin-top: 12px;
      }
      .detect {
        min-height: 72px;
        padding: 12px 16px;
        justify-content: flex-start;
        gap: 16px;
        margin-top: 20px;
        text-align: start;
      }
      .detect small {
        display: block;
        font-size: 15px;
        font-weight: 400;
      }
      .detect .icon {
        width: 32px;
        height: 32px;
      }
      .or {
        display: flex;
        align-items: center;
        gap: 12px;
        margin: 20px 0 12px;
        color: var(--cs-ink-soft);
        font-size: 15px;
      }
      .or::before,
      .or::after {
        content: '';
        flex: 1;
        border-top: 1px solid var(--cs-line);
      }
      .country {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
        width: 100%;
        min-height: var(--cs-control-height);
        margin-bottom: 8px;
        padding: 8px 16px;
        border: 1px solid var(--cs-line-strong);
        border-radius: var(--cs-radius);
        background: var(--cs-ground);
        text-align: start;
      }
      .country .soft {
        margin-inline-end: 6px;
      }
      .country strong {
        font-weight: 600;
      }
      .back {
        margin: -12px 0 4px;
        margin-inline-start: -12px;
      }
      cs-search-list {
        flex: 1;
        margin-top: 20px;
      }
    `,
  ];

  override willUpdate(): void {
    this.country ??= this.screen.country ?? likelyCountry(navigator.languages, this.screen.countries);
  }

  override firstUpdated(): void {
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.searching) return;
      event.preventDefault();
      event.stopPropagation();
      void this.#back();
    });
  }

  async #search(): Promise<void> {
    this.searching = true;
    await this.updateComplete;
    const list = this.renderRoot.querySelector<SearchList>('cs-search-list');
    await list?.updateComplete;
    list?.focus();
  }

  async #back(): Promise<void> {
    this.searching = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.country, h1')?.focus();
  }

  #chosen(event: ChoiceEvent): void {
    this.country = event.value;
    void this.#back();
  }

  #type(event: ChoiceEvent): void {
    this.pressed = event.value;
    const type = this.screen.types.find((one) => one === event.value);
    this.dispatchEvent(new DocumentChoice(this.country, type));
  }

  #detect(): void {
    this.pressed = 'detect';
    if (!this.busy) this.dispatchEvent(new DocumentChoice());
  }

  override render(): TemplateResult {
    return this.searching ? this.#countries() : this.#types();
  }

  #types(): TemplateResult {
    const {types, countries} = this.screen;
    const cards = types.map((type): ChoiceCard => ({
      value: type,
      title: t(`document.type_${type}`),
      detail: t(`document.type_${type}_detail`),
      drawing: drawings[type](),
    }));
    return html`<div class="head">
        <h1 tabindex="-1">${t('document.chooseTitle')}</h1>
        <p class="soft">${t('document.chooseText')}</p>
      </div>
      <button class="button primary detect" type="button" aria-disabled=${this.busy} @click=${this.#detect}>
        ${scanIcon()}
        <span>${t('document.detect')}<small>${t('document.detectText')}</small></span>
      </button>
      <p class="or">${t('document.orChoose')}</p>
      ${
        countries?.length === 1
          ? nothing
          : html`<button class="country" type="button" @click=${this.#search}>
              <span>
                <span class="soft">${t('document.issuedBy')}</span>
                <strong>${this.country ? this.#name(this.country) : t('document.countrySearch')}</strong>
              </span>
              ${forwardIcon()}
            </button>`
      }
      <cs-choice-cards
        .cards=${cards}
        label=${t('document.chooseTitle')}
        .busy=${this.busy ? this.pressed : undefined}
        @cs-choice=${this.#type}
      ></cs-choice-cards>
      ${
        this.elsewhere
          ? html`<button
              class="button quiet"
              type="button"
              @click=${() => this.dispatchEvent(new Event('cs-hand-over'))}
            >
              ${t('base.handOver')}
            </button>`
          : nothing
      }`;
  }

  #name(code: string): string {
    return new Intl.DisplayNames([this.language], {type: 'region'}).of(code) ?? code;
  }

  #countries(): TemplateResult {
    return html`<button class="icon-button back" type="button" aria-label=${t('base.back')} @click=${this.#back}>
        ${backIcon()}
      </button>
      <div class="head">
        <h1 tabindex="-1">${t('document.countryTitle')}</h1>
        <p class="soft">${t('document.countryText')}</p>
      </div>
      <cs-search-list
        .items=${countryItems(this.language, this.screen.countries)}
        .value=${this.country}
        label=${t('document.countrySearch')}
        placeholder=${t('document.countrySearch')}
        empty=${t('document.countryNone')}
        @cs-choice=${this.#chosen}
      ></cs-search-list>`;
  }
}

define('cs-choice-cards', ChoiceCards);
define('cs-search-list', SearchList);
define('cs-choose', ChooseView);
