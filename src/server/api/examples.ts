/** What real exchanges of each operation looked like: recorded by `EXAMPLES=src/server/api/examples.json npm run test:interop`. */
import recorded from './examples.json' with {type: 'json'};

export interface OperationExample {
  status: number;
  request?: unknown;
  response: unknown;
}

export const examples: Readonly<Record<string, OperationExample | undefined>> = recorded;
