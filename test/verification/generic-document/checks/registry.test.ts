import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {test} from 'node:test';
import {genericDocumentChecks} from '../../../../src/verification/generic-document/checks/registry.ts';

/** Those that the reference API's examples name. */
const referenceNames = [
  'document_expired_detection',
  'document_extracted_properties_detection',
  'document_fabrication_detection',
  'document_type_detection',
];

test('names every check once, those of the reference among them', () => {
  const names = genericDocumentChecks.map(({name}) => name);
  assert.equal(new Set(names).size, names.length);
  for (const name of referenceNames) assert.ok(names.includes(name), name);
});

test('docs/checks.md lists exactly the registry, and explains every reason and threshold', async () => {
  const page = await readFile(new URL('../../../../docs/checks.md', import.meta.url), 'utf8');
  const [table = '', values = '', reasons = ''] = (page.split('\n## Document\n')[1] ?? '').split('\n\n|');
  const rows = `\n|${values}`.split('\n').filter((line) => line.startsWith('| `'));
  const documented = rows.map((row) =>
    row
      .split('|')
      .map((cell) => cell.replaceAll('`', '').trim())
      .slice(1, 5),
  );
  const registered = genericDocumentChecks.map(({name, requirement, threshold, reasons}) => [
    name,
    requirement,
    threshold === undefined ? '' : String(threshold),
    reasons.join(', '),
  ]);
  assert.ok(table.includes('verification/document.md'));
  assert.deepEqual(documented, registered);
  const explained = (page.split('\n## Document\n')[1] ?? '').split('\n\n|').slice(2).join('\n');
  assert.ok(reasons !== '');
  for (const check of genericDocumentChecks) {
    if (check.threshold !== undefined) assert.ok(explained.includes(`\`${check.name}\``), check.name);
    for (const reason of check.reasons) assert.ok(explained.includes(`\`${reason}\``), reason);
  }
});
