/** Dates of the document and of its holder. Values are coarse on purpose: a check's metadata is no place for a birthday. */
import {bestMrz, findAamva} from '../classify.ts';
import type {SubmissionReading} from '../reading.ts';
import {barcodeRegion, mrzFieldRegion} from '../regions.ts';
import {longestPassportYears} from '../authenticity/class-validity.ts';
import {failed, judged, notApplicable, passed, type CheckRule} from './check-rule.ts';
import {placesOfFields, placesOr} from './places.ts';
import {cutTo, yearsBetween} from './years.ts';

export const expired: CheckRule = {
  name: 'id_expired_detection',
  requirement: 'required',
  /** Whole months until the expiry date, rounded down; negative = expired. The last day of validity still counts. */
  threshold: 0,
  unit: 'months',
  reasons: ['expired', 'expiration_date_unreadable', 'no_expiration_date'],
  run(reading, threshold) {
    const field = reading.fields['expiration-date'];
    if (!field) return withoutExpiry(reading);
    const value = monthsBetween(reading.today, field.value);
    const more = {value, ...placesOfFields(reading, ['expiration-date'])};
    return field.value < reading.today || value < threshold ? failed('expired', more) : passed(more);
  },
};

/** Some cards never expire, some carry no such date; a date that is there but cannot be one is another matter. */
function withoutExpiry({pictures}: SubmissionReading) {
  const [mrz, aamva] = [bestMrz(pictures), findAamva(pictures)];
  const places = placesOr(
    [mrz && mrzFieldRegion(mrz.picture, 'expiryDate', 'expiration-date'), aamva && barcodeRegion(aamva.picture)],
    pictures,
  );
  if (aamva?.document.neverExpires) return passed({...places, detail: {'never-expires': true}});
  const written = mrz?.reading.parsed.fields.expiryDate;
  const unreadable = written?.valid === false || aamva?.document.fields['expiration-date']?.valid === false;
  return unreadable ? failed('expiration_date_unreadable', places) : notApplicable('no_expiration_date');
}

/** A licence of Arizona is valid until its holder is 65: nothing else reaches half a century. */
const longestValidityYears = 50;
const oldestHolderYears = 120;

export const validDates: CheckRule = {
  name: 'id_valid_dates_detection',
  requirement: 'required',
  /** Longest validity in years, from issue (or today) to expiry. */
  threshold: longestValidityYears,
  unit: 'years',
  reasons: [
    'birth_in_future',
    'birth_too_long_ago',
    'issue_in_future',
    'issue_before_birth',
    'expiry_before_issue',
    'expiry_too_far',
    'too_long_for_class',
    'impossible_date',
    'no_dates',
  ],
  run(reading, threshold) {
    const {classification, fields, pictures, today} = reading;
    const birth = fields.birthdate?.value;
    const issue = fields['issue-date']?.value;
    const expiry = fields['expiration-date']?.value;
    const impossible = hasImpossibleDate(pictures);
    if (!birth && !issue && !expiry && !impossible) return notApplicable('no_dates');

    const reasons: string[] = [];
    if (impossible) reasons.push('impossible_date');
    if (birth && birth > today) reasons.push('birth_in_future');
    if (birth && yearsBetween(birth, today) > oldestHolderYears) reasons.push('birth_too_long_ago');
    if (issue && issue > today) reasons.push('issue_in_future');
    if (issue && birth && issue < birth) reasons.push('issue_before_birth');
    if (issue && expiry && expiry <= issue) reasons.push('expiry_before_issue');
    const value = expiry === undefined ? undefined : Math.max(0, yearsBetween(issue ?? today, expiry));
    if (value !== undefined && value > threshold) reasons.push('expiry_too_far');
    // Nobody issues a specimen's passport, so nobody limits it.
    const isPassport = classification.type === 'pp' && classification.issuerKind !== 'specimen';
    if (value !== undefined && isPassport && value > longestPassportYears) reasons.push('too_long_for_class');
    return judged(reasons, {
      ...(value !== undefined && {value}),
      ...placesOfFields(reading, ['birthdate', 'issue-date', 'expiration-date']),
    });
  },
};

function hasImpossibleDate(pictures: SubmissionReading['pictures']): boolean {
  const mrz = bestMrz(pictures)?.reading.parsed.fields;
  const mrzDates = [mrz?.birthDate, mrz?.expiryDate, mrz?.issueDate];
  const aamva = Object.values(findAamva(pictures)?.document.fields ?? {});
  return (
    mrzDates.some((field) => field?.reason === 'date_impossible' || field?.reason === 'date_malformed') ||
    aamva.some((field) => field.reason === 'not_a_date')
  );
}

export const ageComparison: CheckRule = {
  name: 'id_age_comparison',
  requirement: 'required',
  /** Whole years above (+) or below (-) the template's minimum age, cut to the threshold so that it tells no age. */
  threshold: 0,
  unit: 'years',
  reasons: ['below_minimum_age', 'missing_birthdate', 'no_configuration'],
  run(reading, threshold) {
    const {config, fields, today} = reading;
    if (config.minimumAge === undefined) return notApplicable('no_configuration');
    const birth = fields.birthdate?.value;
    const about = {...placesOfFields(reading, ['birthdate']), detail: {'minimum-age': config.minimumAge}};
    if (birth === undefined) return failed('missing_birthdate', about);
    const above = yearsBetween(birth, today) - config.minimumAge;
    const more = {value: cutTo(threshold, above), ...about};
    return above >= threshold ? passed(more) : failed('below_minimum_age', more);
  },
};

function monthsBetween(from: string, to: string): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return to.slice(8) >= from.slice(8) ? months : months - 1;
}
