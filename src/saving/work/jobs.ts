import type { CallOptions, OryClient } from '../../ory/client.ts';
import { nodeAt, pointerOf } from '../../ory/json/pointer.ts';
import { equalJson, type JsonNode, printJson } from '../../ory/json/tree.ts';
import { hideSecrets } from '../../ory/secrets/hidden.ts';
import { maskJson } from '../../ory/secrets/mask.ts';
import { Redactor } from '../../ory/secrets/redactor.ts';
import { sameContent } from '../../kinds/changes.ts';
import type { Edit, Kind } from '../../kinds/kind.ts';
import type { Part, Place } from '../../kinds/lenses/part.ts';
import type { Reference } from '../../kinds/lenses/links-of.ts';
import { stateOf } from '../../kinds/state.ts';
import type { StateWord } from '../../kinds/state-word.ts';
import type { Checked, FindProblems } from '../../schemas/check/check-document.ts';
import type { JsonSchema } from '../../schemas/json-schema.ts';
import type { Known } from '../attempt.ts';
import type { Base } from '../base.ts';
import { type Complaint, complaintsOf } from '../complaints.ts';
import type { Ending } from '../forms/endings.ts';
import type { Stretch } from '../forms/form.ts';
import { formOf } from '../forms/form-of.ts';
import { compareKept } from '../kept.ts';
import { conflictComplaints, otherwiseComplaints } from '../overlaps.ts';
import { type Conflict, judge, type Judgement, type Plan, planOverwrite } from '../plan.ts';
import { stretchOf } from '../places.ts';
import { type TypedSecret, typedSecrets } from '../typed-secrets.ts';
import { undecided } from '../undecided.ts';
import { warningComplaints } from '../warnings.ts';
import { filledBase } from '../unsaved/filled.ts';
import { fingerprintOf, type Version, versionOf } from '../version.ts';
import { readText, type Text } from './read-text.ts';

/** What only the extension host can do for a job. */
export interface Hands {
  readonly client?: Pick<OryClient, 'call'>;
  readonly call?: CallOptions;
  readonly find?: FindProblems;
}

/** The identity schemas of a connection, as data. */
export interface SchemasAsData {
  readonly ids: readonly string[];
  readonly complete: boolean;
  readonly addresses: ReadonlyMap<string, readonly string[]>;
  readonly schemas: ReadonlyMap<string, JsonSchema>;
}

/** A text that is a secret, with where it stands. */
export interface PlacedSecret extends Stretch {
  readonly path: readonly string[];
}

type Placed<T> = T & { readonly stretch: Stretch };

interface Sides {
  readonly kind: Kind;
  readonly base: Base | undefined;
  readonly edited: JsonNode;
  readonly fresh: Version;
}

/**
 * What is done with documents as wholes, which takes a large one long: here, or in the thread for large ones. What goes in
 * and comes out is data, trees, or kinds. Nothing is kept between two jobs but what saves reading a text again.
 */
