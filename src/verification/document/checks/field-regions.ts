import type {ImageRegion} from '../../../protocol/check.ts';
import type {GovernmentIdFieldName, GovernmentIdResult} from '../../../protocol/government-id.ts';

/** Where the named fields stand, each place once. */
export function regionsOfFields(
  fields: GovernmentIdResult['fields'],
  names: readonly GovernmentIdFieldName[],
): {regions?: ImageRegion[]} {
  const places = new Map<string, ImageRegion>();
  for (const name of names) {
    const region = fields[name]?.region;
    if (region) places.set(`${region.evidenceId} ${region.x} ${region.y} ${region.width} ${region.height}`, region);
  }
  return places.size > 0 ? {regions: [...places.values()]} : {};
}
