import { at, type JsonObject } from '../../json/values.ts';
import { BodyForm } from './body.ts';

/** Forms that carry traits, one for each identity schema: each is compiled once. */
export class TraitsForms {
  private readonly forms = new WeakMap<JsonObject, BodyForm>();
  private readonly properties: JsonObject;
  private readonly rules: JsonObject;

  /** `properties` are the other fields, `rules` keywords of JSON schema. */
  constructor(properties: JsonObject, rules: JsonObject = {}) {
    this.properties = properties;
    this.rules = rules;
  }

  /** The form for a schema. */
  for(schema: JsonObject): BodyForm {
    const known = this.forms.get(schema);
    if (known) return known;
    const traits = at(schema, 'properties', 'traits') ?? {};
    const form = new BodyForm({ ...this.properties, traits }, this.rules, schema);
    this.forms.set(schema, form);
    return form;
  }
}
