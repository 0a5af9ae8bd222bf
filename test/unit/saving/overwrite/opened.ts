import type { JsonNode } from '../../../../src/ory/json/tree.ts';
import { toJson } from '../../../../src/ory/json/tree.ts';
import type { Attempt } from '../../../../src/saving/attempt.ts';
import type { Form } from '../../../../src/saving/forms/form.ts';
import { readResource, type Resource } from '../../../../src/saving/resource.ts';
import { compare, save } from '../../../../src/saving/save.ts';
import { EditState } from '../../../../src/saving/edit-state.ts';
import { put } from '../../support/places.ts';
import type { Values } from './cases.ts';

const withValues = (tree: JsonNode, values: Values): JsonNode =>
  Object.entries(values).reduce((now, [pointer, value]) => put(now, pointer, toJson(value)), tree);

/** An editor that has opened a resource. */
export class Opened {
  readonly session = new EditState();
  private text = '';

  constructor(
    readonly resource: Resource,
    private readonly form: Form,
  ) {}

  async open(): Promise<void> {
    const version = await readResource(this.resource);
    this.session.base = { server: version, shown: version.masked };
    this.text = this.form.print(version.masked);
  }

  /** What the person's text stands for, after a way through the form. */
  edit(values: Values): JsonNode {
    this.text = this.form.print(withValues(this.form.parse(this.text), values), this.text);
    return this.form.parse(this.text);
  }

  async ask(edited: JsonNode): Promise<Attempt> {
    const attempt = this.session.begin(true, undefined);
    await compare(this.session, this.resource, attempt, edited, {}, {});
    return attempt;
  }

  write(attempt: Attempt, edited: JsonNode) {
    return save(this.session, this.resource, attempt, edited, {}, {});
  }

  async save(values: Values): Promise<void> {
    await this.open();
    const edited = this.edit(values);
    await this.write(await this.ask(edited), edited);
  }
}
