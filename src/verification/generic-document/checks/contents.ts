/** What the document is, and whether what makes it a proof stands on it. */
import type {GenericDocumentFieldName} from '../../../protocol/generic-document.ts';
import {failed, judged, notApplicable, passed} from '../../document/checks/check-rule.ts';
import {isPoBox} from '../find-resident.ts';
import {regionOfLines} from '../page-line.ts';
import type {PaperReading} from '../reading.ts';
import type {PaperRule} from './paper-rule.ts';

export const typeDetection: PaperRule = {
  name: 'document_type_detection',
  requirement: 'required',
  /** Weight of the words that speak for the kind; two short words or one long one. */
  threshold: 2,
  reasons: ['type_not_accepted', 'type_not_detected', 'nothing_readable', 'no_configuration'],
  run({class: {type, words, lines}, pages, config}, threshold) {
    if (pages.every((page) => page.lines.length === 0)) return failed('nothing_readable');
    const region = regionOfLines(pages, lines);
    const detail = {'detected-type': type, ...(config.types && {'accepted-types': [...config.types]})};
    const more = {value: words, ...(region && {regions: [region]}), detail};
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
  reasons: ['missing_name', 'missing_address', 'missing_date', 'no_required_properties'],
  run({fields, config}, threshold) {
    const required = config.requiredFields ?? usual;
    if (required.length === 0) return notApplicable('no_required_properties');
    const sure = (name: GenericDocumentFieldName) => fields[name]?.confidence ?? 0;
    const missing = required.filter((name) => sure(name) < threshold);
    const regions = required.flatMap((name) => fields[name]?.region ?? []);
    return judged([...new Set(missing.map(reasonOf))], {
      value: Math.min(...required.map(sure)),
      ...(regions.length > 0 && {regions}),
      detail: {required: [...required], missing},
    });
  },
};

export const poBox: PaperRule = {
  name: 'document_po_box_detection',
  requirement: 'not_required',
  reasons: ['po_box', 'missing_address'],
  run({resident, pages}: PaperReading) {
    if (!resident) return notApplicable('missing_address');
    const region = regionOfLines(pages, resident.lines);
    const more = region ? {regions: [region]} : {};
    return isPoBox(resident.street1) || isPoBox(resident.street2 ?? '') ? failed('po_box', more) : passed(more);
  },
};
