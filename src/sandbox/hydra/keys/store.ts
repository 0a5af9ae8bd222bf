import { conflict } from '../http/errors.ts';
import { generateKey } from './generate.ts';
import { kidOf, type Jwk } from './jwk.ts';

/** The set that signs ID tokens, and the one that signs access tokens when they are JWTs. */
export const ID_TOKEN_SET = 'hydra.openid.id-token';
export const ACCESS_TOKEN_SET = 'hydra.jwt.access-token';

/** JWK sets by name, the newest key first. A set without keys does not exist. */
export class KeyStore {
  private readonly sets = new Map<string, readonly Jwk[]>();
  private readonly making = new Map<string, Promise<Jwk>>();
  private readonly onRemoved: (set: string, kid: string) => void;

  /** @param onRemoved told of every key that goes, replaced ones included: what rests on it goes as well. */
  constructor(onRemoved: (set: string, kid: string) => void) {
    this.onRemoved = onRemoved;
  }

  /** The keys of a set; none when there is no such set. */
  list(set: string): readonly Jwk[] {
    return this.sets.get(set) ?? [];
  }

  get(set: string, kid: string): Jwk | undefined {
    return this.list(set).find((key) => kidOf(key) === kid);
  }

  /** @throws HydraError 409 when the set has a key of this id. */
  add(set: string, key: Jwk): void {
    if (this.get(set, kidOf(key)) !== undefined) throw conflict();
    this.sets.set(set, [key, ...this.list(set)]);
  }

  /** Puts a key in the place of those with its id. */
  replaceKey(set: string, key: Jwk): void {
    this.remove(set, kidOf(key));
    this.add(set, key);
  }

  /** @throws HydraError 409 when two of the keys have the same id; the set stays as it was. */
  replaceSet(set: string, keys: readonly Jwk[]): void {
    if (new Set(keys.map(kidOf)).size < keys.length) throw conflict();
    this.removeSet(set);
    for (const key of keys) this.add(set, key);
  }

  remove(set: string, kid: string): void {
    const left = this.list(set).filter((key) => kidOf(key) !== kid);
    if (left.length === this.list(set).length) return;
    if (left.length > 0) this.sets.set(set, left);
    else this.sets.delete(set);
    this.onRemoved(set, kid);
  }

  removeSet(set: string): void {
    for (const key of this.list(set)) this.remove(set, kidOf(key));
  }

  /** The key that a built-in set signs with; made when it is needed for the first time. */
  async signingKey(set: string): Promise<Jwk> {
    const present = this.list(set).find((key) => key.kty === 'RSA' && typeof key.d === 'string');
    if (present !== undefined) return present;
    let made = this.making.get(set);
    if (made === undefined) {
      made = generateKey({ alg: 'RS256', use: 'sig', kid: '' })
        .then((key) => {
          this.add(set, key);
          return key;
        })
        .finally(() => this.making.delete(set));
      this.making.set(set, made);
    }
    return made;
  }

  save(): Record<string, readonly Jwk[]> {
    return Object.fromEntries(this.sets);
  }

  load(saved: Readonly<Record<string, readonly Jwk[]>>): void {
    this.sets.clear();
    for (const [set, keys] of Object.entries(saved)) this.sets.set(set, keys);
  }
}
