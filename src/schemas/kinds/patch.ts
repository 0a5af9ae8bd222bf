import * as l10n from '@vscode/l10n';
import type { JsonSchema } from '../json-schema.ts';
import { publishedType, withDefinitions } from '../published.ts';

/** What a JSON Patch is of. */
interface Patched {
  /** The resource's schema: paths and values are offered from it. */
  readonly of: JsonSchema;
  /** Members that a patch may not touch. */
  readonly closed: readonly string[];
}

/** A JSON Patch as Ory's servers take it: add, remove and replace, never test, move and copy. */
export function patchSchema(patched?: Patched): JsonSchema {
  const step = publishedType('PatchOperation');
  const paths = patched ? pathsOf(patched) : [];
  const { path, op } = step.properties as Record<string, JsonSchema>;
  return withDefinitions({
    title: l10n.t('JSON Patch'),
    type: 'array',
    items: {
      ...step,
      properties: {
        ...step.properties,
        op: {
          ...op,
          enum: ['add', 'remove', 'replace'],
          errorMessage: l10n.t('The servers take add, remove and replace, whatever else JSON Patch has.'),
        },
        path: {
          ...path,
          ...(paths.length > 0 ? { examples: paths.map(([pointer]) => pointer) } : {}),
          ...(patched ? { allOf: [closedPaths(patched.closed)] } : {}),
        },
      },
      allOf: [
        {
          if: { required: ['op'], properties: { op: { enum: ['add', 'replace'] } } },
          then: { required: ['value'] },
        },
        {
          advice: true,
          if: { required: ['op'], properties: { op: { const: 'remove' } } },
          then: {
            properties: { value: { not: {}, errorMessage: l10n.t('What is removed needs no value.') } },
          },
        },
        ...paths.map(([pointer, value]) => ({
          if: { required: ['path'], properties: { path: { const: pointer } } },
          then: { properties: { value } },
        })),
      ],
      defaultSnippets: [
        {
          label: 'add',
          description: l10n.t('Add, or replace what is there.'),
          body: { op: 'add', path: '/$1', value: '$2' },
        },
        {
          label: 'replace',
          description: l10n.t('Replace, or add where nothing is.'),
          body: { op: 'replace', path: '/$1', value: '$2' },
        },
        { label: 'remove', description: l10n.t('Take away.'), body: { op: 'remove', path: '/$1' } },
      ],
    },
    ...(patched?.of.definitions ? { definitions: patched.of.definitions } : {}),
  });
}

/** Pointers to the members at the top with their schemas; those of lists also at their end. */
function pathsOf({ of, closed }: Patched): readonly (readonly [string, JsonSchema])[] {
  return Object.entries(of.properties ?? {}).flatMap(([name, value]) => {
    if (closed.includes(name) || typeof value !== 'object' || value.readOnly) return [];
    const end = value.items ? [[`/${name}/-`, value.items] as const] : [];
    return [[`/${name}`, value] as const, ...end];
  });
}

/** The servers take `/ID` for `/id`. */
function closedPaths(names: readonly string[]): JsonSchema {
  const anyCase = (name: string) =>
    name.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
  return {
    pattern: `^(?!/(${names.map(anyCase).join('|')})(/|$))`,
    errorMessage: l10n.t(
      'Only the server sets this, or an operation of its own: a patch here is refused or does harm.',
    ),
  };
}
