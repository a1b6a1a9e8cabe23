import {lookOf, poorContrasts} from '../../domain/theme-set.ts';
import type {Look} from '../../domain/theme-set.ts';
import type {ThemeSetResource} from '../../protocol/theme-set.ts';
import type {Row} from '../schema.ts';
import {isoTime} from './time.ts';

export function presentThemeSet(row: Row<'theme_set'>): ThemeSetResource {
  return {
    type: 'theme-set',
    id: row.id,
    attributes: {
      name: row.name,
      status: row.archived_at === null ? 'active' : 'archived',
      styles: row.styles,
      'created-at': isoTime(row.created_at),
      'updated-at': isoTime(row.updated_at),
      'archived-at': isoTime(row.archived_at),
    },
  };
}

/** As a page hands it to the flow. */
export function presentLook(row: Row<'theme_set'>): Look {
  return lookOf(row.styles);
}

/** Pairs of colours that some people could not read, as one line; undefined when there are none. */
export function contrastWarning(row: Row<'theme_set'>): string | undefined {
  const poor = poorContrasts(row.styles).map(
    ({variant, on, ground, ratio, least}) => `${variant}: ${on} on ${ground} is ${ratio.toFixed(1)}:1 of ${least}:1`,
  );
  return poor.length > 0 ? poor.join('; ') : undefined;
}
