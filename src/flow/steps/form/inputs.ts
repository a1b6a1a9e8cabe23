/** Which element shows which kind of component; those that few screens need are fetched when one does. */
import {html, type TemplateResult} from 'lit';
import type {AnswerGround, AnswerProblem} from '../../../protocol/answer.ts';
import type {ShownComponent, ShownInput} from '../../../protocol/component.ts';
import {addressParts} from '../../../protocol/input.ts';
import type {FlowActions} from '../../actions.ts';
import {loadWords} from '../../words.ts';

let formatOf: AnswerGround['addressFormat'] = () => undefined;
/** Known once a screen with an address is loaded. */
export const addressFormat: AnswerGround['addressFormat'] = (country) => formatOf(country);

async function loadAddress(): Promise<void> {
  ({addressFormatOf: formatOf} = await import('./address-input.ts'));
}

let matches: AnswerGround['matchesPattern'] = () => true;
/** Known once a screen with a pattern is loaded. */
export const matchesPattern: AnswerGround['matchesPattern'] = (pattern, text) => matches(pattern, text);

async function loadPatterns(components: readonly ShownComponent[]): Promise<void> {
  if (!components.some((one) => one.kind === 'text-input' && one.pattern !== undefined)) return;
  ({matchesPattern: matches} = await import('../../../protocol/pattern.ts'));
}

const elements: Partial<Record<ShownComponent['kind'], () => Promise<unknown>>> = {
  image: () => import('./image.ts'),
  'text-input': () => import('./text-input.ts'),
  'text-area': () => import('./text-area.ts'),
  number: () => import('./number-input.ts'),
  'masked-text': () => import('./masked-text.ts'),
  date: () => import('./date-input.ts'),
  select: () => import('./select.ts'),
  'multi-select': () => import('./multi-select.ts'),
  'radio-group': () => import('./choice-group.ts'),
  checkbox: () => import('./checkbox.ts'),
  'checkbox-group': () => import('./choice-group.ts'),
  phone: () => import('./phone-input.ts'),
  address: loadAddress,
  country: () => import('./select.ts'),
  url: () => import('./text-input.ts'),
  file: () => Promise.all([import('./file-input.ts'), loadWords('capture', 'problems')]),
  'id-type': () => Promise.all([import('./id-type.ts'), loadWords('document')]),
};

export async function loadElements(components: readonly ShownComponent[]): Promise<void> {
  const kinds = [...new Set(components.map(({kind}) => kind))];
  await Promise.all([loadPatterns(components), ...kinds.map((kind) => elements[kind]?.())]);
}

export interface InputProperties {
  answer: unknown;
  problems: readonly AnswerProblem[];
  actions: FlowActions;
  step: string;
  language: string;
}

/** What an input holds: the field's answer, or an address's parts by name. */
export function answerOf(input: ShownInput, get: (key: string) => unknown): unknown {
  if (input.kind !== 'address') return get(input.field);
  return Object.fromEntries(addressParts.map((part) => [part, get(`${input.field}-${part}`)]));
}

export function inputTemplate(component: ShownInput, told: InputProperties): TemplateResult {
  const {answer, problems, actions, step, language} = told;
  switch (component.kind) {
    case 'text-input':
    case 'url':
      return html`<cs-text-input
        .component=${component}
        .answer=${answer}
        .problems=${problems}
        .language=${language}
      ></cs-text-input>`;
    case 'text-area':
      return html`<cs-text-area
        .component=${component}
        .answer=${answer}
        .problems=${problems}
        .language=${language}
      ></cs-text-area>`;
    case 'number':
      return html`<cs-number
        .component=${component}
        .answer=${answer}
        .problems=${problems}
        .language=${language}
      ></cs-number>`;
    case 'masked-text':
      return html`<cs-masked-text
        .component=${component}
        .answer=${answer}
        .problems=${problems}
        .language=${language}
      ></cs-masked-text>`;
    case 'date':
      return html`<cs-date
        .component=${component}
        .answer=${answer}
        .problems=${problems}
        .language=${language}
      ></cs-date>`;
    case 'select':
    case 'country':
      return html`<cs-select
        .component=${component}
        .answer=${answer}
        .problems=${problems}
        .language=${language}
      ></cs-select>`;
    case 'multi-select':
      return html`<cs-multi-select
        .component=${component}
        .answer=${answer}
        .problems=${problems}
        .language=${language}
      ></cs-multi-select>`;
    case 'radio-group':
    case 'checkbox-group':
      return html`<cs-choice-group
        .component=${component}
        .answer=${answer}
        .problems=${problems}
        .language=${language}
      ></cs-choice-group>`;
    case 'id-type':
      return html`<cs-id-type
        .component=${component}
        .answer=${answer}
        .problems=${problems}
        .language=${language}
      ></cs-id-type>`;
    case 'checkbox':
      return html`<cs-checkbox
        .component=${component}
        .answer=${answer}
        .problems=${problems}
        .language=${language}
      ></cs-checkbox>`;
    case 'phone':
      return html`<cs-phone
        .component=${component}
        .answer=${answer}
        .problems=${problems}
        .language=${language}
      ></cs-phone>`;
    case 'address':
      return html`<cs-address
        .component=${component}
        .answer=${answer}
        .problems=${problems}
        .language=${language}
      ></cs-address>`;
    case 'file':
      return html`<cs-file
        .component=${component}
        .answer=${answer}
        .problems=${problems}
        .language=${language}
        .actions=${actions}
        .step=${step}
      ></cs-file>`;
  }
}
