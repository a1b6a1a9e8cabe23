/** What an answer of a check must say of its measurement, and the few that cannot, each with its reason. */
import type {Check} from '../../../../src/protocol/check.ts';
import type {GovernmentIdResult} from '../../../../src/protocol/government-id.ts';

export interface Judged {
  check: Check;
  fields: GovernmentIdResult['fields'];
  /** Whether any file gave a picture: without one there is no place to look at. */
  pictures: boolean;
}

/** Answers with nothing to measure. They say why instead of a number that would be made up. */
const unmeasured: Record<string, (judged: Judged) => boolean> = {
  // A card may never expire, and a date may be there and unreadable: neither has a number of months.
  id_expired_detection: ({fields}) => fields['expiration-date'] === undefined,
  // Years of validity end with the expiry; without one the other dates are still held against one another.
  id_valid_dates_detection: ({fields}) => fields['expiration-date'] === undefined,
  // The template wants an age, and no date of birth was read.
  id_age_comparison: ({fields}) => fields.birthdate === undefined,
  // What a file says of its maker is no distance between characters.
  id_tamper_detection: ({check}) => check.reasons.join() === 'edited_with_software',
};

/** Checks that look at no place of a picture, and why. */
export const placeless: Record<string, string> = {
  id_list_match_detection: 'a name, an address, a place or a device meets the list: lists and items are named instead',
  document_fabrication_detection: 'what a file says of its own making stands on no page',
};

/** The parts that an answer lacks; none where it does not apply, since then nothing may have been looked at. */
export function lacking(judged: Judged): string[] {
  const {check, pictures} = judged;
  const {name, status} = check;
  if (status === 'not_applicable') return [];
  const {value, threshold, unit, regions = []} = check.metadata;
  const measured = unmeasured[name]?.(judged) !== true;
  const parts = [
    ...(measured && !Number.isFinite(value) ? ['value'] : []),
    ...(measured && !Number.isFinite(threshold) ? ['threshold'] : []),
    ...(measured && unit === undefined ? ['unit'] : []),
    ...(pictures && regions.length === 0 && placeless[name] === undefined ? ['region'] : []),
    ...(regions.every(isWithin) ? [] : ['a region within the picture']),
  ];
  return parts.map((part) => `${name} ${status} lacks its ${part}`);
}

type Region = NonNullable<Check['metadata']['regions']>[number];

function isWithin({x, y, width, height, pictureWidth, pictureHeight}: Region): boolean {
  return x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= pictureWidth && y + height <= pictureHeight;
}
