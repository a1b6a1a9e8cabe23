import {translationsOf} from '../../domain/translations.ts';
import type {TranslationsResource} from '../../protocol/translations.ts';
import type {Row} from '../schema.ts';

/** The texts of a version, under the id of what was asked for: the version's or its template's. */
export function presentTranslations(
  id: string,
  {graph}: Pick<Row<'inquiry_template_version'>, 'graph'>,
): TranslationsResource {
  return {type: 'inquiry-template-translations', id, attributes: {translations: translationsOf(graph)}};
}