export const jobs = {
  /** The server's copy. @throws {OryError} */
  version: ({ kind, text }: { kind: Kind; text: string }): Version => versionOf(kind, text),

  /** What a document's text stands for. @throws {JsonSyntaxError} */
  edited: async (text: Text): Promise<JsonNode> => (await readText(text)).tree(),

  /** The text of a document. @param over what stood there before */
  print: async ({ ending, tree, over }: { ending: Ending; tree: JsonNode; over?: string | undefined }) =>
    (await formOf(ending)).print(tree, over),

  name: ({ kind, tree, id }: { kind: Kind; tree: JsonNode; id: string }): string => kind.nameOf(tree, id),

  mask: ({ kind, tree }: { kind: Kind; tree: JsonNode }): JsonNode => maskJson(tree, kind.secrets),

  equal: ({ one, other }: { one: JsonNode; other: JsonNode }): boolean => equalJson(one, other),

  /** Whether two copies are the same but for what changes by itself. */
  same: ({ kind, one, other }: { kind: Kind; one: JsonNode; other: JsonNode }): boolean =>
    sameContent(kind, one, other),

  fingerprint: ({ kind, version }: { kind: Kind; version: Version }): string => fingerprintOf(kind, version),

  /** @throws {MaskError} @throws {FieldError} */
  judge: ({ kind, base, edited, fresh }: Sides): Judgement => judge(kind, base, edited, fresh),

  /** @throws {MaskError} @throws {FieldError} */
  overwrite: ({ kind, base, edited, fresh }: Sides): Plan => planOverwrite(kind, base, edited, fresh),

  undecided: ({ kind, base, edited, known, fresh }: Sides & { readonly known: Known }) =>
    undecided(kind, base, edited, known, fresh),

  kept: ({ kind, plan, after }: { kind: Kind; plan: Pick<Plan, 'target' | 'changes'>; after: Version }) =>
    compareKept(kind, plan, after),

  /** Writes to the server, by the hands of the extension host. @throws what the kind throws, or the server says */
  write: async ({ kind, edit }: { kind: Kind; edit: Edit }, { client, call }: Hands) =>
    (client && (await kind.writing?.save(client as OryClient, edit, call))) ?? [],

  /** What the server would refuse for sure. @throws what `find` throws */
  check: async (
    { checked, schemas }: { checked: Checked; schemas: SchemasAsData },
    { find = () => Promise.resolve([]) }: Hands,
  ) => {
    const addressesOf = (id: string) => schemas.addresses.get(id) ?? [];
    const { checkDocument } = await import('../../schemas/check/check-document.ts');
    return checkDocument(checked, { ...schemas, addressesOf }, find);
  },

  /** The document without what the redactor knows or recognises; undefined where it can't be kept. */
  hidden: ({ tree, learned }: { tree: JsonNode; learned: readonly string[] }) => {
    const redactor = new Redactor();
    for (const secret of learned) redactor.learn(secret);
    return hideSecrets(tree, redactor);
  },

  /** What a text with changes derives from, with its masks filled in. @throws {MaskError} @throws {JsonSyntaxError} */
  filled: ({ kind, server, shown, fresh }: Parameters<typeof filledBase>[0]) =>
    filledBase({ kind, server, shown, fresh }),

  /** The secrets that stand readable in a document. */
  typed: ({ kind, tree }: { kind: Kind; tree: JsonNode }): readonly TypedSecret[] => typedSecrets(kind, tree),

  /** The same with where they stand in a text; undefined where that can't be read. */
  marks: async ({ kind, ...text }: Text & { kind: Kind }): Promise<readonly PlacedSecret[] | undefined> => {
    const read = await readText(text);
    const tree = read.parsed();
    if (!tree) return undefined;
    const typed = typedSecrets(kind, tree);
    return typed.map(({ path }) => ({ path, ...read.placeOf(path) }));
  },

  /** What is said of a conflict, with where it stands in the text. */
  conflict: async ({
    conflict,
    theirs,
    where,
    ...text
  }: Text & { conflict: Conflict; theirs: JsonNode; where: string }) => {
    const tree = (await readText(text)).tree();
    return placed(text, conflictComplaints(conflict, tree, theirs, where));
  },

  /** What a save was refused for, with where it stands in the text. */
  complaints: async ({ error, ...text }: Text & { error: unknown }) => {
    const tree = (await readText(text)).parsed();
    return placed(text, complaintsOf(error, tree));
  },

  /** What a server warned of, with where it stands in the text. */
  warned: async ({ warnings, ...text }: Text & { warnings: readonly string[] }) => {
    const tree = (await readText(text)).parsed();
    return placed(text, warningComplaints(warnings, tree));
  },

  /** Where complaints stand in a text. */
  placed: ({ complaints, ...text }: Text & { complaints: readonly Complaint[] }) => placed(text, complaints),

  /** What is said of places of which the server kept something else; `told` is what was kept there. */
  adjusted: ({
    kind,
    sent,
    after,
    places,
    where,
  }: {
    kind: Kind;
    sent: JsonNode;
    after: Version;
    places: readonly (readonly string[])[];
    where: string;
  }) => {
    const target = maskJson(sent, kind.secrets);
    const told = JSON.stringify(places.map((path) => [path, at(target, path), at(after.masked, path)]));
    return { target, told, complaints: otherwiseComplaints(places, target, where) };
  },

  /** What the state of a resource allows; undefined where its text can't be read as it stands. */
  state: async ({ kind, ...text }: Text & { kind: Kind }): Promise<readonly StateWord[] | undefined> => {
    const tree = (await readText(text)).parsed();
    return tree && stateOf(kind.id, JSON.parse(printJson(tree)));
  },

  /** The parts of a document that something can be done with, and what the state of the whole allows. */
  parts: async ({
    kind,
    place,
    ...text
  }: Text & { kind: Kind; place: Place }): Promise<{
    readonly state: readonly StateWord[];
    readonly parts: readonly Placed<Part>[];
  }> => {
    const read = await readText(text);
    const tree = read.parsed();
    if (!tree) return { state: [], parts: [] };
    const { partsOf } = await import('../../kinds/lenses/parts-of.ts');
    const parts = await partsOf(kind.id, tree, place);
    return {
      state: stateOf(kind.id, JSON.parse(printJson(tree))),
      parts: parts.map((part) => ({ ...part, stretch: read.placeOf(part.path) })),
    };
  },

  /** The ids in a document that lead to others. */
  links: async ({
    kind,
    id,
    most,
    ...text
  }: Text & { kind: Kind; id: string; most: number }): Promise<readonly Placed<Reference>[]> => {
    const read = await readText(text);
    const tree = read.parsed();
    if (!tree) return [];
    const { referencesIn } = await import('../../kinds/lenses/links-of.ts');
    const found = referencesIn(tree, { kind: kind.id, id }).slice(0, most);
    return found.map((one) => ({ ...one, stretch: read.placeOf(one.path) }));
  },

  /** The key that stands at a place of a text. */
  key: async ({ offset, ...text }: Text & { offset: number }): Promise<JsonNode | undefined> => {
    const read = await readText(text);
    const tree = read.parsed();
    const { keysIn } = await import('../../kinds/key-set/document-parts.ts');
    // Keys stand one after the other: it is the last that begins before the place.
    return tree && keysIn(tree).findLast(({ path }) => read.placeOf(path).offset <= offset)?.key;
  },
} satisfies Readonly<Record<string, (args: never, hands: Hands) => unknown>>;

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type Asked<J extends JobName> = Parameters<Jobs[J]>[0];
export type Answer<J extends JobName> = Awaited<ReturnType<Jobs[J]>>;

async function placed(text: Text, complaints: readonly Complaint[]): Promise<readonly Placed<Complaint>[]> {
  if (complaints.length === 0) return [];
  const read = await readText(text);
  const tree = read.parsed();
  return complaints.map((one) => ({ ...one, stretch: stretchOf(text.text, tree, read.placeOf, one) }));
}

const at = (tree: JsonNode, path: readonly string[]): string => {
  const node = nodeAt(tree, pointerOf(path));
  return node ? printJson(node) : '';
};
