/** What docs/checks.md says of values: in what each is counted, and where on the picture it was measured. */
import {readFile} from 'node:fs/promises';
import type {Check} from '../../../../src/protocol/check.ts';
import {placeless} from './measured.ts';

export interface ValueRow {
  unit: string;
  /** Labels of regions; `fields` for the name of any field, `whole` for a whole picture or page. */
  where: string[];
}

/** By check, of one section: `Government ID`. */
export async function valuesTable(section: string): Promise<Map<string, ValueRow>> {
  const page = await readFile(new URL('../../../../docs/checks.md', import.meta.url), 'utf8');
  const part = page.split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? '';
  const table = part.split('| check | value | unit | where | passes when |')[1]?.split('\n\n')[0] ?? '';
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    rows.map((row) => {
      const [name = '', , unit = '', where = ''] = row
        .split(' | ')
        .map((cell) => cell.replaceAll('`', '').replace('| ', ''));
      const places = where.split(', ').map((place) => (place.startsWith('whole ') ? 'whole' : place));
      return [name, {unit, where: places}];
    }),
  );
}

/** The same of what checks really said, as far as they passed or failed. */
export function placesSaid(checks: readonly Check[], fieldNames: readonly string[]): Map<string, Set<string>> {
  const said = new Map<string, Set<string>>();
  for (const {name, status, metadata} of checks) {
    if (status === 'not_applicable') continue;
    const places = said.get(name) ?? new Set<string>();
    if (placeless[name] !== undefined) places.add('none');
    for (const {label = 'whole'} of metadata.regions ?? []) places.add(fieldNames.includes(label) ? 'fields' : label);
    said.set(name, places);
  }
  return said;
}
