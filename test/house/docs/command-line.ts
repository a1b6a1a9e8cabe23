/** Commands that a reader types into a shell, held against what is there: npm scripts, the built `countersign`, settings. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';
import {settingsSchema} from '../../../src/protocol/settings.ts';
import {root} from './markdown.ts';

const run = promisify(execFile);
const cli = path.join(root, 'dist/countersign-server/cli.js');
const {scripts} = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** The commands of a block or a line: comments gone, `&&` taken apart. */
export function commandsOf(text: string): string[] {
  return text
    .split(/\n|&&/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter(Boolean);
}

/** @throws AssertionError when no rule knows the command, or what it names is not there */
export async function checkCommand(command: string): Promise<void> {
  const [first = '', ...rest] = command.split(/\s+/);
  if (first === 'export') return checkExports(rest);
  if (first === 'npm') return checkNpm(rest);
  if (first === 'countersign') return checkCli(rest);
  if (first === 'node' && rest[0] === 'dist/countersign-server/cli.js') return checkCli(rest.slice(1));
  if (first === 'node' && /^demo\/[\w/-]+\.mjs$/.test(rest[0] ?? '')) return checkScript(rest);
  assert.fail(`no rule executes or checks «${command}»`);
}

/** A script of this tree that is there and knows the flags. */
function checkScript([file = '', ...args]: readonly string[]): void {
  const source = fs.readFileSync(path.join(root, file), 'utf8');
  for (const flag of args.filter((arg) => arg.startsWith('--'))) {
    assert.ok(source.includes(flag), `${file} knows no ${flag}`);
  }
}

function checkExports(assignments: readonly string[]): void {
  for (const assignment of assignments) {
    const name = assignment.replace(/=.*$/, '');
    assert.ok(Object.hasOwn(settingsSchema.shape, name), `${name} is not a setting`);
  }
}

/** `ci`, `start` and `test` are run by continuous integration itself; the others must at least be there, with their file. */
function checkNpm([verb = '', name = '']: readonly string[]): void {
  if (verb === 'ci' || verb === 'start' || verb === 'test') {
    const ran = fs.readFileSync(path.join(root, '.ci/run'), 'utf8').split('\n');
    assert.ok(
      ran.some((line) => line.replace(/^setsid /, '').startsWith(`npm ${verb}`)),
      `.ci/run does not run npm ${verb}`,
    );
    if (verb === 'ci') return;
  }
  const script = scripts[verb === 'run' ? name : verb];
  assert.ok(script, `package.json has no script for npm ${verb} ${name}`);
  for (const [file] of script.matchAll(/\b[\w/.-]+\.(mjs|ts)\b/g)) {
    assert.ok(fs.existsSync(path.join(root, file)), `npm ${verb} ${name} runs ${file}, which is not there`);
  }
}

const helps = new Map<string, Promise<string>>();

/** Every subcommand and flag stands in `--help`, a flag's value among its choices where it has any. */
async function checkCli(words: readonly string[]): Promise<void> {
  const firstOther = words.findIndex((word) => !/^[a-z]+$/.test(word)); // a flag, an id, a file
  const subcommands = firstOther < 0 ? words : words.slice(0, firstOther);
  let above: string[] = [];
  for (const name of subcommands) {
    assert.match(
      await help(above),
      new RegExp(`^  ${name}\\b`, 'm'),
      `countersign ${above.join(' ')} has no «${name}»`,
    );
    above = [...above, name];
  }
  const text = await help(above);
  words.forEach((word, at) => {
    if (!word.startsWith('--')) return;
    const [, line] = new RegExp(`^  (?:-\\w, )?${word}\\b(.*(?:\\n {10,}.*)*)`, 'm').exec(text) ?? [];
    assert.ok(line !== undefined, `countersign ${above.join(' ')} has no ${word}`);
    const choices = /choices: ([^)]*?)(, default|\))/.exec(line)?.[1];
    if (choices) assert.ok(choices.includes(`"${words[at + 1] ?? ''}"`), `${word} takes ${choices}`);
  });
}

function help(subcommands: readonly string[]): Promise<string> {
  const key = subcommands.join(' ');
  const known = helps.get(key) ?? run(process.execPath, [cli, ...subcommands, '--help']).then(({stdout}) => stdout);
  helps.set(key, known);
  return known;
}
