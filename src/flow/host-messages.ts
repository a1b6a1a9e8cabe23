/**
 * The host's messages, checked by hand: zod is loaded with the session, and the first screen shall not wait for it. A test holds
 * these to the schemas of `protocol/messages.ts`.
 */
import type {HostMessage, Init, protocolVersion, Theme} from '../protocol/messages.ts';

/** Named again, because importing the value would bring zod along. */
export const version: typeof protocolVersion = 1;

type Shape = Record<string, unknown>;

const isObject = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => typeof value === 'string';
const optional = (value: unknown, check: (value: unknown) => boolean): boolean => value === undefined || check(value);
const isOneOf =
  (...values: unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value);

export function isTheme(value: unknown): value is Theme {
  return (
    isObject(value) &&
    optional(value['scheme'], isOneOf('light', 'dark', 'auto')) &&
    optional(value['properties'], areProperties)
  );
}

function areProperties(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.entries(value).every(
      ([name, text]) => /^--cs-[a-z-]+$/.test(name) && typeof text === 'string' && text.length <= 200,
    )
  );
}

export function isInit(value: unknown): value is Init {
  return (
    isObject(value) &&
    value['countersign'] === 'init' &&
    Number.isFinite(value['version']) &&
    isOneOf('modal', 'inline')(value['mode']) &&
    optional(value['sessionToken'], isText) &&
    optional(value['language'], isText) &&
    optional(value['theme'], isTheme) &&
    optional(value['fields'], isObject)
  );
}

export function isHostMessage(value: unknown): value is HostMessage {
  if (!isObject(value)) return false;
  return value['type'] === 'theme'
    ? isTheme(value['theme'])
    : value['type'] === 'close' && typeof value['force'] === 'boolean';
}
