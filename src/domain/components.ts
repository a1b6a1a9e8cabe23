/** Whether the components of a screen fit the template they stand in: asked when a template is published. */
import {fieldsIn} from '../protocol/condition.ts';
import {fieldsOf, isInput} from '../protocol/input.ts';
import type {Component, InputComponent, InputKind} from '../protocol/component.ts';
import {troubleWithPattern} from '../protocol/pattern.ts';
import {missingLanguages} from '../protocol/localized-text.ts';
import type {LocalizedText} from '../protocol/localized-text.ts';
import type {ScreenStep, TemplateGraph} from '../protocol/template.ts';

export interface ComponentProblem {
  code: 'unknown_step' | 'missing_field' | 'field_type' | 'field_choices' | 'unfit_value' | 'missing_translation';
  /** JSON pointer below the step. */
  pointer: string;
  details: string;
}

export interface ComponentGround {
  fields: TemplateGraph['fields'];
  /** Names of the template's steps. */
  steps: readonly string[];
  /** Languages in which every text must be there; absent = whatever the texts have. */
  languages?: readonly string[];
}

/** Everything about a screen that its schema cannot see. */
export function checkComponents(
  {components}: Pick<ScreenStep, 'components'>,
  ground: ComponentGround,
): ComponentProblem[] {
  return components.flatMap((component, index) =>
    [
      ...strayReferences(component, ground),
      ...(isInput(component) ? [...misplacedInput(component, ground), ...badValues(component)] : []),
      ...untranslated(component, ground.languages ?? []),
    ].map(({pointer, ...problem}) => ({...problem, pointer: `/components/${index}${pointer}`})),
  );
}

function strayReferences(component: Component, {fields, steps}: ComponentGround): ComponentProblem[] {
  const unknown = fieldsIn(component.showIf).filter((key) => !Object.hasOwn(fields, key));
  const problems: ComponentProblem[] = unknown.map((key) => ({
    code: 'missing_field',
    pointer: '/showIf',
    details: `The condition reads ${key}, which is no field of the template.`,
  }));
  if (component.kind === 'button' && component.next !== undefined && !steps.includes(component.next)) {
    problems.push({code: 'unknown_step', pointer: '/next', details: `There is no step named ${component.next}.`});
  }
  return problems;
}

type FieldType = TemplateGraph['fields'][string]['type'];

/** Types of fields that an input's answer fits. */
const fitting: Record<InputKind, readonly FieldType[]> = {
  'text-input': ['string'],
  'text-area': ['string'],
  number: ['number', 'integer'],
  'masked-text': ['string'],
  date: ['date'],
  select: ['string', 'choices'],
  'multi-select': ['multi_choices', 'array'],
  'radio-group': ['string', 'choices'],
  checkbox: ['boolean'],
  'checkbox-group': ['multi_choices', 'array'],
  phone: ['string'],
  address: ['string'],
  country: ['string', 'choices'],
  url: ['string'],
  file: ['file'],
  'id-type': ['string', 'choices'],
};

function misplacedInput(component: InputComponent, {fields}: ComponentGround): ComponentProblem[] {
  return fieldsOf(component).flatMap((key): ComponentProblem[] => {
    const pointer = '/field';
    const schema = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!schema) return [{code: 'missing_field', pointer, details: `The template has no field ${key}.`}];
    const types = fitting[component.kind];
    if (!types.includes(schema.type)) {
      const details = `A ${component.kind} needs a field of type ${types.join(' or ')}; ${key} is of type ${schema.type}.`;
      return [{code: 'field_type', pointer, details}];
    }
    if (component.kind === 'number' && schema.type === 'integer' && component.decimals)
      return [{code: 'field_type', pointer, details: `The field ${key} takes whole numbers only.`}];
    const stray = offeredBy(component).filter((value) => schema.choices && !schema.choices.includes(value));
    return stray.map((value) => ({
      code: 'field_choices',
      pointer: 'options' in component ? '/options' : pointer,
      details: `${value} is none of the choices of the field ${key}.`,
    }));
  });
}

function offeredBy(component: InputComponent): readonly string[] {
  if ('options' in component) return component.options.map(({value}) => value);
  if (component.kind === 'id-type') return component.types ?? [];
  return component.kind === 'country' ? (component.countries ?? []) : [];
}

/** Options that are twice there, first choices that are not offered, patterns that could hang, limits that nothing can meet. */
function badValues(component: InputComponent): ComponentProblem[] {
  const bad = (pointer: string, details: string): ComponentProblem[] => [{code: 'unfit_value', pointer, details}];
  const offered = offeredBy(component);
  if (new Set(offered).size < offered.length) return bad('/options', 'Expected each value once.');
  if ('initial' in component && typeof component.initial === 'string') {
    if (offered.length > 0 && !offered.includes(component.initial))
      return bad('/initial', `${component.initial} is not offered.`);
  }
  if ('pattern' in component && component.pattern !== undefined) {
    const trouble = troubleWithPattern(component.pattern);
    if (trouble !== undefined)
      return bad('/pattern', `The pattern of ${component.field} cannot be matched in linear time: ${trouble}.`);
  }
  const low = least(component);
  const high = most(component);
  return low !== undefined && high !== undefined && low > high ? bad('', `Nothing is from ${low} to ${high}.`) : [];
}

function least(component: InputComponent): number | undefined {
  if (component.kind === 'date') return component.minAge;
  if ('minLength' in component) return component.minLength;
  return 'min' in component && typeof component.min === 'number' ? component.min : undefined;
}

function most(component: InputComponent): number | undefined {
  if (component.kind === 'date') return component.maxAge;
  if ('maxLength' in component) return component.maxLength;
  return 'max' in component && typeof component.max === 'number' ? component.max : undefined;
}

function untranslated(component: Component, languages: readonly string[]): ComponentProblem[] {
  return textsOf(component).flatMap(([pointer, text]) =>
    missingLanguages(text, languages).map((language) => ({
      code: 'missing_translation' as const,
      pointer,
      details: `There are no words in ${language}.`,
    })),
  );
}

/** Every text of a component with its place. */
export function textsOf(component: Component): [pointer: string, text: LocalizedText][] {
  const names = ['text', 'label', 'help', 'placeholder', 'patternMessage', 'alt'] as const;
  const own = names.flatMap((name): [string, LocalizedText][] => {
    const text = name in component ? (component as Partial<Record<typeof name, LocalizedText>>)[name] : undefined;
    return text === undefined || text === '' ? [] : [[`/${name}`, text]];
  });
  const options = 'options' in component ? component.options : [];
  return [
    ...own,
    ...options.flatMap(({label, help}, index): [string, LocalizedText][] => [
      [`/options/${index}/label`, label],
      ...(help === undefined ? [] : ([[`/options/${index}/help`, help]] as [string, LocalizedText][])),
    ]),
  ];
}
