/** What was read of what is needed, and whether the sources agree on it. */
import type {GovernmentIdFieldName, GovernmentIdResult} from '../../../protocol/government-id.ts';
import type {ImageRegion} from '../../../protocol/check.ts';
import {bestMrz, findAamva} from '../classify.ts';
import {disagreeingFields} from '../merge-fields.ts';
import type {PictureReading} from '../reading.ts';
import {barcodeRegion, mrzRegion} from '../regions.ts';
import {failed, notApplicable, passed, type CheckRule} from './check-rule.ts';
import {placesOfFields, placesOr, type Places} from './places.ts';

/** Without these nobody could be told from another. */
export const defaultRequiredFields: readonly GovernmentIdFieldName[] = ['name-last', 'birthdate', 'document-number'];

export const extractedProperties: CheckRule = {
  name: 'id_extracted_properties_detection',
  requirement: 'required',
  /**
   * Lowest confidence at which a required field counts as read, 0 to 1. A name in an MRZ has 0.88 of its least certain
   * character's probability, which jumps about: of 87 documents read, 0.35 refuses two family names that were right and
   * 0.65 six, while the one wrong name had 0.64. So this only sorts out the hopeless; a wrong letter takes a second source.
   */
  threshold: 0.35,
  unit: 'probability',
  reasons: ['missing_properties', 'no_required_properties'],
  run(reading, threshold) {
    const {config, fields} = reading;
    const required = config.requiredFields ?? defaultRequiredFields;
    if (required.length === 0) return notApplicable('no_required_properties');
    const missing = required.filter((name) => (fields[name]?.confidence ?? 0) < threshold);
    const weakest = Math.min(...required.map((name) => fields[name]?.confidence ?? 0));
    const more = {value: weakest, ...placesOfFields(reading, required), detail: {required: [...required], missing}};
    return missing.length === 0 ? passed(more) : failed('missing_properties', more);
  },
};

export const extractionInconsistency: CheckRule = {
  name: 'id_extraction_inconsistency_detection',
  requirement: 'required',
  /** Fields that may differ between two sources. */
  threshold: 0,
  unit: 'count',
  reasons: ['sources_disagree', 'name_single_source', 'single_source'],
  run({pictures, fields, print: printed, config}, threshold) {
    const machines = disagreeingFields(pictures);
    const print = Object.entries(printed);
    const settled = print.filter(([, {agrees, conflicts}]) => agrees || conflicts);
    const conflicting = print.filter(([, {conflicts}]) => conflicts).map(([name]) => name);
    const compared = new Set<string>([...machines.compared, ...settled.map(([name]) => name)]);
    const alone = config.nameSources === 1 ? [] : namesOfOneSource(fields);
    if (compared.size === 0) return notApplicable(alone.length > 0 ? 'name_single_source' : 'single_source');
    const disagreeing = [...new Set<string>([...machines.disagreeing, ...conflicting])];
    const doubtful: [string, readonly number[]][] = [
      ...Object.entries(machines.differing),
      ...settled.flatMap(([name, {differing}]) =>
        differing.length > 0 ? [[name, differing] as [string, number[]]] : [],
      ),
    ];
    const spellings: [string, readonly string[]][] = [
      ...Object.entries(machines.spellings),
      ...settled.flatMap(([name, {spellings: pair}]) => (pair ? [[name, pair] as [string, string[]]] : [])),
    ];
    const more = {
      value: disagreeing.length,
      ...regionsOf(
        pictures,
        settled.flatMap(([, {region}]) => region ?? []),
      ),
      detail: {
        compared: compared.size,
        disagreeing,
        confirmed: settled.filter(([, {agrees}]) => agrees).map(([name]) => name),
        'not-found-in-print': print.filter(([, {agrees, conflicts}]) => !agrees && !conflicts).map(([name]) => name),
        // Counted from 1.
        'differing-characters': doubtful.map(([name, positions]) => {
          return [name, ...positions.map((position) => position + 1)].join(' ');
        }),
        // The machine's and the other's, masked but for the few characters that differ: what a person is called is no metadata.
        'differing-spellings': spellings.map(([name, pair]) => [name, ...pair].join(' ')),
      },
    };
    if (disagreeing.length > threshold) return failed('sources_disagree', more);
    // One letter is within what a recogniser gets wrong, and also what parts two people: nobody is refused for it, nor approved.
    if (alone.length === 0) return passed(more);
    return notApplicable('name_single_source', {...more, detail: {...more.detail, 'single-source': alone}});
  },
};

/** Names that only one of zone, bar code and print spells so. */
function namesOfOneSource(fields: GovernmentIdResult['fields']): GovernmentIdFieldName[] {
  const names: GovernmentIdFieldName[] = ['name-last', 'name-first'];
  return names.filter((name) => {
    const field = fields[name];
    return field !== undefined && field.value !== '' && field.sources.length < 2;
  });
}

/** Of the machine-readable sources, and of the print. */
function regionsOf(pictures: readonly PictureReading[], print: ImageRegion[]): Places {
  const mrz = bestMrz(pictures)?.picture;
  const aamva = findAamva(pictures)?.picture;
  return placesOr([mrz && mrzRegion(mrz), aamva && barcodeRegion(aamva), ...print], pictures);
}
