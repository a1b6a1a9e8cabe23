import {html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult} from 'lit';
import type {AnswerProblem} from '../../protocol/answer.ts';
import type {ShownComponent, ShownInput} from '../../protocol/component.ts';
import {fieldsOf, isInput} from '../../protocol/input.ts';
import {define} from '../../ui/define.ts';
import {warnIcon} from '../../ui/icons.ts';
import {FlowApiError} from '../flow-api-error.ts';
import {StepElement} from '../step-element.ts';
import {t} from '../words.ts';
import type * as AnswersModule from './form/answers.ts';
import type {AnswerEvent, FieldElement} from './form/field-element.ts';
import {fieldStyles} from './form/field-styles.ts';
import {formStyles} from './form/form-styles.ts';
import {addressFormat, answerOf, inputTemplate, loadElements, matchesPattern} from './form/inputs.ts';
import {paragraphs, plainText} from './form/rich-text.ts';

/** What counts as an answer: fetched beside the inputs. */
let rules: typeof AnswersModule | undefined;

/** What a screen needs before it can be shown. */
export async function loadInputs(components: readonly ShownComponent[]): Promise<void> {
  [rules] = await Promise.all([import('./form/answers.ts'), loadElements(components)]);
}

function keysOf(component: ShownComponent): string[] {
  return isInput(component) ? fieldsOf(component) : [];
}

type Field = FieldElement<ShownInput['kind']>;

/** A screen of a template: its components from top to bottom, checked before they are sent. */
export class FormStep extends StepElement {
  static override properties = {...StepElement.properties, problems: {state: true}, typed: {state: true}};
  declare problems: readonly AnswerProblem[];
  /** Counts what was typed, so that what depends on it shows. */
  declare typed: number;

  #answers: AnswersModule.Answers | undefined;
  #place = '';

  constructor() {
    super();
    this.problems = [];
    this.typed = 0;
  }

  static override styles: CSSResultGroup = [StepElement.styles, fieldStyles, formStyles];

  override willUpdate(changed: PropertyValues<this>): void {
    const screen = this.screen('form');
    if (!screen || !this.position || !changed.has('position')) return;
    const place = `${this.position.inquiryId} ${this.position.step}`;
    if (place !== this.#place) this.problems = [];
    // a refresh brings the same components again, or the same in another language
    this.#answers = rules && new rules.Answers(place, screen.components);
  }

  override updated(): void {
    const {position} = this;
    const place = position ? `${position.inquiryId} ${position.step}` : '';
    if (this.#place && place !== this.#place && this.actions.mayFocus()) this.focusHeading();
    this.#place = place;
  }

  #changed(event: AnswerEvent): void {
    this.#answers?.set(event.key, event.value);
    this.typed++;
    // what was wrong is looked at again with every letter, what was right only when it is sent
    if (this.problems.length === 0) return;
    const still = this.#check();
    this.problems = this.problems.flatMap(({field}) => {
      const now = still.find((one) => one.field === field);
      const known = this.problems.find((one) => one.field === field);
      if (field !== event.key) return known ? [known] : [];
      return now ? [now] : [];
    });
  }

  #check(): AnswerProblem[] {
    return this.#answers?.problems({now: new Date(), addressFormat, matchesPattern}) ?? [];
  }

  #send(event: Event): void {
    event.preventDefault();
    void this.run(async () => {
      await Promise.all(this.#fields.map((field) => field.settled()));
      const problems = this.#check();
      if (problems.length > 0) return this.#refused(problems);
      const place = this.#place;
      try {
        await this.actions.submit({action: 'fill', values: this.#answers?.values() ?? {}});
        if (this.position?.step !== place.split(' ')[1]) rules?.Answers.forget(place);
      } catch (error) {
        if (!(error instanceof FlowApiError) || !error.answers?.length) throw error;
        this.#refused(rules ? error.answers.map(rules.problemOf) : []);
      }
    });
  }

  get #fields(): Field[] {
    return [...this.renderRoot.querySelectorAll<Field>('.field')];
  }

  #refused(problems: readonly AnswerProblem[]): void {
    this.problems = problems;
    void this.updateComplete.then(() => {
      const summary = this.renderRoot.querySelector<HTMLElement>('.summary');
      if (summary) summary.focus();
      else this.#goTo(problems[0]);
    });
  }

