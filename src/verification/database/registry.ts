/** Every check of a database verification, by name. A new one is a new line here and a new row in docs/checks.md. */
import {comparedThings} from '../../protocol/database.ts';
import {failed, judged, notApplicable, passed} from '../check-outcome.ts';
import {isGiven, judgeThing, thresholdOf, troubleWith} from './rule.ts';
import type {DatabaseRule} from './rule.ts';

const unasked = ['provider_not_configured', 'service_unavailable'];

const identity: DatabaseRule = {
  name: 'database_identity_comparison',
  requirement: 'required',
  threshold: 0.6,
  reasons: ['no_record', 'insufficient_match', ...unasked],
  run(input) {
    const trouble = troubleWith(input);
    if (trouble) return trouble;
    if (!input.best) return failed('no_record', {value: 0});
    const {fit, comparisons} = input.best;
    const more = {
      value: Math.round(fit * 1000) / 1000,
      detail: Object.fromEntries(comparedThings.map((thing) => [thing, comparisons[thing].result])),
    };
    return fit >= (thresholdOf(this, input) ?? 0) ? passed(more) : failed('insufficient_match', more);
  },
};

const name: DatabaseRule = {
  name: 'database_name_comparison',
  requirement: 'required',
  threshold: 0.85,
  reasons: ['no_record', 'insufficient_match', 'no_name', 'not_in_record', ...unasked],
  run(input) {
    return judgeThing(input, 'name', thresholdOf(this, input) ?? 0);
  },
};

const birthdate: DatabaseRule = {
  name: 'database_birthdate_comparison',
  requirement: 'required',
  threshold: 1,
  reasons: ['no_record', 'insufficient_match', 'no_birthdate', 'not_in_record', ...unasked],
  run(input) {
    return judgeThing(input, 'birthdate', thresholdOf(this, input) ?? 0);
  },
};

const address: DatabaseRule = {
  name: 'database_address_comparison',
  requirement: 'not_required',
  threshold: 0.85,
  reasons: ['no_record', 'insufficient_match', 'no_address', 'not_in_record', ...unasked],
  run(input) {
    return judgeThing(input, 'address', thresholdOf(this, input) ?? 0);
  },
};

const attributeThings = ['identification-number', 'document-number', 'phone-number', 'email-address'] as const;

/** Numbers and mailboxes: each that both sides name must be the same. */
const attribute: DatabaseRule = {
  name: 'database_attribute_comparison',
  requirement: 'not_required',
  reasons: [
    'no_record',
    ...attributeThings.map((thing) => `${thing.replaceAll('-', '_')}_mismatch`),
    'no_attributes',
    'not_in_record',
    ...unasked,
  ],
  run(input) {
    const trouble = troubleWith(input);
    if (trouble) return trouble;
    const given = attributeThings.filter((thing) => isGiven(input.given, thing));
    if (given.length === 0) return notApplicable('no_attributes');
    if (!input.best) return failed('no_record');
    const {comparisons} = input.best;
    const compared = given.filter((thing) => comparisons[thing].result !== 'missing');
    if (compared.length === 0) return notApplicable('not_in_record');
    const other = compared.filter((thing) => comparisons[thing].result === 'mismatch');
    return judged(
      other.map((thing) => `${thing.replaceAll('-', '_')}_mismatch`),
      {value: compared.length - other.length, detail: {compared: compared.length}},
    );
  },
};

/** Whether what was looked up is what the inquiry's document says: else somebody looks up another person. */
const inquiry: DatabaseRule = {
  name: 'database_inquiry_comparison',
  requirement: 'not_required',
  reasons: ['no_inquiry', 'document_differs'],
  run: ({inquiry: of}) => (of ? judged(of.agrees ? [] : ['document_differs']) : notApplicable('no_inquiry')),
};

const deceased: DatabaseRule = {
  name: 'database_deceased_detection',
  requirement: 'not_required',
  reasons: ['deceased', 'no_record', 'not_in_record', ...unasked],
  run(input) {
    const trouble = troubleWith(input);
    if (trouble) return trouble;
    if (!input.best) return notApplicable('no_record');
    if (input.best.deceased === 'unknown') return notApplicable('not_in_record');
    return judged(input.best.deceased === 'yes' ? ['deceased'] : []);
  },
};

/** As post offices write it in English, German, French, Spanish, Portuguese, Italian and Dutch. */
const box =
  /\b(p\.? ?o\.? ?box|post ?office box|postfach|bo[iî]te postale|b\.? ?p\.? \d|apartado( postal)?|caixa postal|casella postale|postbus)\b/i;

const poBox: DatabaseRule = {
  name: 'database_po_box_detection',
  requirement: 'not_required',
  reasons: ['po_box', 'no_address'],
  run({given}) {
    const street = [given['address-street-1'], given['address-street-2']].filter(Boolean).join(' ');
    return street === '' ? notApplicable('no_address') : judged(box.test(street) ? ['po_box'] : []);
  },
};

/** Only a postal service knows. */
const deliverable: DatabaseRule = {
  name: 'database_address_deliverable_detection',
  requirement: 'not_required',
  reasons: ['provider_not_configured'],
  run: () => notApplicable('provider_not_configured'),
};

const residential: DatabaseRule = {...deliverable, name: 'database_address_residential_detection'};

export const databaseChecks: readonly DatabaseRule[] = [
  identity,
  name,
  birthdate,
  address,
  attribute,
  inquiry,
  deceased,
  poBox,
  deliverable,
  residential,
];
