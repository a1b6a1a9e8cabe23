/** Template graphs from outside: `parseTemplateDraft` looks at the parts, `parseTemplateGraph` also at the whole. */
import {checkGraph} from '../domain/check-graph.ts';
import {escapePointer} from '../domain/template.ts';
import {CountersignError} from '../protocol/errors.ts';
import {templateGraphSchema} from '../protocol/template.ts';
import type {TemplateGraph} from '../protocol/template.ts';
import {knowledge} from './known-checks.ts';

export interface TemplateProblem {
  /** JSON pointer into the graph. */
  pointer: string;
  details: string;
}

/** Everything wrong with its parts; the graph is there when nothing is. */
function readParts(given: unknown): {graph?: TemplateGraph; problems: TemplateProblem[]} {
  const parsed = templateGraphSchema.safeParse(given);
  if (parsed.success) return {graph: parsed.data, problems: []};
  const problems = parsed.error.issues.map(({path, message}) => ({
    pointer: path.map((part) => `/${escapePointer(String(part))}`).join('') || '/',
    details: message,
  }));
  return {problems};
}

/** Everything that keeps a graph from being published; empty = it can be. */
export function templateProblems(given: unknown): TemplateProblem[] {
  const {graph, problems} = readParts(given);
  return graph ? checkGraph(graph, knowledge) : problems;
}

/**
 * A graph that can be published.
 * @param base pointer to the graph in what came
 * @throws CountersignError `invalid_attribute` that names every place that is wrong, and what was expected there
 */
export function parseTemplateGraph(given: unknown, base = ''): TemplateGraph {
  const graph = parseTemplateDraft(given, base);
  refuse(checkGraph(graph, knowledge), base);
  return graph;
}

/** A graph whose parts are right, though the whole may not be finished. @throws CountersignError as `parseTemplateGraph` */
export function parseTemplateDraft(given: unknown, base = ''): TemplateGraph {
  const {graph, problems} = readParts(given);
  refuse(problems, base);
  // a graph that does not parse has problems
  return graph as TemplateGraph;
}

function refuse([first, ...others]: readonly TemplateProblem[], base: string): void {
  if (!first) return;
  const said = ({pointer, details}: TemplateProblem) => ({
    pointer: `${base}${pointer}`,
    details: `${pointer}: ${details}`,
  });
  throw new CountersignError('invalid_attribute', {...said(first), more: others.map(said)});
}