  #goTo(problem: AnswerProblem | undefined): void {
    const field = problem && this.#fields.find(({component}) => keysOf(component).includes(problem.field));
    field?.focus();
    field?.scrollIntoView({block: 'center'});
  }

  #press(index: number): void {
    const place = this.#place;
    void this.run(async () => {
      await this.actions.submit({action: 'fill', values: {}, button: index});
      rules?.Answers.forget(place);
    });
  }

  override render(): TemplateResult {
    const screen = this.screen('form');
    if (!screen || !this.#answers) return html``;
    const shown = new Set(this.#answers.shown());
    const title = screen.components.find((one) => one.kind === 'title' && shown.has(one));
    const part = (component: ShownComponent, index: number) =>
      shown.has(component) ? this.#component(component, index, component === title) : nothing;
    const isBelow = ({kind}: ShownComponent): boolean => kind === 'button' || kind === 'footer';
    const sends = screen.components.some((one) => one.kind === 'button' && one.next === undefined && shown.has(one));
    return html`<form novalidate @submit=${this.#send} @cs-answer=${this.#changed}>
      ${title ? nothing : html`<h1 class="visually-hidden" tabindex="-1">${t('form.title')}</h1>`}
      ${screen.components.map((one, index) => (isBelow(one) ? nothing : [part(one, index), one === title ? this.#summary() : nothing]))}
      ${title ? nothing : this.#summary()}
      <div class="actions">
        ${sends ? nothing : this.#submitButton(t('form.continue'))}
        ${screen.components.map((one, index) => (one.kind === 'button' ? part(one, index) : nothing))}
      </div>
      ${screen.components.map((one, index) => (one.kind === 'footer' ? part(one, index) : nothing))}
    </form>`;
  }

  #component(component: ShownComponent, index: number, isHeading: boolean): TemplateResult | typeof nothing {
    if (isInput(component)) return this.#input(component);
    switch (component.kind) {
      case 'title':
        return isHeading ? html`<h1 tabindex="-1">${component.text}</h1>` : html`<h2>${component.text}</h2>`;
      case 'text':
        return html`<div class="words">${paragraphs(component.text)}</div>`;
      case 'footer':
        return html`<div class="footer">${paragraphs(component.text)}</div>`;
      case 'spacer':
        return html`<div class=${`spacer ${component.size ?? 'medium'}`}></div>`;
      case 'image':
        return html`<cs-screen-image
          .src=${component.src}
          .alt=${component.alt}
          .height=${component.height}
        ></cs-screen-image>`;
      case 'button':
        return component.next === undefined
          ? this.#submitButton(component.text, component.look)
          : html`<button
              class=${`button ${component.look ?? 'secondary'}`}
              type="button"
              aria-disabled=${this.busy}
              @click=${() => this.#press(index)}
            >
              ${component.text}
            </button>`;
    }
    // of a server that is newer than this page
    return nothing;
  }

  #submitButton(text: string, look = 'primary'): TemplateResult {
    return html`<button class=${`button ${look}`} type="submit" aria-disabled=${this.busy}>
      ${this.busy ? t('base.loading') : text}
    </button>`;
  }

  #input(component: ShownInput): TemplateResult {
    const {language, actions, position} = this;
    const keys = keysOf(component);
    return html`<div class="place">
      ${inputTemplate(component, {
        answer: answerOf(component, (key) => this.#answers?.get(key)),
        problems: this.problems.filter(({field}) => keys.includes(field)),
        actions,
        step: position?.step ?? '',
        language,
      })}
      ${component.locked && component.value === undefined ? html`<p class="help">${t('form.given')}</p>` : nothing}
    </div>`;
  }

  /** Where several answers are wrong, a list of them that leads to each. */
  #summary(): TemplateResult | typeof nothing {
    if (this.problems.length < 2) return nothing;
    const inputs = (this.#answers?.components ?? []).filter((one) => isInput(one));
    return html`<div class="summary" tabindex="-1" role="group" aria-labelledby="summary-title">
      ${warnIcon()}
      <h2 id="summary-title">${t('form.summary', {count: this.problems.length})}</h2>
      <ul>
        ${this.problems.map((problem) => {
          const label = inputs.find((one) => keysOf(one).includes(problem.field))?.label ?? problem.field;
          return html`<li><button type="button" @click=${() => this.#goTo(problem)}>${plainText(label)}</button></li>`;
        })}
      </ul>
    </div>`;
  }
}

define('countersign-step-form', FormStep);
