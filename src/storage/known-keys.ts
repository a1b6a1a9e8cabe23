/**
 * API keys (and tokens of OAuth clients) and their environments as this process read them last, for one second, so that not every request asks for them. A key that
 * is ended through this process ends here at once; one that another process ends, or whose environment's settings it changes, is known
 * as it was for that second. Its time and its addresses are checked at every request in any case.
 */
import {findApiKeyByHash} from './api-key.ts';
import type {Db} from './database.ts';
import {findEnvironment} from './environment.ts';
import {Latest} from './latest.ts';
import {findKeyOfToken} from './oauth-client.ts';
import type {Row} from './schema.ts';

export interface KnownKey {
  /** Of whom: what a token of an OAuth client lets it do has the shape of a key, under the client's id. */
  by: 'api-key' | 'oauth-client';
  key: Row<'api_key'>;
  environment: Row<'environment'>;
}

export const knownForMs = 1000;
const mostKeys = 1000;

class KnownKeys {
  readonly #known = new Latest<KnownKey & {until: number}>(mostKeys);
  /** What began to be read before the last end of a key may be older than that end. */
  #endings = 0;

  async find(db: Db, hash: Buffer): Promise<KnownKey | undefined> {
    const name = hash.toString('base64');
    const known = this.#known.get(name);
    if (known && known.until > performance.now()) return known;
    const endings = this.#endings;
    const own = await findApiKeyByHash(db, hash);
    const key = own ?? (await findKeyOfToken(db, hash));
    const environment = key && (await findEnvironment(db, key.env_id));
    if (!environment) return undefined;
    const by = own ? ('api-key' as const) : ('oauth-client' as const);
    const found = {by, key, environment, until: performance.now() + knownForMs};
    if (endings === this.#endings) this.#known.set(name, found);
    return found;
  }

  forget({hash}: Pick<Row<'api_key'>, 'hash'>): void {
    this.#endings++;
    this.#known.forget(hash.toString('base64'));
  }
}

const ofDatabase = new WeakMap<Db, KnownKeys>();

export function knownKeys(db: Db): KnownKeys {
  const keys = ofDatabase.get(db) ?? new KnownKeys();
  ofDatabase.set(db, keys);
  return keys;
}
