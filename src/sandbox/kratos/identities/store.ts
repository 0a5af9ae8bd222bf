import type { GeneratedIdentities } from '../seed/generated-identities.ts';
import { uniqueKeys, type Identity } from './model.ts';

/** What of a store goes into a snapshot: only what differs from the generated identities. */
export interface IdentitySnapshot {
  readonly changed: readonly Identity[];
  readonly deleted: readonly string[];
}

/**
 * All identities: generated ones, made when they are asked for, below those that were created, changed or deleted.
 * Nothing here grows with the number of generated identities.
 */
export class IdentityStore {
  private readonly changed = new Map<string, Identity>();
  private readonly deleted = new Set<string>();
  /** Ids of identities that were created, sorted. */
  private created: string[] = [];
  private readonly owners = new Map<string, string>();
  private readonly generated: GeneratedIdentities;

  constructor(generated: GeneratedIdentities) {
    this.generated = generated;
  }

  get count(): number {
    return this.generated.count - this.deleted.size + this.created.length;
  }

  get(id: string): Identity | undefined {
    return this.changed.get(id) ?? (this.deleted.has(id) ? undefined : this.generated.byId(id));
  }

  /** Creates or replaces. The caller has asked `conflicts` before. */
  put(identity: Identity): void {
    this.forgetOwner(this.changed.get(identity.id));
    if (!this.changed.has(identity.id) && !this.generated.byId(identity.id)) {
      this.created.splice(position(this.created, identity.id), 0, identity.id);
    }
    this.changed.set(identity.id, identity);
    for (const key of uniqueKeys(identity)) this.owners.set(key, identity.id);
  }

  /** False when there is no such identity. */
  delete(id: string): boolean {
    const identity = this.get(id);
    if (!identity) return false;
    this.forgetOwner(identity);
    this.changed.delete(id);
    if (this.generated.byId(id)) this.deleted.add(id);
    else this.created.splice(position(this.created, id), 1);
    return true;
  }

  /** True when another identity has something that only one may have. */
  conflicts(identity: Identity): boolean {
    return uniqueKeys(identity).some((key) => {
      const owner = this.ownerOf(key);
      return owner !== undefined && owner !== identity.id;
    });
  }

  /** The identity that a unique key (`password\nada@example.com`, `external\n17`) belongs to. */
  ownerOf(key: string): string | undefined {
    const owner = this.owners.get(key);
    if (owner !== undefined) return owner;
    const generated = this.generated.ownerOf(key);
    if (generated === undefined || this.deleted.has(generated) || this.changed.has(generated))
      return undefined;
    return generated;
  }

  /** Ids above `after` in ascending order. */
  *ids(after: string): Generator<string> {
    let at = position(this.created, after);
    if (this.created[at] === after) at++;
    for (const id of this.generated.ids(after)) {
      for (let own = this.created[at]; own !== undefined && own < id; own = this.created[++at]) yield own;
      if (!this.deleted.has(id)) yield id;
    }
    yield* this.created.slice(at);
  }

  /** Ids above `after` of identities with a login name that contains the text, ascending. */
  *similar(text: string, after: string): Generator<string> {
    const candidates = this.generated.candidates(text);
    const ids = candidates ? [...new Set([...candidates, ...this.changed.keys()])].sort() : this.ids(after);
    for (const id of ids) {
      if (id <= after || this.deleted.has(id)) continue;
      const changed = this.changed.get(id);
      const names = changed
        ? Object.values(changed.credentials).flatMap(({ identifiers }) => identifiers)
        : this.generated.loginNames(id);
      if (names.some((name) => name.includes(text))) yield id;
    }
  }

  snapshot(): IdentitySnapshot {
    return { changed: [...this.changed.values()], deleted: [...this.deleted] };
  }

  restore(snapshot: IdentitySnapshot): void {
    for (const id of snapshot.deleted) this.deleted.add(id);
    for (const identity of snapshot.changed) {
      this.changed.set(identity.id, identity);
      for (const key of uniqueKeys(identity)) this.owners.set(key, identity.id);
    }
    this.created = snapshot.changed.map(({ id }) => id).filter((id) => !this.generated.byId(id));
    this.created.sort();
  }

  private forgetOwner(identity: Identity | undefined): void {
    for (const key of identity ? uniqueKeys(identity) : []) {
      if (this.owners.get(key) === identity?.id) this.owners.delete(key);
    }
  }
}

/** Where an id stands in a sorted list, or would stand. */
function position(sorted: readonly string[], id: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
