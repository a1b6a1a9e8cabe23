/** What kind of document it is, and whether the template takes it. */
import {missingSide} from '../missing-side.ts';
import {failed, notApplicable, passed, type CheckRule} from './check-rule.ts';

export const typeDetection: CheckRule = {
  name: 'id_type_detection',
  requirement: 'required',
  reasons: ['type_not_detected', 'back_missing'],
  run(reading) {
    const {classification, chosen} = reading;
    const {type, source, layout, issuerCode} = classification;
    const different = type !== undefined && chosen.type !== undefined && chosen.type !== type;
    const detail = {
      ...(type !== undefined && {'detected-type': type}),
      ...(source !== undefined && {source}),
      ...(layout !== undefined && {layout}),
      ...(issuerCode !== undefined && {'issuer-code': issuerCode}),
      ...(different && {'different-from-chosen': true}),
    };
    if (type !== undefined) return passed({detail});
    // The side that says what it is has not come yet: no statement, rather than a wrong one.
    return missingSide(reading) ? notApplicable('back_missing', {detail}) : failed('type_not_detected', {detail});
  },
};

export const disallowedCountry: CheckRule = {
  name: 'id_disallowed_country_detection',
  requirement: 'required',
  reasons: ['country_not_accepted', 'specimen_issuer', 'no_country'],
  run({classification, config, sandbox}) {
    const {country, issuerKind} = classification;
    const detail = {
      ...(country !== undefined && {'country-code': country}),
      ...(config.countries && {accepted: config.countries}),
    };
    // Utopia issues nothing that anybody could be identified by.
    if (issuerKind === 'specimen' && !sandbox) return failed('specimen_issuer', {detail});
    if (classification.source === undefined) return notApplicable('no_country', {detail});
    if (!config.countries) return passed({detail});
    if (country === undefined) return failed('no_country', {detail});
    return config.countries.includes(country) ? passed({detail}) : failed('country_not_accepted', {detail});
  },
};

export const disallowedType: CheckRule = {
  name: 'id_disallowed_type_detection',
  requirement: 'required',
  reasons: ['type_not_accepted', 'type_not_detected'],
  run({classification, config}) {
    const {type, country} = classification;
    const detail = {
      ...(country !== undefined && {'country-code': country}),
      ...(type !== undefined && {'detected-type': type}),
      ...(config.types && {accepted: config.types}),
    };
    if (type === undefined) return notApplicable('type_not_detected', {detail});
    return !config.types || config.types.includes(type) ? passed({detail}) : failed('type_not_accepted', {detail});
  },
};
