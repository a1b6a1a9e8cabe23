/**
 * Every query of a tenant table, wherever it stands in `src/`, names the environment. Read from the source, so that a query nobody
 * thought of testing is found too; `test/commands/tenancy.test.ts` then tries them.
 */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import ts from 'typescript';

const src = path.resolve(import.meta.dirname, '../../src');

/** Tables without `env_id` belong to the whole installation, or to an organization. */
const schema = path.join(src, 'storage/schema');
const tables = readdirSync(schema).flatMap((file) => [
  ...readFileSync(path.join(schema, file), 'utf8').matchAll(/^ {2}(\w+): \{([^}]*)/gm),
]);
const tenantTables = new Set(
  tables.filter(([, , body]) => /\benv_id: string/.test(body ?? '')).map(([, name]) => name ?? ''),
);

/** Queries that look across environments, each for a reason; they hand on no more than that reason needs. */
const across: Record<string, string> = {
  'storage/api-key.ts findApiKeyByHash': 'the key is what names the environment',
  'storage/oauth-client.ts findOauthClientAnywhere': 'the client that shows itself is what names the environment',
  'storage/oauth-client.ts findKeyOfToken': 'the token is what names the environment',
  'storage/api-log.ts sweepApiLogs': 'the clock forgets old entries everywhere',
  'storage/oauth-client.ts sweepOauth': 'the clock forgets what is over everywhere',
  'storage/inquiry-session.ts findSessionByTokenHash': 'the token is what names the environment',
  'storage/one-time-code.ts findCodeByHash': 'the code is what names the environment',
  'storage/idempotency.ts sweepIdempotency': 'the clock forgets old answers everywhere',
  'storage/message-count.ts sweepMessageCounts': 'the clock forgets old counts everywhere',
  'storage/inquiry.ts listDueInquiries': 'the clock; each row comes with its environment',
  'storage/outbox-mail.ts listUnsentMails': 'the sender; each row comes with its environment',
  'storage/redaction.ts listTemplateGraphs': 'the clock of retention; each row comes with its environment',
  'storage/template.ts findTemplateEnvironments': 'a browser knows the id alone; only the environment is answered',
  'storage/sweep-files.ts': 'the clock of files, over all of them',
};

interface Query {
  where: string;
  table: string;
  text: string;
}

const starters = new Set(['selectFrom', 'updateTable', 'deleteFrom', 'insertInto']);

function queriesOf(file: string): Query[] {
  const name = path.relative(src, file).split(path.sep).join('/');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: Query[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      starters.has(node.expression.name.text)
    ) {
      const [first] = node.arguments;
      if (first && ts.isStringLiteral(first)) {
        const [table = ''] = first.text.split(' ');
        if (tenantTables.has(table))
          found.push({where: `${name} ${functionAround(node)}`.trim(), table, text: bodyAround(node)});
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function functionNode(node: ts.Node): ts.FunctionDeclaration | undefined {
  for (let at: ts.Node = node; at.parent; at = at.parent) if (ts.isFunctionDeclaration(at)) return at;
  return undefined;
}

function functionAround(node: ts.Node): string {
  return functionNode(node)?.name?.text ?? '';
}

/** The whole function: a query may be put together in several statements. */
function bodyAround(node: ts.Node): string {
  return (functionNode(node) ?? node.getSourceFile()).getText();
}

const files = readdirSync(src, {recursive: true, encoding: 'utf8'})
  .filter((file) => file.endsWith('.ts'))
  .map((file) => path.join(src, file));
const queries = files.flatMap(queriesOf);

test('the tables of tenants are known', () => {
  assert.ok(tenantTables.has('inquiry') && tenantTables.has('webhook_delivery') && !tenantTables.has('operator'));
  assert.ok(queries.length > 80, `${queries.length} queries found`);
});

test('every query of a tenant table names its environment', () => {
  const unnamed = queries
    .filter(({where}) => across[where] === undefined && across[where.replace(/ .*/, '')] === undefined)
    .filter(({text}) => !/env_id|insertInto\('\w+'\)\s*\.values\((row|rows)\)/.test(text));
  assert.deepEqual(
    unnamed.map(({where, table}) => `${where} (${table})`),
    [],
  );
});

test('every exception is still there', () => {
  for (const exception of Object.keys(across)) {
    const [file = '', name] = exception.split(' ');
    assert.ok(
      queries.some(({where}) => (name === undefined ? where.startsWith(file) : where === exception)),
      exception,
    );
  }
});
