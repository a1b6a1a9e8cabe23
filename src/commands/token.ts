/** Secrets that name their holder: made here, shown once, kept as SHA-256. They carry at least 128 random bits, so a plain hash is enough. */
import crypto, {createHash, randomUUID} from 'node:crypto';
import {randomBytes} from '../storage/random-bytes.ts';

export interface Token {
  /** What the holder gets. */
  value: string;
  /** What is kept. */
  hash: Buffer;
}

export function hashToken(value: string): Buffer {
  if (hashAtOnce) return Buffer.from(hashAtOnce('sha256', value, 'hex'), 'hex');
  return createHash('sha256').update(value, 'utf8').digest();
}

/** Takes half the time; Node has it since 20.12. */
const hashAtOnce = crypto.hash as typeof crypto.hash | undefined;

/** For sessions of inquiries and operators, and claim secrets: 32 random bytes. */
export function newToken(): Token {
  return withHash(randomBytes(32).toString('base64url'));
}

/** For links and handoff: 16 random bytes, 22 characters that survive being typed into an address. */
export function newOneTimeCode(): Token {
  return withHash(randomBytes(16).toString('base64url'));
}

/** `countersign_sandbox_…` or `countersign_production_…` and 43 characters. */
export function newApiKeyValue(kind: 'sandbox' | 'production'): Token {
  return withHash(`countersign_${kind}_${randomBytes(32).toString('base64url')}`);
}

/** Of a client of OAuth: it shows this to get access tokens. */
export function newClientSecret(): Token {
  return withHash(`countersign_client_${randomBytes(32).toString('base64url')}`);
}

/** What a client of OAuth calls the API with, for minutes. */
export function newAccessToken(): Token {
  return withHash(`countersign_access_${randomBytes(32).toString('base64url')}`);
}

/** For one step of a liveness session: 16 random bytes. Kept as it is, for it stands for nothing but its step. */
export function newNonce(): string {
  return randomBytes(16).toString('base64url');
}

/** Not hashed: signing needs the secret itself, so it is sealed with the environment's key. */
export function newWebhookSecret(): string {
  return `wbhsec_${randomUUID()}`;
}

function withHash(value: string): Token {
  return {value, hash: hashToken(value)};
}
