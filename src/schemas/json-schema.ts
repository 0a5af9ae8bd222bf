/** A JSON Schema (draft-07), with what editors know beyond it, and a mark of our own. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $comment?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: JsonSchema;
  readonly contains?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema | boolean>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly required?: readonly string[];
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly readOnly?: boolean;
  /** Editors: strikes the name through, and says this. */
  readonly deprecationMessage?: string;
  /** Editors and `check/`: said in place of the validator's own words. */
  readonly errorMessage?: string;
  /** Editors: said of a text that the pattern doesn't fit. */
  readonly patternErrorMessage?: string;
  /** Editors: completion doesn't offer the member. */
  readonly doNotSuggest?: boolean;
  readonly enumDescriptions?: readonly string[];
  /** Editors: what completion inserts; `$1` is where the cursor goes. */
  readonly defaultSnippets?: readonly {
    readonly label: string;
    readonly description?: string;
    readonly body: unknown;
  }[];
  /** Ours: this part of an `allOf` is good advice; servers take what it marks, so a save goes on. */
  readonly advice?: true;
}

/**
 * Refuses a text, a list, an object or nothing, whatever it holds, and says why. A type that is never there does it and
 * not a `not`, of which YAML's language service says its own words.
 */
export const refused = (errorMessage: string): JsonSchema => ({ type: 'integer', errorMessage });

/** A schema without its advice: what is left is refused by the servers for sure. */
export function withoutAdvice(schema: JsonSchema): JsonSchema {
  return prune(schema) as JsonSchema;
}

function prune(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(prune);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => {
      if (name !== 'allOf' || !Array.isArray(part)) return [[name, prune(part)]];
      const kept = part.filter((one) => !isAdvice(one));
      return kept.length > 0 ? [[name, prune(kept)]] : [];
    }),
  );
}

const isAdvice = (part: unknown): boolean =>
  typeof part === 'object' && part !== null && (part as JsonSchema).advice === true;
