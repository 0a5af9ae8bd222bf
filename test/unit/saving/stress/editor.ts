import { pointerOf } from '../../../../src/ory/json/pointer.ts';
import { type JsonNode, printJson } from '../../../../src/ory/json/tree.ts';
import { inConflict } from '../../../../src/saving/attempt.ts';
import { DocumentError } from '../../../../src/saving/document-error.ts';
import { readResource, type Resource } from '../../../../src/saving/resource.ts';
import { compare, save, type SaveHooks } from '../../../../src/saving/save.ts';
import type { Saved } from '../../../../src/saving/saved.ts';
import { EditState } from '../../../../src/saving/edit-state.ts';
import type { Form } from '../../../../src/saving/forms/form.ts';
import { at, put } from '../../support/places.ts';
import type { random } from '../../support/random.ts';
import { type Parts, partsOf, type Wire } from './wire.ts';

/** A save that went through, with all that is needed to judge it. */
export interface SavedBy {
  readonly editor: string;
  /** What became of the parts that the person changed, others' additions to them included. */
  readonly wanted: Parts;
  /** What the editor's text derived from. */
  readonly base: Parts;
  readonly overwrote: boolean;
  /** What the server had when the conflict was reported that the person decided. */
  readonly reported: Parts;
  readonly saved: Saved;
  /** How many exchanges there were when it began, and when it had ended. */
  readonly from: number;
  readonly to: number;
}

/** A person with a document in an editor: changes parts, saves, and answers conflicts one way or another. */
export class Editor {
  readonly saves: SavedBy[] = [];
  reported = 0;
  private readonly session = new EditState();
  private text: JsonNode = { kind: 'literal', value: null };
  private shown: Parts = {};
  private count = 0;

  constructor(
    readonly name: string,
    private readonly resource: Resource,
    private readonly wire: Wire,
    private readonly parts: readonly string[],
    private readonly chance: ReturnType<typeof random>,
    private readonly steps: () => number,
    private readonly hooks: SaveHooks,
    private readonly form: Form,
  ) {}

  async work(): Promise<void> {
    await this.open();
    const saves = 1 + this.chance.below(2);
    for (let n = 0; n < saves; n++) await this.change();
  }

  private async open(): Promise<void> {
    const version = await readResource(this.resource);
    this.session.base = { server: version, shown: version.masked };
    this.show(version.masked);
  }

  private show(text: JsonNode): void {
    this.text = text;
    this.shown = partsOf(printJson(text), this.parts);
  }

  /** Changes one part or two, and saves until it is saved or given up. */
  private async change(): Promise<void> {
    const chosen = new Set([this.chance.of(this.parts), this.chance.of(this.parts)]);
    const values = new Map([...chosen].map((part) => [part, `${this.name}-${this.count++}`]));
    for (let tries = 0; tries < 8; tries++) {
      const answer = await this.trySaving(this.edited(values), values);
      if (answer === 'done') return;
      // The person takes what the server has and makes the change once more, or leaves it.
      await this.open();
      if (answer === 'leave') return;
    }
  }

  /** The text with new values, after a way through the form. */
  private edited(values: ReadonlyMap<string, string>): JsonNode {
    const edited = [...values].reduce((tree, [part, value]) => {
      const before = at(tree, part);
      const list = before?.kind === 'array' ? before.items : undefined;
      const text: JsonNode = { kind: 'string', value: list ? `https://${value}.example` : value };
      return put(tree, part, list ? { kind: 'array', items: [...list, text] } : text);
    }, this.text);
    const written = this.form.print(edited, this.form.print(this.text));
    return this.form.parse(written);
  }

  private async trySaving(
    edited: JsonNode,
    values: ReadonlyMap<string, string>,
  ): Promise<'done' | 'again' | 'leave'> {
    let attempt = this.session.begin(true, undefined);
    let reported: Parts = {};
    await compare(this.session, this.resource, attempt, edited, this.hooks, {});
    if (inConflict(attempt)) {
      this.reported++;
      const answer = this.chance.of(['overwrite', 'again', 'leave'] as const);
      if (answer !== 'overwrite') return answer;
      if (attempt.fresh) reported = partsOf(printJson(attempt.fresh.raw), this.parts);
      // As the editor does: it asks once more, then writes.
      attempt = this.session.begin(true, undefined);
      await compare(this.session, this.resource, attempt, edited, this.hooks, {});
    }
    const from = this.steps();
    try {
      this.wire.overwrites = attempt.known !== undefined;
      const saved = await save(this.session, this.resource, attempt, edited, this.hooks, {});
      const wanted = partsOf(printJson(saved.plan.target), [...values.keys()]);
      const overwrote = attempt.known !== undefined && inConflict(attempt);
      this.saves.push({
        editor: this.name,
        wanted,
        base: this.shown,
        overwrote,
        reported,
        saved,
        from,
        to: this.steps(),
      });
      this.show(saved.after.masked);
      this.session.base = { server: saved.after, shown: saved.after.masked };
      return 'done';
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error;
      this.reported++;
      return 'again';
    } finally {
      this.wire.overwrites = false;
    }
  }
}

export const pointersOf = (paths: readonly (readonly string[])[]): string[] => paths.map(pointerOf);
