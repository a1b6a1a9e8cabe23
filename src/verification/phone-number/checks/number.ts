/** What the numbering plan says of the number. */
import {failed, notApplicable, passed} from '../../check-outcome.ts';
import {textableTypes} from '../read-phone-number.ts';
import type {PhoneRule} from './phone-rule.ts';

export const invalid: PhoneRule = {
  name: 'phone_number_invalid_detection',
  requirement: 'required',
  reasons: ['number_invalid'],
  run: ({number}) => (number?.valid ? passed() : failed('number_invalid')),
};

export const disallowedCountry: PhoneRule = {
  name: 'phone_number_disallowed_country_detection',
  requirement: 'required',
  reasons: ['country_not_accepted', 'no_country', 'no_configuration'],
  run: ({number, config}) => {
    if (!config.countries) return notApplicable('no_configuration');
    const country = number?.country;
    if (country === undefined) return failed('no_country');
    const more = {detail: {'country-code': country}};
    return config.countries.includes(country) ? passed(more) : failed('country_not_accepted', more);
  },
};

export const type: PhoneRule = {
  name: 'phone_number_type_detection',
  requirement: 'required',
  reasons: ['type_not_accepted', 'type_unknown', 'number_invalid'],
  run: ({number, config}) => {
    if (!number?.valid) return notApplicable('number_invalid');
    const more = {detail: {'phone-type': number.type}};
    if (number.type === 'unknown' && !config.types) return notApplicable('type_unknown', more);
    const accepted = config.types ?? textableTypes;
    return accepted.includes(number.type) ? passed(more) : failed('type_not_accepted', more);
  },
};

/** Who carries the number, whether it was ported or its SIM changed: only a vendor knows. */
export const carrierRisk: PhoneRule = {
  name: 'phone_number_carrier_risk_detection',
  requirement: 'not_required',
  reasons: ['provider_not_configured'],
  run: () => notApplicable('provider_not_configured'),
};
