/** How long what a person gave us is kept, as the consent screen promised. */
import type {TemplateGraph} from '../protocol/template.ts';

const dayMs = 24 * 3600 * 1000;

/** The shortest promise of the graph's consent steps, in days; undefined where none was made. */
export function retentionDays(graph: TemplateGraph): number | undefined {
  const promises = Object.values(graph.steps).flatMap((step) => (step.kind === 'consent' ? [step.retentionDays] : []));
  return promises.length ? Math.min(...promises) : undefined;
}

/** Inquiries that ended before this moment are due; undefined where nothing was promised. */
export function retentionLimit(graph: TemplateGraph, now: Date): Date | undefined {
  const days = retentionDays(graph);
  return days === undefined ? undefined : new Date(now.getTime() - days * dayMs);
}
