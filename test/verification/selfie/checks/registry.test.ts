import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {selfieChecks} from '../../../../src/verification/selfie/checks/registry.ts';

/** Judged over the whole session, by rules of its own. */
const livenessCheckName = 'selfie_liveness_detection';

/** Every selfie check that the reference API's examples name. */
const referenceNames = `
  selfie_account_comparison selfie_age_comparison selfie_face_covering_detection selfie_glare_detection
  selfie_glasses_detection selfie_id_comparison selfie_image_quality_detection selfie_liveness_detection
  selfie_multiple_faces_detection selfie_pose_detection selfie_pose_repeat_detection selfie_public_figure_detection
  selfie_suspicious_entity_detection`
  .trim()
  .split(/\s+/);

/** The reference decides ages by documents alone. */
const ourNames = ['selfie_age_estimation'];

test('names every check once: those of the reference, and our own', () => {
  const names = [...selfieChecks.map((check) => check.name), livenessCheckName];
  assert.deepEqual(names.toSorted(), [...referenceNames, ...ourNames].toSorted());
});

test('docs/checks.md lists exactly the registry: names, requirements, thresholds, reasons', async () => {
  const table = (await page()).split('## Selfie')[1]?.split('###')[0] ?? '';
  const documented = table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.replaceAll('`', '').trim()))
    .map(([, name, requirement, threshold, reasons = '']) => ({name, requirement, threshold, reasons}))
    .filter(({name}) => name !== livenessCheckName);
  const registered = selfieChecks.map(({name, requirement, threshold, reasons}) => ({
    name,
    requirement,
    threshold: typeof threshold === 'function' ? 'net' : String(threshold ?? ''),
    reasons: reasons.join(', '),
  }));
  assert.deepEqual(documented, registered);
});

test('docs/checks.md explains every reason and every threshold', async () => {
  const [, values = '', reasons = ''] = (await page()).split('## Selfie')[1]?.split('###') ?? [];
  for (const check of selfieChecks) {
    if (check.threshold !== undefined)
      assert.ok(values.includes(`\`${check.name}\``), `${check.name} has no value row`);
    for (const reason of check.reasons) assert.ok(reasons.includes(`\`${reason}\``), `${reason} is not explained`);
  }
});

function page(): Promise<string> {
  return readFile(new URL('../../../../docs/checks.md', import.meta.url), 'utf8');
}
