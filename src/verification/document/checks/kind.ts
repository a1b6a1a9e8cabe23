/** What kind of document it is, and whether the template takes it. */
import {leastPrintConfidence} from '../classify.ts';
import {saysWhatItIs, showsDocument} from '../ask-kind.ts';
import {missingSide} from '../missing-side.ts';
import {isMachineRead, type Classification, type SubmissionReading} from '../reading.ts';
import {cardRegion} from '../regions.ts';
import {failed, notApplicable, passed, type CheckRule} from './check-rule.ts';
import type {Places} from './places.ts';

export const typeDetection: CheckRule = {
  name: 'id_type_detection',
  requirement: 'required',
  /** How surely the document says what it is, 0 to 1. */
  threshold: leastPrintConfidence,
  unit: 'probability',
  reasons: ['type_not_detected', 'back_missing', 'said_by_person'],
  run(reading, threshold) {
    const {classification, chosen} = reading;
    const {type, source, layout, issuerCode, confidence = 0} = classification;
    const different = type !== undefined && chosen.type !== undefined && chosen.type !== type;
    const more = {
      value: confidence,
      ...placeOf(reading),
      detail: {
        ...(type !== undefined && {'detected-type': type}),
        ...(source !== undefined && {source}),
        ...(layout !== undefined && {layout}),
        ...(issuerCode !== undefined && {'issuer-code': issuerCode}),
        ...(different && {'different-from-chosen': true}),
        ...alternativesOf(classification),
      },
    };
    if (type !== undefined && confidence >= threshold) return passed(more);
    // The side that says what it is has not come yet: no statement, rather than a wrong one.
    if (missingSide(reading)) return notApplicable('back_missing', more);
    return saidByPerson(reading) ? notApplicable('said_by_person', more) : failed('type_not_detected', more);
  },
};

export const entityDetection: CheckRule = {
  name: 'id_entity_detection',
  requirement: 'required',
  /** How surely issuer and type together are known, 0 to 1. */
  threshold: 0.35,
  unit: 'probability',
  reasons: ['cannot_verify_id', 'low_confidence_entity_match', 'back_missing', 'said_by_person'],
  run(reading, threshold) {
    const {classification} = reading;
    const {type, country, subdivision, issuerKind, confidence = 0} = classification;
    // Organisations and stateless persons have no country; their codes are known all the same.
    const issuer = country ?? (issuerKind === 'unknown' ? undefined : issuerKind);
    const known = saysWhatItIs(classification);
    const entity = [issuer, subdivision, type].filter((part) => part !== undefined).join(' ');
    const more = {
      value: known ? confidence : 0,
      ...placeOf(reading),
      detail: {...(entity !== '' && {entity}), ...alternativesOf(classification)},
    };
    if (known && confidence >= threshold) return passed(more);
    if (missingSide(reading)) return notApplicable('back_missing', more);
    if (saidByPerson(reading)) return notApplicable('said_by_person', more);
    return failed(type === undefined ? 'cannot_verify_id' : 'low_confidence_entity_match', more);
  },
};

/** A document that does not say what it is, and a person who did: no machine knows better, so a reviewer looks. */
function saidByPerson({classification, chosen, pictures}: SubmissionReading): boolean {
  if (chosen.type === undefined || isMachineRead(classification)) return false;
  return !saysWhatItIs(classification) && pictures.some(showsDocument);
}

/** Where it says what it is. */
function placeOf({classification, pictures}: SubmissionReading): Places {
  return {regions: classification.region ? [classification.region] : pictures.map(cardRegion)};
}

/** `US VA dl 0.31`, likeliest first. */
function alternativesOf({alternatives = []}: Classification): {alternatives?: string[]} {
  const named = alternatives.map(({type, country, subdivision, confidence}) => {
    return [country, subdivision, type, confidence].filter((part) => part !== undefined).join(' ');
  });
  return named.length > 0 ? {alternatives: named} : {};
}

export const disallowedCountry: CheckRule = {
  name: 'id_disallowed_country_detection',
  requirement: 'required',
  /** Issuers that are not accepted: it has one. */
  threshold: 0,
  unit: 'count',
  reasons: ['country_not_accepted', 'specimen_issuer', 'no_country'],
  run(reading, threshold) {
    const {classification, chosen, config, sandbox} = reading;
    const {country, issuerKind} = classification;
    const refusedFor = (reason: string, more: object) =>
      threshold >= 1 ? passed({value: 1, ...more}) : failed(reason, {value: 1, ...more});
    const detail = {
      ...(country !== undefined && {'country-code': country}),
      ...(config.countries && {accepted: config.countries}),
    };
    const more = {detail, ...placeOf(reading)};
    // Utopia issues nothing that anybody could be identified by.
    if (issuerKind === 'specimen' && !sandbox) return refusedFor('specimen_issuer', more);
    if (classification.source === undefined) return notApplicable('no_country', {detail});
    if (!config.countries) return passed({value: 0, ...more});
    // A reviewer reads what the machine could not: `said_by_person` stands with the check before.
    if (country === undefined && chosen.country !== undefined && !isMachineRead(classification)) {
      return notApplicable('no_country', {detail});
    }
    if (country === undefined) return refusedFor('no_country', more);
    return config.countries.includes(country) ? passed({value: 0, ...more}) : refusedFor('country_not_accepted', more);
  },
};

export const disallowedType: CheckRule = {
  name: 'id_disallowed_type_detection',
  requirement: 'required',
  /** Kinds that are not accepted: it is of one. */
  threshold: 0,
  unit: 'count',
  reasons: ['type_not_accepted', 'type_not_detected'],
  run(reading, threshold) {
    const {classification, config} = reading;
    const {type, country} = classification;
    const detail = {
      ...(country !== undefined && {'country-code': country}),
      ...(type !== undefined && {'detected-type': type}),
      ...(config.types && {accepted: config.types}),
    };
    if (type === undefined) return notApplicable('type_not_detected', {detail});
    const value = !config.types || config.types.includes(type) ? 0 : 1;
    const more = {value, detail, ...placeOf(reading)};
    return value <= threshold ? passed(more) : failed('type_not_accepted', more);
  },
};
