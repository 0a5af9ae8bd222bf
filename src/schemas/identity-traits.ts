import * as l10n from '@vscode/l10n';
import { isTooDeep } from '../ory/json/depth.ts';
import { bounded, LESS_IS_MORE, TOO_COMPLEX } from './bounded.ts';
import { goPattern } from './go-pattern.ts';
import { textsFor, TRIED_AT_MOST } from './harmless-pattern.ts';
import type { JsonSchema } from './json-schema.ts';

/** Keywords with which editors show rich text, insert things or say something in the validator's place. */
const DROPPED = new Set([
  '$id',
  'id',
  '$schema',
  'markdownDescription',
  'markdownEnumDescriptions',
  'markdownDeprecationMessage',
  'defaultSnippets',
  'errorMessage',
  'patternErrorMessage',
  'advice',
]);

/** Members whose own members are named by people: `properties.id` is a trait, not a keyword. */
const NAMED = new Set([
  'properties',
  'patternProperties',
  'definitions',
  '$defs',
  'dependencies',
  'dependentSchemas',
]);

/** Values, which are not looked into. */
const VALUES = new Set(['enum', 'const', 'default', 'examples', 'required']);

/** Of these, editors put what a server says into documents. */
const OFFERED = new Set(['default', 'examples']);

/** Of what stands beside a reference, Kratos reads nothing: this tells people something, and refuses nothing. */
const BESIDE_REFERENCE = new Set([
  '$ref',
  'title',
  'description',
  'default',
  'examples',
  'definitions',
  '$defs',
  'ory.sh/kratos',
]);

/** What snippets of editors put something else in the place of, such as the clipboard; not every service escapes it. */
const VARIABLE = /\$\{?[a-z_]/i;

/**
 * A server's identity schema, made fit for editors: nothing of it is fetched, run or shown as rich text, and each trait
 * says what Kratos uses it for.
 */
export function fitForEditors(schema: unknown): JsonSchema {
  try {
    return bounded(fit(schema) as JsonSchema);
  } catch (error) {
    if (error instanceof RangeError) return { description: TOO_COMPLEX };
    throw error;
  }
}

/** The same where `GET /schemas` gives it as base64, as Kratos 0.11 does. @returns undefined where it is no schema */
export function identitySchemaOf(given: unknown): JsonSchema | undefined {
  if (typeof given === 'object' && given !== null) return fitForEditors(given);
  if (typeof given !== 'string') return undefined;
  try {
    const text = Buffer.from(given, 'base64').toString();
    if (isTooDeep(text)) return { description: TOO_COMPLEX };
    const decoded: unknown = JSON.parse(text);
    return typeof decoded === 'object' && decoded !== null ? fitForEditors(decoded) : undefined;
  } catch {
    return undefined;
  }
}

/** Counts what was left out of a schema: it takes more than the server's does. */
interface Losses {
  count: number;
  /** How deep the part is that is looked at. */
  depth: number;
}

const DEEPEST = 300;

/** Items of the longest list in which each is compared with each. */
const COMPARED_AT_MOST = 1000;

function fit(part: unknown, losses: Losses = { count: 0, depth: 0 }): unknown {
  // Not left to the engine: it may end the process where it has no room left.
  if (losses.depth > DEEPEST) throw new RangeError(l10n.t('nested too deeply'));
  losses.depth += 1;
  const made = fitPart(part, losses);
  losses.depth -= 1;
  return made;
}

function fitPart(part: unknown, losses: Losses): unknown {
  if (Array.isArray(part)) return part.map((one) => fit(one, losses));
  if (typeof part !== 'object' || part === null) return part;
  const given = part as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  const refers = typeof given.$ref === 'string';
  /** What is held only against values that are short. */
  const limited: JsonSchema[] = [];
  for (const [name, value] of Object.entries(given)) {
    if (DROPPED.has(name)) continue;
    if (name === '$ref' && !isInside(value)) {
      losses.count += 1;
      kept.description = l10n.t('It refers to another schema, which is not read here.');
    } else if (refers && !BESIDE_REFERENCE.has(name)) continue;
    else if (name === 'pattern') {
      const pattern = typeof value === 'string' ? goPattern(value) : undefined;
      const texts = textsFor(pattern);
      if (texts === 'any') kept.pattern = pattern;
      else losses.count += 1;
      if (texts === 'short')
        limited.push({ if: { maxLength: TRIED_AT_MOST }, then: { pattern: String(pattern) } });
    } else if (name === 'uniqueItems' && value === true) {
      losses.count += 1;
      limited.push({ if: { maxItems: COMPARED_AT_MOST }, then: { uniqueItems: true } });
    } else if (OFFERED.has(name) && VARIABLE.test(JSON.stringify(value))) continue;
    else if (VALUES.has(name)) kept[name] = value;
    else if (NAMED.has(name) && typeof value === 'object' && value !== null)
      kept[name] = fitEach(value, losses);
    else {
      const before = losses.count;
      const child = fit(value, losses);
      if (before === losses.count || !LESS_IS_MORE.has(name)) kept[name] = child;
    }
  }
  if (hasSlowNames(kept.patternProperties)) {
    // What these names leave over can't be told either: all of it is the server's to judge.
    delete kept.patternProperties;
    delete kept.additionalProperties;
    delete kept.unevaluatedProperties;
    losses.count += 1;
  }
  if (limited.length > 0)
    kept.allOf = [...(Array.isArray(kept.allOf) ? (kept.allOf as unknown[]) : []), ...limited];
  const uses = usesOf(given['ory.sh/kratos']);
  const described = typeof kept.description === 'string' ? kept.description : kept.title;
  if (uses) kept.description = [described, uses].filter((line) => typeof line === 'string').join('\n\n');
  return kept;
}

const fitEach = (members: object, losses: Losses): object =>
  Object.fromEntries(Object.entries(members).map(([name, member]) => [name, fit(member, losses)]));

const hasSlowNames = (members: unknown): boolean =>
  typeof members === 'object' &&
  members !== null &&
  !Object.keys(members).every((name) => textsFor(name) === 'any');

/** A reference within the same document. */
const isInside = (reference: unknown): boolean => typeof reference === 'string' && reference.startsWith('#');

interface KratosTrait {
  readonly credentials?: Readonly<Record<string, { readonly identifier?: boolean } | undefined>>;
  readonly verification?: { readonly via?: string };
  readonly recovery?: { readonly via?: string };
}

/** "Signs in with it: password. Verified by email. Recovers the account by email." */
function usesOf(given: unknown): string {
  if (typeof given !== 'object' || given === null) return '';
  const { credentials, verification, recovery } = given as KratosTrait;
  const signsIn = Object.keys(credentials ?? {}).filter((type) => credentials?.[type]?.identifier === true);
  return [
    signsIn.length > 0 ? l10n.t('People sign in with it: {0}.', signsIn.join(', ')) : '',
    verification?.via ? l10n.t('It is verified by {0}.', verification.via) : '',
    recovery?.via ? l10n.t('The account can be recovered by {0}.', recovery.via) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
