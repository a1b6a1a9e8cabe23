/** One of the API's own words about what was wrong. */
export interface ApiProblem {
  title: string;
  details?: string;
  source?: {pointer: string};
  meta?: {code?: string; source?: {pointer: string}};
}

/** The API answered, but not with success. */
export class CountersignApiError extends Error {
  override readonly name = 'CountersignApiError';
  readonly status: number;
  /** The stable code of the first problem, e.g. `not_found`; empty when something before the API answered. */
  readonly code: string;
  readonly problems: readonly ApiProblem[];
  /** Names the request in the server's log. */
  readonly requestId: string | null;

  constructor(response: Response, body: unknown) {
    const problems = problemsOf(body);
    const [first] = problems;
    super(first ? [first.title, first.details].filter(Boolean).join(': ') : `the API answered ${response.status}`);
    this.status = response.status;
    this.code = response.headers.get('error-code') ?? first?.meta?.code ?? '';
    this.problems = problems;
    this.requestId = response.headers.get('request-id');
  }
}

function problemsOf(body: unknown): readonly ApiProblem[] {
  if (typeof body !== 'object' || body === null || !('errors' in body) || !Array.isArray(body.errors)) return [];
  return (body.errors as unknown[]).filter(
    (problem): problem is ApiProblem =>
      typeof problem === 'object' && problem !== null && 'title' in problem && typeof problem.title === 'string',
  );
}
