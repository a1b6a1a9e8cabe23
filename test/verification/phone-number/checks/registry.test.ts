import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {emailAddressChecks} from '../../../../src/verification/email-address/checks/registry.ts';
import {phoneNumberChecks} from '../../../../src/verification/phone-number/checks/registry.ts';

for (const [title, checks] of [
  ['Phone number', phoneNumberChecks],
  ['E-mail address', emailAddressChecks],
] as const) {
  test(`docs/checks.md lists and explains exactly the checks of a ${title.toLowerCase()}`, async () => {
    const page = await readFile(new URL('../../../../docs/checks.md', import.meta.url), 'utf8');
    const [table = '', values = '', reasons = ''] = (page.split(`\n## ${title}`)[1]?.split('\n## ')[0] ?? '').split(
      '\n### ',
    );
    const documented = table
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').map((cell) => cell.replaceAll('`', '').trim()))
      .map(([, name, requirement, threshold, said = '']) => ({name, requirement, threshold, reasons: said}));
    const registered = checks.map(({name, requirement, threshold, reasons: given}) => ({
      name,
      requirement,
      threshold: String(threshold ?? ''),
      reasons: given.join(', '),
    }));
    assert.deepEqual(documented, registered);
    for (const check of checks) {
      if (check.threshold !== undefined) assert.ok(values.includes(`\`${check.name}\``), check.name);
      for (const reason of check.reasons) assert.ok(reasons.includes(`\`${reason}\``), reason);
    }
  });
}
