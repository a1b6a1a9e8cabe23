/** What the document is, and whether what makes it a proof stands on it. */
import type {GenericDocumentFieldName} from '../../../protocol/generic-document.ts';
import {failed, judged, notApplicable, passed} from '../../document/checks/check-rule.ts';
import {isPoBox} from '../find-resident.ts';
import {placesOr, regionOfLines, wholePages} from '../page-line.ts';
import type {PaperReading} from '../reading.ts';
import type {PaperRule} from './paper-rule.ts';

export const typeDetection: PaperRule = {
  name: 'document_type_detection',
  requirement: 'required',
  /** Weight of the words that speak for the kind; two short words or one long one. */
  threshold: 2,
  unit: 'count',
  reasons: ['type_not_accepted', 'type_not_detected', 'nothing_readable', 'no_configuration'],
  run({class: {type, words, lines}, pages, config}, threshold) {
    if (pages.every((page) => page.lines.length === 0))
      return failed('nothing_readable', {value: 0, ...wholePages(pages)});
    const detail = {'detected-type': type, ...(config.types && {'accepted-types': [...config.types]})};
    const more = {value: words, ...placesOr([regionOfLines(pages, lines, 'title')], pages), detail};
    const known = words >= threshold;
    if (!config.types) return known ? passed(more) : notApplicable('no_configuration', more);
    if (config.types.includes('other')) return passed(more);
    if (!known) return failed('type_not_detected', more);
    return config.types.includes(type) ? passed(more) : failed('type_not_accepted', more);
  },
};

/** What a proof of address is made of. */
const usual: readonly GenericDocumentFieldName[] = ['name-full', 'address-street-1', 'address-city', 'issue-date'];

const reasonOf = (name: GenericDocumentFieldName): string =>
  name === 'name-full' ? 'missing_name' : name === 'issue-date' ? 'missing_date' : 'missing_address';

export const extractedProperties: PaperRule = {
  name: 'document_extracted_properties_detection',
  requirement: 'required',
  /** Confidence that each of them must have. */
  threshold: 0.35,
  unit: 'probability',
  reasons: ['missing_name', 'missing_address', 'missing_date', 'no_required_properties'],
  run({fields, pages, config}, threshold) {
    const required = config.requiredFields ?? usual;
    if (required.length === 0) return notApplicable('no_required_properties');
    const sure = (name: GenericDocumentFieldName) => fields[name]?.confidence ?? 0;
    const missing = required.filter((name) => sure(name) < threshold);
    return judged([...new Set(missing.map(reasonOf))], {
      value: Math.min(...required.map(sure)),
      ...placesOr(
        required.map((name) => fields[name]?.region),
        pages,
      ),
      detail: {required: [...required], missing},
    });
  },
};

export const poBox: PaperRule = {
  name: 'document_po_box_detection',
  requirement: 'not_required',
  /** Lines of the address that name a post-office box. */
  threshold: 0,
  unit: 'count',
  reasons: ['po_box', 'missing_address'],
  run({resident, pages}: PaperReading, threshold) {
    if (!resident) return notApplicable('missing_address');
    const value = [resident.street1, resident.street2 ?? ''].filter(isPoBox).length;
    const more = {value, ...placesOr([regionOfLines(pages, resident.lines, 'address')], pages)};
    return value <= threshold ? passed(more) : failed('po_box', more);
  },
};
