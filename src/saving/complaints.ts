import { isOryError } from '../ory/errors.ts';
import { childOf, pointerOf, segmentsOf } from '../ory/json/pointer.ts';
import { type JsonNode, JsonSyntaxError } from '../ory/json/tree.ts';
import { MaskError } from '../ory/secrets/unmask.ts';
import { FieldError, FieldErrors } from '../resources/save-error.ts';
import type { Stretch } from './forms/form.ts';

/** Something that is wrong at a place of a document. */
export interface Complaint {
  /** A pointer, or a stretch of the text where that can't be read. */
  readonly at: string | Stretch;
  readonly message: string;
}

/**
 * What an error says about places of the document that was saved.
 * @param document what was saved, where it could be parsed
 */
export function complaintsOf(error: unknown, document: JsonNode | undefined): readonly Complaint[] {
  if (error instanceof JsonSyntaxError) {
    return [
      {
        at: { offset: error.offset, length: error.length },
        message: `No valid ${error.form}: ${error.message}.`,
      },
    ];
  }
  if (error instanceof FieldError || error instanceof MaskError) {
    return [{ at: error.pointer, message: error.message }];
  }
  if (error instanceof FieldErrors)
    return error.problems.map(({ pointer: at, message }) => ({ at, message }));
  if (!document || !isOryError(error, 'refused')) return [];
  return serverComplaints(error.facts.reason ?? '', document);
}

/** "I[#/traits/name] S[#/properties/…] expected string, but got number": Kratos' schema validation, one or several. */
const validation = /I\[#([^\]]*)\]\s+S\[[^\]]*\]\s+([\s\S]*?)(?=\s*I\[#|\n|$)/g;

/** The places in a server's own words: schema validation, an unknown field, or a member that it names. */
export function serverComplaints(said: string, document: JsonNode): readonly Complaint[] {
  const found = validationComplaints(said);
  if (found.length > 0) return found;
  const named = /unknown field "([^"]+)"/.exec(said)?.[1] ?? memberNamedIn(said, document);
  return named === undefined ? [] : [{ at: findMember(document, named) ?? '', message: said }];
}

type Placed = Complaint & { readonly at: string };

function validationComplaints(said: string): readonly Placed[] {
  const found = [...said.matchAll(validation)].map(([, path = '', message = '']) =>
    placed(decodePath(path), message.trim()),
  );
  // A complaint about a whole ("validation failed") stands beside those about its parts.
  const precise = found.filter(({ message }) => !/^(doesn't validate|validation failed$)/.test(message));
  return precise.length > 0 ? precise : found;
}

/** Schema validation as a sentence: "traits.email: expected string, but got number"; undefined where it is none. */
export function validationSentence(said: string): string | undefined {
  const parts = validationComplaints(said).map(
    ({ at, message }) => `${segmentsOf(at).join('.') || 'the document'}: ${message}`,
  );
  return parts.length > 0 ? parts.join('; ') : undefined;
}

/** A property that is missing is marked at its object, one that should not be there at itself. */
function placed(pointer: string, message: string): Placed {
  const extra = /^additionalProperties "([^"]+)"/.exec(message)?.[1];
  return { at: extra === undefined ? pointer : pointer + pointerOf([extra]), message };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Hydra names the member somewhere in its sentence: "redirect_uris", "Subject type", 'jwks'. */
function memberNamedIn(said: string, document: JsonNode): string | undefined {
  if (document.kind !== 'object') return undefined;
  const places = [...document.members.keys()].flatMap((name) => {
    // A name of one word stands in many sentences that are not about it: only in quotes it counts.
    const pattern = name.includes('_')
      ? `\\b${name.split('_').map(escape).join('[_ ]')}\\b`
      : `["'\`]${escape(name)}["'\`]`;
    const at = said.search(new RegExp(pattern, 'i'));
    return at < 0 ? [] : [{ name, at }];
  });
  return places.sort((a, b) => a.at - b.at)[0]?.name;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The first place, from the top, that has a member of this name. */
function findMember(node: JsonNode, name: string, path: readonly string[] = []): string | undefined {
  if (childOf(node, name) && node.kind === 'object') return pointerOf([...path, name]);
  const children =
    node.kind === 'object'
      ? [...node.members]
      : node.kind === 'array'
        ? node.items.map((item, at) => [String(at), item] as const)
        : [];
  for (const [key, child] of children) {
    const found = findMember(child, name, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The nearest place of a pointer that the document has. */
export function nearest(document: JsonNode, pointer: string): readonly string[] {
  const path: string[] = [];
  let node: JsonNode | undefined = document;
  for (const segment of segmentsOf(pointer)) {
    node = childOf(node, segment);
    if (!node) break;
    path.push(segment);
  }
  return path;
}
