import {CountersignError} from '../protocol/errors.ts';
import {newId} from '../protocol/ids.ts';
import type {ThemeStyles} from '../protocol/theme-set.ts';
import type {Row} from '../storage/schema.ts';
import {findThemeSet, insertThemeSet, updateThemeSetRow} from '../storage/theme-set.ts';
import type {Write} from './write.ts';

export async function createThemeSet(
  w: Write,
  {name, styles}: {name: string; styles: ThemeStyles},
): Promise<Row<'theme_set'>> {
  const row = await insertThemeSet(w.tx, {
    env_id: w.envId,
    id: newId('theme-set', w.now.getTime()),
    name,
    styles: JSON.stringify(styles),
    created_at: w.now,
    updated_at: w.now,
  });
  await w.audit('theme-set.create', 'theme-set', row.id);
  return row;
}

/** Pages that open from now on look so. @throws CountersignError `not_found`, `invalid_transition` for an archived one */
export async function updateThemeSet(
  w: Write,
  {themeSetId, name, styles}: {themeSetId: string; name?: string | undefined; styles?: ThemeStyles | undefined},
): Promise<Row<'theme_set'>> {
  const row = await findThemeSet(w.tx, w.envId, themeSetId);
  if (!row) throw new CountersignError('not_found');
  if (row.archived_at) throw new CountersignError('invalid_transition', {details: 'the theme set is archived'});
  const updated = await updateThemeSetRow(w.tx, w.envId, themeSetId, {
    ...(name !== undefined && {name}),
    ...(styles && {styles: JSON.stringify(styles)}),
    updated_at: w.now,
  });
  if (!updated) throw new CountersignError('not_found');
  await w.audit('theme-set.update', 'theme-set', themeSetId);
  return updated;
}

/** Pages that name it look as if they named none. @throws CountersignError `not_found` */
export async function archiveThemeSet(w: Write, {themeSetId}: {themeSetId: string}): Promise<Row<'theme_set'>> {
  const row = await findThemeSet(w.tx, w.envId, themeSetId);
  if (!row) throw new CountersignError('not_found');
  if (row.archived_at) return row;
  const archived = await updateThemeSetRow(w.tx, w.envId, themeSetId, {updated_at: w.now, archived_at: w.now});
  if (!archived) throw new CountersignError('not_found');
  await w.audit('theme-set.archive', 'theme-set', themeSetId);
  return archived;
}
