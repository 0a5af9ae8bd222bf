import * as l10n from '@vscode/l10n';
import { wholeReason } from '../ory/error-body.ts';
import { isOryError } from '../ory/errors.ts';
import { childOf, pointerOf, segmentsOf } from '../ory/json/pointer.ts';
import { type JsonNode, JsonSyntaxError } from '../ory/json/tree.ts';
import { cutOff } from '../ory/shorten.ts';
import { MaskError } from '../ory/secrets/unmask.ts';
import { FieldError, FieldErrors } from '../kinds/save-error.ts';
import type { Stretch } from './forms/form.ts';
import { placeIn } from './place-in-words.ts';
import { validationsIn } from './validation-words.ts';

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
        message: l10n.t('No valid {0}: {1}.', error.form, error.message),
      },
    ];
  }
  if (error instanceof FieldError || error instanceof MaskError) {
    return [{ at: error.pointer, message: error.message }];
  }
  if (error instanceof FieldErrors)
    return error.problems.map(({ pointer: at, message }) => ({ at, message }));
  if (!document || !isOryError(error, 'refused')) return [];
  const { body, reason = '' } = error.facts;
  // People are shown the beginning; what is wrong may stand behind it.
  return serverComplaints((body === undefined ? undefined : wholeReason(body)) ?? reason, document);
}

/** The places in a server's own words: schema validation, or one place that a sentence is about. */
export function serverComplaints(said: string, document: JsonNode): readonly Complaint[] {
  const found = validationComplaints(said);
  if (found.length > 0) return found;
  const sentence = cutOff(said);
  const at = placeIn(sentence, document);
  return at === undefined ? [] : [{ at, message: sentence }];
}

type Placed = Complaint & { readonly at: string };

function validationComplaints(said: string): readonly Placed[] {
  const found = validationsIn(said).map(({ path, message }) => placed(decodePath(path), cutOff(message)));
  // A complaint about a whole ("validation failed") stands beside those about its parts.
  const precise = found.filter(({ message }) => !/^(doesn't validate|validation failed$)/.test(message));
  // Kratos checks a format that is also an identifier's twice, and says so twice.
  const told = new Set<string>();
  return (precise.length > 0 ? precise : found).filter(({ at, message }) => {
    const key = `${at} ${message}`;
    return !told.has(key) && told.add(key);
  });
}

/** Schema validation as a sentence: "traits.email: expected string, but got number"; undefined where it is none. */
export function validationSentence(said: string): string | undefined {
  const parts = validationComplaints(said).map(
    ({ at, message }) => `${segmentsOf(at).join('.') || l10n.t('the document')}: ${message}`,
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
