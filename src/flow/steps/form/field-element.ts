import {LitElement, html, nothing, type CSSResult, type TemplateResult} from 'lit';
import type {AnswerProblem} from '../../../protocol/answer.ts';
import type {InputKind, Shown, ShownInput} from '../../../protocol/component.ts';
import type {FlowActions} from '../../actions.ts';
import {warnIcon} from '../../../ui/icons.ts';
import {t} from '../../words.ts';
import {fieldStyles} from './field-styles.ts';
import {problemText} from './problem-text.ts';

/** Something was typed or chosen. */
export class AnswerEvent extends Event {
  static readonly type = 'cs-answer';
  readonly key: string;
  readonly value: unknown;

  constructor(key: string, value: unknown) {
    super(AnswerEvent.type, {bubbles: true});
    this.key = key;
    this.value = value;
  }
}

let count = 0;

/**
 * An input of a screen. It renders into the form's own tree, not into one of its own, so that labels, descriptions, the browser's
 * autofill and the Enter key see one form.
 * @fires cs-answer - with the field's `key` and its `value` so far, right or not.
 */
export abstract class FieldElement<K extends InputKind> extends LitElement {
  static override properties = {
    component: {attribute: false},
    answer: {attribute: false},
    problems: {attribute: false},
    actions: {attribute: false},
    step: {},
    language: {},
  };
  declare component: Extract<Shown<K>, ShownInput>;
  /** What the field holds; for an address, its parts by key. */
  declare answer: unknown;
  declare problems: readonly AnswerProblem[];
  declare actions: FlowActions;
  /** Name of the inquiry's step, for what is sent on its own. */
  declare step: string;
  declare language: string;

  /** Of this kind of field, beside those of all. */
  static fieldStyles: CSSResult | undefined;

  protected readonly name = `field-${++count}`;

  constructor() {
    super();
    this.problems = [];
    this.language = 'en';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.classList.add('field');
    const root = this.getRootNode();
    if (!(root instanceof ShadowRoot || root instanceof Document)) return;
    for (const {styleSheet} of [fieldStyles, (this.constructor as typeof FieldElement).fieldStyles].filter(
      (one) => !!one,
    )) {
      if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
    }
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** Where typing begins, or goes on where it went wrong. */
  override focus(): void {
    const wrong = this.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? this.querySelector<HTMLElement>('input, select, textarea, button'))?.focus();
  }

  /** Resolves once nothing of it is under way any more. */
  settled(): Promise<void> {
    return Promise.resolve();
  }

  protected tell(value: unknown, key: string = this.component.field): void {
    this.dispatchEvent(new AnswerEvent(key, value));
  }

  protected get wrong(): boolean {
    return this.problems.length > 0;
  }

  protected get describedBy(): string | typeof nothing {
    const ids = [this.component.help ? `${this.name}-help` : '', this.wrong ? `${this.name}-problem` : ''];
    return ids.filter(Boolean).join(' ') || nothing;
  }

  /** One control under its label. */
  protected labelled(control: TemplateResult): TemplateResult {
    return html`<label class="label" for=${this.name}>${this.caption()}</label
      >${this.help()}${control}${this.problem()}`;
  }

  /** Several controls under one legend. */
  protected grouped(controls: TemplateResult | TemplateResult[]): TemplateResult {
    return html`<fieldset aria-describedby=${this.describedBy}>
      <legend class="label">${this.caption()}</legend>
      ${this.help()}${controls}${this.problem()}
    </fieldset>`;
  }

  protected caption(): TemplateResult {
    const {label, required} = this.component;
    return html`${label}${required ? nothing : html` <span class="optional">${t('form.optional')}</span>`}`;
  }

  protected help(): TemplateResult | typeof nothing {
    const {help} = this.component;
    return help ? html`<p class="help" id=${`${this.name}-help`}>${help}</p>` : nothing;
  }

  /** What is wrong with the whole of it. */
  protected problem(): TemplateResult | typeof nothing {
    return this.problemLine(this.problems[0], `${this.name}-problem`);
  }

  protected problemLine(problem: AnswerProblem | undefined, id: string): TemplateResult | typeof nothing {
    if (!problem) return nothing;
    return html`<p class="problem" id=${id}>${warnIcon()}<span>${problemText(problem, this.component)}</span></p>`;
  }
}
