import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {databaseChecks} from '../../../src/verification/database/registry.ts';

test('docs/checks.md lists exactly the registry, and explains every reason and threshold', async () => {
  const page = await readFile(new URL('../../../docs/checks.md', import.meta.url), 'utf8');
  const section = (page.split('\n## Database\n')[1] ?? '').split('\n## ')[0] ?? '';
  const [, rows = '', ...rest] = section.split('\n\n|');
  const documented = `\n|${rows}`
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((row) =>
      row
        .split('|')
        .map((cell) => cell.replaceAll('`', '').trim())
        .slice(1, 5),
    );
  assert.deepEqual(
    documented,
    databaseChecks.map(({name, requirement, threshold, reasons}) => [
      name,
      requirement,
      threshold === undefined ? '' : String(threshold),
      reasons.join(', '),
    ]),
  );
  const explained = rest.join('\n');
  for (const check of databaseChecks) {
    if (check.threshold !== undefined) assert.ok(explained.includes(`\`${check.name}\``), check.name);
    for (const reason of check.reasons) assert.ok(explained.includes(`\`${reason}\``), reason);
  }
});
