import { kept, matches, sameSubject, type RelationTuple, type SubjectSet, type TupleQuery } from './model.ts';

export interface TupleSnapshot {
  readonly tuples: readonly RelationTuple[];
  readonly names: readonly string[];
}

/** One page of a list; `next` is where the following one begins, if there is more. */
export interface TuplePage {
  readonly tuples: readonly RelationTuple[];
  readonly next?: number;
}

/** All relationships, in the order in which they were made; the same one may be there several times. */
export class TupleStore {
  private last = 0;
  private readonly byNumber = new Map<number, RelationTuple>();
  private readonly numbersOf = new Map<string, Set<number>>();
  private readonly names = new Set<string>();

  add(tuple: RelationTuple): void {
    const stored = kept(tuple);
    const number = ++this.last;
    this.byNumber.set(number, stored);
    const key = keyOf(stored);
    const numbers = this.numbersOf.get(key) ?? new Set();
    this.numbersOf.set(key, numbers.add(number));
    this.learn(stored);
  }

  /** Keeps the names of a tuple that was written, even if only to take it out. */
  learn({ object, subject_id, subject_set }: RelationTuple): void {
    this.names.add(object).add(subject_id ?? subject_set?.object ?? '');
  }

  /** Takes out all that match. */
  remove(query: TupleQuery): void {
    for (const [number, tuple] of [...this.candidates(query)]) {
      if (!matches(tuple, query)) continue;
      this.byNumber.delete(number);
      const key = keyOf(tuple);
      const numbers = this.numbersOf.get(key);
      numbers?.delete(number);
      if (numbers?.size === 0) this.numbersOf.delete(key);
    }
  }

  /** Those that match behind the number `after`, at most `size`. */
  page(query: TupleQuery, size: number, after = 0): TuplePage {
    const tuples: RelationTuple[] = [];
    let end = after;
    for (const [number, tuple] of this.candidates(query)) {
      if (number <= after || !matches(tuple, query)) continue;
      if (tuples.length === size) return { tuples, next: end };
      tuples.push(tuple);
      end = number;
    }
    return { tuples };
  }

  /** All tuples of one relation of one object. */
  *of(set: SubjectSet): Generator<RelationTuple> {
    for (const number of this.numbersOf.get(keyOf(set)) ?? []) {
      const tuple = this.byNumber.get(number);
      if (tuple) yield tuple;
    }
  }

  /** Whether exactly this tuple is there. */
  has(tuple: RelationTuple): boolean {
    const wanted = kept(tuple);
    for (const candidate of this.of(wanted)) if (sameSubject(candidate, wanted)) return true;
    return false;
  }

  /** Whether an object or subject of that name was ever written, even if it is gone. */
  knows(name: string): boolean {
    return this.names.has(name);
  }

  snapshot(): TupleSnapshot {
    return { tuples: [...this.byNumber.values()], names: [...this.names] };
  }

  restore({ tuples, names }: TupleSnapshot): void {
    this.byNumber.clear();
    this.numbersOf.clear();
    this.names.clear();
    for (const tuple of tuples) this.add(tuple);
    for (const name of names) this.names.add(name);
  }

  private *candidates(query: TupleQuery): Generator<readonly [number, RelationTuple]> {
    const { namespace, object, relation } = query;
    if (namespace === undefined || object === undefined || relation === undefined) {
      yield* this.byNumber;
      return;
    }
    for (const number of this.numbersOf.get(keyOf({ namespace, object, relation })) ?? []) {
      const tuple = this.byNumber.get(number);
      if (tuple) yield [number, tuple];
    }
  }
}

const keyOf = ({ namespace, object, relation }: SubjectSet): string =>
  JSON.stringify([namespace, object, relation]);
