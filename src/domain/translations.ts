/**
 * The words that a template brings along, as a flat list for translators, and the way back. A place is named by its step, its component
 * (`2-text-input`: which one on the screen, and its kind) and the attribute (`label`, `options.yes.label`); the template's own wording of
 * our screens stands under the step `words`, with the group as the component (`base`) and the key as the attribute (`startTitle`).
 */
import type {LocalizedText} from '../protocol/localized-text.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import type {Translation, TranslationsResource} from '../protocol/translations.ts';

export const wordsStep = 'words';

/** Attributes of a component, and of its options, that hold words. */
const worded = ['text', 'alt', 'label', 'help', 'placeholder', 'patternMessage'] as const;

interface Place {
  step: string;
  component: string;
  attribute: string;
  text: LocalizedText;
  put(text: LocalizedText): void;
}

type NamedTranslation = TranslationsResource['attributes']['translations'][number];

/** Every place with its words; languages in which it has none are null. */
export function translationsOf(graph: TemplateGraph): NamedTranslation[] {
  const places = placesIn(structuredClone(graph)).map(({step, component, attribute, text}) => ({
    step,
    'step-display-name': step,
    component,
    'attribute-name': attribute,
    'locale-values': valuesOf(text, languagesOf(graph)),
  }));
  return [...places, ...ownWords(graph)];
}

function valuesOf(text: LocalizedText, languages: readonly string[]): Translation['locale-values'] {
  const texts = spread(text, languages);
  return [...new Set([...languages, ...Object.keys(texts)])].map((locale) => ({locale, value: texts[locale] ?? null}));
}

function ownWords({words = {}}: TemplateGraph): NamedTranslation[] {
  const keys = new Set(Object.values(words).flatMap((texts) => Object.keys(texts)));
  return [...keys].map((key) => {
    const [group = '', name = ''] = key.split('.');
    return {
      step: wordsStep,
      'step-display-name': wordsStep,
      component: group,
      'attribute-name': name,
      'locale-values': Object.entries(words).map(([locale, texts]) => ({locale, value: texts[key] ?? null})),
    };
  });
}

export interface TranslationProblem {
  /** Which of the rows. */
  row: number;
  details: string;
}

/** The graph with these words in it; null takes a language out. What does not name a place is a problem, and nothing is changed. */
export function withTranslations(
  graph: TemplateGraph,
  rows: readonly Translation[],
): {graph: TemplateGraph; problems: TranslationProblem[]} {
  const changed = structuredClone(graph);
  const places = new Map(placesIn(changed).map((place) => [nameOf(place), place]));
  const problems: TranslationProblem[] = [];
  for (const [row, translation] of rows.entries()) {
    const {step, component, 'attribute-name': attribute, 'locale-values': values} = translation;
    if (step === wordsStep && !(wordsStep in graph.steps)) {
      putWords(changed, `${component}.${attribute}`, values);
      continue;
    }
    const place = places.get(nameOf({step, component, attribute}));
    if (!place) problems.push({row, details: 'there is no such text in the template'});
    else {
      const text = merged(place.text, values, languagesOf(graph));
      if (text === undefined) problems.push({row, details: 'a text is needed in one language at least'});
      else place.put((place.text = text));
    }
  }
  return {graph: problems.length > 0 ? graph : changed, problems};
}

function merged(
  text: LocalizedText,
  values: Translation['locale-values'],
  languages: readonly string[],
): LocalizedText | undefined {
  const texts = {...spread(text, languages)};
  for (const {locale, value} of values) {
    if (value === null) delete texts[locale];
    else texts[locale] = value;
  }
  const [first = 'en'] = languages;
  const locales = Object.keys(texts);
  if (locales.length === 0) return undefined;
  // one text for everybody stays one
  return typeof text === 'string' && locales.length === 1 && locales[0] === first ? texts[first] : texts;
}

function putWords(graph: TemplateGraph, key: string, values: Translation['locale-values']): void {
  const words: Record<string, Record<string, string>> = {...graph.words};
  for (const {locale, value} of values) {
    const {[key]: _before, ...rest} = words[locale] ?? {};
    words[locale] = value === null ? rest : {...rest, [key]: value};
  }
  const kept = Object.entries(words).filter(([, texts]) => Object.keys(texts).length > 0);
  graph.words = Object.fromEntries(kept) as NonNullable<TemplateGraph['words']>;
}

/** In which the template promises its words; a plain text is in the first. */
function languagesOf({languages = ['en']}: TemplateGraph): readonly string[] {
  return languages;
}

function spread(text: LocalizedText, [first = 'en']: readonly string[]): Record<string, string> {
  return typeof text === 'string' ? {[first]: text} : text;
}

function nameOf({step, component, attribute}: Pick<Place, 'step' | 'component' | 'attribute'>): string {
  return JSON.stringify([step, component, attribute]);
}

function placesIn(graph: TemplateGraph): Place[] {
  return Object.entries(graph.steps).flatMap(([step, definition]) =>
    definition.kind === 'screen'
      ? definition.components.flatMap((component, index) =>
          placesOf(component).map((place) => ({...place, step, component: `${index}-${component.kind}`})),
        )
      : [],
  );
}

function placesOf(thing: object, prefix = ''): Omit<Place, 'step' | 'component'>[] {
  const holder = thing as Record<string, unknown>;
  const own = worded.flatMap((attribute) => {
    const text = holder[attribute] as LocalizedText | undefined;
    if (text === undefined) return [];
    const put = (changed: LocalizedText) => void (holder[attribute] = changed);
    return [{attribute: `${prefix}${attribute}`, text, put}];
  });
  const options = Array.isArray(holder['options']) ? (holder['options'] as {value: string}[]) : [];
  return [...own, ...options.flatMap((option) => placesOf(option, `options.${option.value}.`))];
}
