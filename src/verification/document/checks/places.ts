/** Where on the pictures a check looked. */
import type {ImageRegion} from '../../../protocol/check.ts';
import type {GovernmentIdFieldName} from '../../../protocol/government-id.ts';
import type {PictureReading, SubmissionReading} from '../reading.ts';
import {wholePicture} from '../regions.ts';

export interface Places {
  regions?: ImageRegion[];
}

/** Where the named fields stand, for machines and in print, each place once; all that was searched where none was found. */
export function placesOfFields(
  {fields, print, pictures}: Pick<SubmissionReading, 'fields' | 'print' | 'pictures'>,
  names: readonly GovernmentIdFieldName[],
): Places {
  const places = new Map<string, ImageRegion>();
  for (const name of names) {
    const printed = print[name];
    const seen = printed?.agrees || printed?.conflicts ? printed.region : undefined;
    for (const region of [fields[name]?.region, seen]) {
      if (region && !places.has(keyOf(region))) places.set(keyOf(region), region);
    }
  }
  return places.size > 0 ? {regions: [...places.values()]} : wholePictures(pictures);
}

export function wholePictures(pictures: readonly PictureReading[]): Places {
  return pictures.length > 0 ? {regions: pictures.map(wholePicture)} : {};
}

/** Those that are there, else whole pictures. */
export function placesOr(found: readonly (ImageRegion | undefined)[], pictures: readonly PictureReading[]): Places {
  const regions = found.filter((region) => region !== undefined);
  return regions.length > 0 ? {regions} : wholePictures(pictures);
}

function keyOf({evidenceId, x, y, width, height}: ImageRegion): string {
  return `${evidenceId} ${x} ${y} ${width} ${height}`;
}
