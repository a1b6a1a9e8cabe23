import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {governmentIdChecks} from '../../../../src/verification/document/checks/registry.ts';

/** Every government-ID check that the reference API's examples name. */
const referenceNames = `
  id_aamva_database_lookup id_account_comparison id_age_comparison id_age_inconsistency_detection id_barcode_detection
  id_barcode_inconsistency_detection id_blur_detection id_color_inconsistency_detection id_compromised_detection
  id_disallowed_country_detection id_disallowed_type_detection id_double_side_detection id_electronic_replica_detection
  id_entity_detection id_expired_detection id_extracted_properties_detection id_extraction_inconsistency_detection
  id_fabrication_detection id_glare_detection id_handwriting_detection id_inconsistent_repeat_detection
  id_inquiry_comparison id_mrz_detection id_mrz_inconsistency_detection id_number_format_inconsistency_detection
  id_po_box_detection id_portrait_clarity_detection id_portrait_detection id_public_figure_detection
  id_real_id_detection id_repeat_detection id_selfie_comparison id_tamper_detection id_type_detection
  id_unprocessable_submission_detection id_valid_dates_detection`
  .trim()
  .split(/\s+/);

/** What the reference keeps beside its checks, and we say as one; and what it does not say. */
const ourNames = ['id_list_match_detection', 'id_portrait_paste_detection', 'id_ghost_portrait_comparison'];

test('names every check once: those of the reference, and our own', () => {
  const names = governmentIdChecks.map((check) => check.name);
  assert.deepEqual([...names].sort(), [...referenceNames, ...ourNames].sort());
});

test('docs/checks.md lists exactly the registry: names, requirements, thresholds, reasons', async () => {
  const page = await readFile(new URL('../../../../docs/checks.md', import.meta.url), 'utf8');
  const table = page.split('## Government ID')[1]?.split('###')[0] ?? '';
  const rows = table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.replaceAll('`', '').trim()));
  const documented = rows.map(([, name, requirement, threshold, reasons = '']) => {
    return {name, requirement, threshold, reasons: reasons.split(', ')};
  });
  const registered = governmentIdChecks.map(({name, requirement, threshold, reasons}) => {
    return {name, requirement, threshold: threshold === undefined ? '' : String(threshold), reasons: [...reasons]};
  });
  assert.deepEqual(documented, registered);
});

test('docs/checks.md explains every reason and every threshold', async () => {
  const page = await readFile(new URL('../../../../docs/checks.md', import.meta.url), 'utf8');
  const [, values = '', reasons = ''] = page.split('###');
  for (const check of governmentIdChecks) {
    if (check.threshold !== undefined)
      assert.ok(values.includes(`\`${check.name}\``), `${check.name} has no value row`);
    for (const reason of check.reasons) assert.ok(reasons.includes(`\`${reason}\``), `${reason} is not explained`);
  }
});

test('docs/verification/government-id.md says of every check what it rests on', async () => {
  const page = await readFile(new URL('../../../../docs/verification/government-id.md', import.meta.url), 'utf8');
  const rows =
    page
      .split('## Each check')[1]
      ?.split('\n')
      .filter((line) => line.startsWith('| `')) ?? [];
  const named = rows.flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([a-z_]+)`/g)].map(([, name]) => name),
  );
  const names = governmentIdChecks.map(({name}) => name);
  assert.deepEqual(
    names.filter((name) => !named.includes(name)),
    [],
  );
  for (const row of rows) assert.notEqual(row.split('|')[2]?.trim(), '', row);
});
