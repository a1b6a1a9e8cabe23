/**
 * Older versions are served by one conversion per change, each beside the version that made it. The newest shape is native;
 * an answer walks down through every change that is younger than the version asked for, a request walks up.
 */
import type {ApiVersion} from '../api-version.ts';
import {change20251027} from './change-2025-10-27.ts';

export interface VersionChange {
  /** The version that made the change. */
  since: ApiVersion;
  /** A native request body from one as older clients write it. */
  fromOlder(body: unknown): unknown;
  /** An answer as older clients expect it, from the next newer one. */
  toOlder(body: unknown): unknown;
}

/** The version from which keys inside `fields` are no longer inflected. */
export const fieldsStayed: ApiVersion = '2025-10-27';

/** Newest first. */
const changes: readonly VersionChange[] = [change20251027];

export function toOlderVersion(body: unknown, version: ApiVersion): unknown {
  return changes.filter(({since}) => since > version).reduce((shaped, change) => change.toOlder(shaped), body);
}

export function fromOlderVersion(body: unknown, version: ApiVersion): unknown {
  return changes.filter(({since}) => since > version).reduceRight((shaped, change) => change.fromOlder(shaped), body);
}
