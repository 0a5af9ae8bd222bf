interface Step {
  isEnd: boolean;
  readonly below: Map<string, Step>;
}

/** Places of a document, of which it is asked again and again whether another lies at, above or below one of them. */
export class PathSet {
  private readonly top: Step = { isEnd: false, below: new Map() };

  constructor(paths: readonly (readonly string[])[]) {
    for (const path of paths) {
      let at = this.top;
      for (const segment of path) {
        let next = at.below.get(segment);
        if (!next) at.below.set(segment, (next = { isEnd: false, below: new Map() }));
        at = next;
      }
      at.isEnd = true;
    }
  }

  get isEmpty(): boolean {
    return !this.top.isEnd && this.top.below.size === 0;
  }

  /** Whether one of the two lies at the other or below it, for any of the places. */
  overlaps(path: readonly string[]): boolean {
    if (this.isEmpty) return false;
    let at = this.top;
    for (const segment of path) {
      if (at.isEnd) return true;
      const next = at.below.get(segment);
      if (!next) return false;
      at = next;
    }
    return true;
  }
}
