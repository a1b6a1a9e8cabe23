/** The dashboard's only way to the server: same origin, session cookie, JSON. */
import type {Decision, InquiryDetail, InquiryPage, OperatorError, OperatorMe, Outbox} from '../protocol/operator.ts';

const base = '/private/v1';

/** A refusal, with the server's sentence. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export const operatorApi = {
  me: () => request<OperatorMe>('GET', '/me'),
  inquiries: (env: string, query: {status?: string; after?: string}) =>
    request<InquiryPage>('GET', `/environments/${env}/inquiries?${new URLSearchParams(query)}`),
  inquiry: (env: string, id: string) => request<InquiryDetail>('GET', `/environments/${env}/inquiries/${id}`),
  decide: (env: string, id: string, decision: Decision, comment: string) =>
    request<InquiryDetail>('POST', `/environments/${env}/inquiries/${id}/decision`, {
      decision,
      ...(comment && {comment}),
    }),
  outbox: (env: string) => request<Outbox>('GET', `/environments/${env}/outbox`),
  replay: (env: string, id: string) => request<Outbox>('POST', `/environments/${env}/deliveries/${id}/replay`, {}),
};

async function request<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const response = await fetch(base + path, {
    method,
    headers: {accept: 'application/json', ...(body !== undefined && {'content-type': 'application/json'})},
    ...(body !== undefined && {body: JSON.stringify(body)}),
  });
  if (response.status === 401) location.assign('/sign-in');
  const answer: unknown = await response.json();
  if (response.ok) return answer as T;
  const {error} = answer as OperatorError;
  throw new ApiError(error.code, error.message);
}
