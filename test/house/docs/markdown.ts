/** What a Markdown file of ours holds: fenced blocks, links, headings, tables, code within sentences. */
import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../../..');

export interface Block {
  /** `docs/api.md:17`, where the fence opens. */
  place: string;
  file: string;
  language: string;
  text: string;
}

/** Every Markdown file that somebody wrote, relative to the root. */
export function markdownFiles(): string[] {
  const foreign = /^(node_modules|dist|data|tmp|coverage|\.git)(\/|$)/;
  return fs
    .readdirSync(root, {withFileTypes: true})
    .filter(({name}) => !foreign.test(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? fs.readdirSync(path.join(root, entry.name), {recursive: true}).map((file) => `${entry.name}/${String(file)}`)
        : [entry.name],
    )
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.md'))
    .sort();
}

export function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8');
}

export function blocksOf(file: string): Block[] {
  const lines = read(file).split('\n');
  const blocks: Block[] = [];
  let open: {at: number; language: string} | undefined;
  lines.forEach((line, at) => {
    const fence = /^```(\w*)\s*$/.exec(line);
    if (!fence) return;
    if (open) {
      const text = lines.slice(open.at + 1, at).join('\n');
      blocks.push({place: `${file}:${open.at + 1}`, file, language: open.language, text});
      open = undefined;
    } else open = {at, language: fence[1] ?? ''};
  });
  if (open) throw new Error(`${file}:${open.at + 1} opens a block that nothing closes`);
  return blocks;
}

/** The file without its blocks: what is left is sentences, lists and tables. */
export function prose(file: string): string {
  return read(file).replace(/^```[^]*?^```\s*$/gm, '');
}

/** Code within sentences. */
export function inlineCode(file: string): string[] {
  return [...prose(file).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? '');
}

/** Targets of links and pictures that stand in this repository, as written. */
export function localLinks(file: string): string[] {
  const targets = [...prose(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
  return targets.filter((target) => !/^[a-z]+:/i.test(target));
}

/** Anchors of the headings, as GitHub makes them. */
export function anchorsOf(file: string): Set<string> {
  const headings = [...prose(file).matchAll(/^#{1,6} (.+)$/gm)].map(([, text]) => text ?? '');
  return new Set(
    headings.map((text) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** Rows of the tables below a heading, cells trimmed; the row of titles and the rule below it are left out. */
export function tableUnder(file: string, heading: string): string[][] {
  const [, section = ''] = prose(file).split(new RegExp(`^#+ ${heading}$`, 'm'));
  const [own = ''] = section.split(/^#/m);
  return rowsOf(own);
}

export function rowsOf(text: string): string[][] {
  const rows = text.split('\n').map((line) => (line.startsWith('|') ? line.slice(1, -1).split('|') : undefined));
  return rows.flatMap((cells, at) => {
    const isTitle = rows[at + 1]?.every((cell) => /^-+$/.test(cell.trim()));
    const isRule = cells?.every((cell) => /^-+$/.test(cell.trim()));
    return cells && !isTitle && !isRule ? [cells.map((cell) => cell.trim())] : [];
  });
}

/** The names in a cell that stand as code. */
export function codesIn(cell = ''): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '');
}
