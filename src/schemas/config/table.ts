import * as l10n from '@vscode/l10n';
/** What versions take at one place of a configuration: facts, without a word on what they mean. */
export interface Member {
  /** JSON types; any where there are none. */
  readonly type?: string | readonly string[];
  readonly format?: 'duration' | 'size' | 'uri' | 'http' | 'smtp' | 'source';
  /** The only values that are taken. */
  readonly values?: readonly (string | number)[];
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly default?: unknown;
  /** Every version refuses members of the object that the table doesn't have. */
  readonly closed?: true;
  /** Some version takes any value here, because it doesn't know the member and lets its section have others. */
  readonly loose?: true;
  /** Members that every version requires. */
  readonly needs?: readonly string[];
  /** First and last version line that takes the member; those of the section around it where they are absent. */
  readonly since?: string;
  readonly until?: string;
  /** Taken only where another member has, or hasn't, one of these values. */
  readonly when?: Readonly<Record<string, readonly string[]>>;
  readonly unless?: Readonly<Record<string, readonly string[]>>;
  /** Taken only where none of these members stand beside it. */
  readonly without?: readonly string[];
  /** Members are those of a part, which stands in several places. */
  readonly part?: string;
  /** The member whose value decides what else is taken, and its values. */
  readonly by?: string;
  readonly kinds?: Readonly<Record<string, Kind>>;
}

/** What an object of one kind takes beside the member that names the kind. */
export interface Kind {
  readonly since?: string;
  readonly until?: string;
  /** Any other member is taken, too. */
  readonly open?: true;
  /** The part that describes its `config`; without one there is no `config`. */
  readonly config?: string;
  readonly needsConfig?: true;
}

/** Members by path: `a.b` is a member, `a[]` each item of a list, `a.*` each member of a map. */
export type Members = Readonly<Record<string, Member>>;

/** The configuration of a server over all versions from the age of the API on. */
export interface ConfigTable {
  /** Version lines, the oldest first; `next` is what no release has yet. */
  readonly versions: readonly string[];
  readonly members: Members;
  readonly parts: Readonly<Record<string, Members>>;
}

/** A place of a table with those below it. */
export interface Place {
  readonly path: string;
  readonly member: Member;
  readonly members: Record<string, Place>;
  items?: Place;
  others?: Place;
}

/** The places of a table or of one of its parts as a tree. @param members parents stand before their members */
export function placesOf(members: Members): Place {
  const places = new Map<string, Place>();
  for (const [path, member] of Object.entries(members)) {
    const place: Place = { path, member, members: {} };
    places.set(path, place);
    if (path === '') continue;
    const list = path.endsWith('[]');
    const cut = list ? path.length - 2 : Math.max(path.lastIndexOf('.'), 0);
    const parent = places.get(path.slice(0, cut));
    if (!parent) throw new Error(`The table has ${path}, but not what it stands in.`);
    const name = path.slice(cut).replace(/^\./, '');
    if (list) parent.items = place;
    else if (name === '*') parent.others = place;
    else parent.members[name] = place;
  }
  return places.get('') ?? { path: '', member: {}, members: {} };
}

/** Which versions take a member, as a sentence; nothing where all of them do. */
export function rangeOf(
  { since, until }: Pick<Member, 'since' | 'until'>,
  versions: readonly string[],
): string {
  if (since === 'next') return l10n.t(' Newer than v{0}.', versions.at(-2) ?? '');
  if (since && until) return l10n.t(' From v{0} up to v{1}.', since, until);
  if (since) return l10n.t(' From v{0} on.', since);
  return until ? ` Up to v${until}.` : '';
}
