/** A template with words of its own: a screen in parts in two languages, and one of our words said otherwise. */
import {documentOnly} from '../../src/domain/default-templates.ts';
import type {TemplateGraph} from '../../src/protocol/template.ts';

export const wordyGraph: TemplateGraph = {
  ...documentOnly,
  start: 'form',
  languages: ['en'],
  words: {en: {'base.startTitle': 'Go'}},
  fields: {...documentOnly.fields, company: {type: 'string'}, listed: {type: 'choices', choices: ['yes', 'no']}},
  steps: {
    ...documentOnly.steps,
    form: {
      kind: 'screen',
      next: documentOnly.start,
      components: [
        {kind: 'title', text: 'About you'},
        {kind: 'text-input', field: 'company', label: {en: 'Company', fr: 'Entreprise'}, help: 'As registered'},
        {
          kind: 'radio-group',
          field: 'listed',
          label: 'Is it listed?',
          options: [
            {value: 'yes', label: 'Yes'},
            {value: 'no', label: 'No'},
          ],
        },
      ],
    },
  },
};
