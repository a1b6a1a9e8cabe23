import type {FlowError} from '../protocol/flow.ts';

/** A refusal of the server, by its stable code (`protocol/errors.ts`); `network` when it was never reached. */
export class FlowApiError extends Error {
  override readonly name = 'FlowApiError';
  readonly code: string;
  readonly status: number;
  readonly requestId: string | undefined;
  /** Each answer of a form that was not taken. */
  readonly answers: FlowError['error']['answers'];
  /** What the person can do about a file that was refused. */
  readonly problem: FlowError['error']['problem'];

  constructor(
    code: string,
    status: number,
    message: string,
    requestId?: string,
    more?: Pick<FlowError['error'], 'answers' | 'problem'>,
  ) {
    super(message);
    this.code = code;
    this.status = status;
    this.requestId = requestId;
    this.answers = more?.answers;
    this.problem = more?.problem;
  }
}
