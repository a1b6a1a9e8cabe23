/**
 * How `api-client.ts` reads the types of an API: `Paths` is what openapi-typescript makes of an OpenAPI document, one member a path and
 * in it one a method. The package binds them to our own document when it is built, so a call is checked against the very schemas
 * that the server judges it by.
 */

export type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** The paths that have this method. */
export type PathWith<Paths, M extends Method> = {
  [Path in keyof Paths]: OperationAt<Paths, Path, M> extends never ? never : Path;
}[keyof Paths] &
  string;

export type OperationAt<Paths, Path extends keyof Paths, M extends Method> = Paths[Path] extends {
  [method in M]: infer Operation extends {responses: unknown};
}
  ? Operation
  : never;

/** What a call sends: members that the operation does not have may not be given, those it needs must. */
export type Sent<Operation> = PathPart<Operation> & QueryPart<Operation> & BodyPart<Operation> & CallOptions;

export interface CallOptions {
  signal?: AbortSignal;
  /** Repeats under the same key get the first answer again, for 24 hours. Made for each POST by default. */
  idempotencyKey?: string;
}

type PathPart<Operation> = Operation extends {parameters: {path: infer Path extends object}} ? {path: Path} : object;

type QueryPart<Operation> = Operation extends {parameters: {query?: infer Query}}
  ? [Query] extends [undefined]
    ? object
    : {query?: Query}
  : object;

type BodyPart<Operation> = Operation extends {requestBody: {content: Record<string, infer Body>}}
  ? {body: Body}
  : Operation extends {requestBody?: {content: Record<string, infer Body>}}
    ? {body?: Body}
    : object;

/** The options may be left out where nothing is needed. */
export type Arguments<Operation> = object extends Sent<Operation> ? [sent?: Sent<Operation>] : [sent: Sent<Operation>];

/** The body of the answers that are no error. */
export type Answered<Operation> = Operation extends {responses: infer Responses}
  ? {
      [Status in keyof Responses]: Status extends 200 | 201 | 202
        ? Responses[Status] extends {content: Record<string, infer Body>}
          ? Body
          : undefined
        : Status extends 204
          ? undefined
          : never;
    }[keyof Responses]
  : never;

/** The paths whose answer is a page of a list. */
export type ListPath<Paths> = {
  [Path in PathWith<Paths, 'get'>]: Answered<OperationAt<Paths, Path, 'get'>> extends {data: readonly unknown[]}
    ? Path
    : never;
}[PathWith<Paths, 'get'>];

export type ItemOf<Operation> = Answered<Operation> extends {data: readonly (infer Item)[]} ? Item : never;
