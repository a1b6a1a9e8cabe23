import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {documentOnly} from '../../src/domain/default-templates.ts';
import {wordyGraph} from './translations-graph.ts';
import {translationsOf, withTranslations} from '../../src/domain/translations.ts';
import type {TemplateGraph} from '../../src/protocol/template.ts';

const graph: TemplateGraph = wordyGraph;

test('every text has a row, and rows that come back as they went change nothing', () => {
  const rows = translationsOf(graph);
  const places = rows.map(({step, component, 'attribute-name': name}) => `${step} ${component} ${name}`);
  assert.deepEqual(places, [
    'form 0-title text',
    'form 1-text-input label',
    'form 1-text-input help',
    'form 2-radio-group label',
    'form 2-radio-group options.yes.label',
    'form 2-radio-group options.no.label',
    'words base startTitle',
  ]);
  assert.deepEqual(withTranslations(graph, rows), {graph, problems: []});
  assert.deepEqual(translationsOf(documentOnly), []);
});

test('a language is added, changed and taken out; what is not named stays', () => {
  const row = (values: Record<string, string | null>, attribute = 'label', component = '1-text-input') => ({
    step: 'form',
    component,
    'attribute-name': attribute,
    'locale-values': Object.entries(values).map(([locale, value]) => ({locale, value})),
  });
  const {graph: changed, problems} = withTranslations(graph, [
    row({de: 'Firma', fr: null}),
    row({de: 'Ja'}, 'options.yes.label', '2-radio-group'),
    {step: 'words', component: 'base', 'attribute-name': 'startTitle', 'locale-values': [{locale: 'de', value: 'Los'}]},
  ]);
  assert.deepEqual(problems, []);
  const {components} = changed.steps['form'] as unknown as {
    components: {label: unknown; options: {label: unknown}[]}[];
  };
  assert.deepEqual(components[1]?.label, {en: 'Company', de: 'Firma'});
  assert.deepEqual(components[2]?.options[0]?.label, {en: 'Yes', de: 'Ja'});
  assert.deepEqual(changed.words, {en: {'base.startTitle': 'Go'}, de: {'base.startTitle': 'Los'}});
  assert.notEqual(changed, graph);
});

test('rows without a place, and a text without any language, are problems, and nothing is changed', () => {
  const nowhere = {step: 'form', component: '9-title', 'attribute-name': 'text', 'locale-values': []};
  const none = {
    step: 'form',
    component: '1-text-input',
    'attribute-name': 'label',
    'locale-values': [
      {locale: 'en', value: null},
      {locale: 'fr', value: null},
    ],
  };
  const answer = withTranslations(graph, [nowhere, none]);
  assert.deepEqual(answer.graph, graph);
  assert.deepEqual(
    answer.problems.map(({row}) => row),
    [0, 1],
  );
});

test('whatever comes in, what goes out says it', () => {
  const rows = translationsOf(graph);
  fc.assert(
    fc.property(
      fc.nat(rows.length - 1),
      fc.constantFrom('de', 'fr', 'pt-BR', 'ja'),
      fc.string({minLength: 1, maxLength: 40}),
      (index, locale, value) => {
        const row = rows[index];
        assert.ok(row);
        const {graph: changed} = withTranslations(graph, [{...row, 'locale-values': [{locale, value}]}]);
        const back = translationsOf(changed)[index];
        assert.equal(back?.['locale-values'].find((one) => one.locale === locale)?.value, value);
      },
    ),
  );
});
