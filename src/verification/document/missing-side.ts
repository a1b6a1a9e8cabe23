/** Which side has to be asked for before a document can be judged. */
import {twoSidedTypes, type DocumentSide} from '../../protocol/government-id.ts';
import type {CardOutline} from './card-outline.ts';
import {kindOf} from './carries.ts';
import {isMachineRead, type PictureReading, type SubmissionReading} from './reading.ts';

/**
 * A two-sided document of which only the front came, and whose front does not carry what machines read, needs its back.
 * So does something of a card's shape when nobody said what it is: fronts of cards rarely carry anything. A passport page
 * is less elongated; it has no back to ask for. A back with a zone or a bar code says everything that is judged.
 */
export function missingSide(reading: MissingSideInput): DocumentSide | undefined {
  const {pictures, unreadable, classification, chosen} = reading;
  const submitted = [...pictures, ...unreadable].map((one) => one.side);
  if (submitted.length === 0 || submitted.includes('back') || isMachineRead(classification)) return undefined;
  const {type} = kindOf(classification, chosen);
  if (type !== undefined) return twoSidedTypes.includes(type) && unreadable.length === 0 ? 'back' : undefined;
  return pictures.some(showsCard) ? 'back' : undefined;
}

/** ID-1 is 85.6 x 54 mm, 1.586; a passport page and TD2 are 1.42. The border of a photograph is within some four in a hundred. */
const leastCardAspect = 1.5;

/** A scan that is cut to the card has no border to find, but the card's own proportions, which no camera's picture has. */
const cutToCard = {least: 1.54, most: 1.64};

export function showsCard({outline, width, height}: Pick<PictureReading, 'outline' | 'width' | 'height'>): boolean {
  const aspect = Math.max(width, height) / Math.min(width, height);
  if (aspect >= cutToCard.least && aspect <= cutToCard.most) return true;
  return outline !== undefined && elongation(outline.quad) >= leastCardAspect;
}

function elongation([p0, p1, p2, p3]: CardOutline['quad']): number {
  const one = Math.hypot(p1.x - p0.x, p1.y - p0.y) + Math.hypot(p2.x - p3.x, p2.y - p3.y);
  const other = Math.hypot(p2.x - p1.x, p2.y - p1.y) + Math.hypot(p3.x - p0.x, p3.y - p0.y);
  return Math.max(one / other, other / one);
}

export type MissingSideInput = Pick<SubmissionReading, 'pictures' | 'unreadable' | 'classification' | 'chosen'>;
