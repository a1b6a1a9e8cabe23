/**
 * The loader's own checks of what comes from the frame: the schemas of `protocol/messages.ts` by hand, because zod would weigh more
 * than the rest of the loader together. The types hold the table to the schemas; `test/embed/guards.test.ts` compares their verdicts.
 */
import type {FrameMessage, Hello} from '../protocol/messages.ts';

type Shape = Record<string, unknown>;
type Guard = (value: unknown) => boolean;
type Carries<T extends FrameMessage['type']> = {
  [K in Exclude<keyof Extract<FrameMessage, {type: T}>, 'type'>]-?: Guard;
};

const text = (value: unknown): value is string => typeof value === 'string';
const number: Guard = Number.isFinite;
const object = (value: unknown): value is Shape => Object(value) === value && !Array.isArray(value);
const maybeText: Guard = (value) => value === undefined || text(value);

/** What a message of each type must carry. */
const carries: {[T in FrameMessage['type']]: Carries<T>} = {
  ready: {elapsedMs: number},
  size: {height: number},
  event: {name: text, data: object},
  complete: {
    inquiryId: text,
    status: text,
    fields: (value) => object(value) && Object.values(value).every((field) => object(field) && text(field.type)),
    referenceId: (value) => value === null || maybeText(value),
  },
  cancel: {inquiryId: maybeText, sessionToken: maybeText},
  error: {code: text, message: text, retry: (value) => value === !!value},
  close: {},
};

export function isHello(message: unknown): message is Hello {
  return (
    object(message) &&
    message.countersign === 'hello' &&
    number(message.version) &&
    maybeText(message.title) &&
    maybeText(message.close)
  );
}

export function isFrameMessage(message: unknown): message is FrameMessage {
  if (!object(message) || !text(message.type) || !Object.hasOwn(carries, message.type)) return false;
  return Object.entries<Guard>(carries[message.type as FrameMessage['type']]).every(([name, guard]) =>
    guard(message[name]),
  );
}
