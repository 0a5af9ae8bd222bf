import { cutOff, SHOWN_OF_NAME } from './shorten.ts';

/** What a server says in an error, whichever of the shapes it uses. */
export interface ErrorBody {
  readonly reason?: string;
  readonly errorId?: string;
  readonly requestId?: string;
}

/** Makes of what a server says what people may see: shortened, and without secrets where those are known. */
export type Clean = (said: string) => string;

type Fields = Record<string, unknown>;

/**
 * Reads the error shapes of Kratos, Keto, Talos and the console (`{error: {…}}`), of Hydra (`{error, error_description}`)
 * and of gateways (`{message}`), and plain text. Leniently: the documents' schemas are not what servers send. A server may say megabytes: what it says
 * is shortened here, before anybody has it.
 */
export function readErrorBody(text: string, clean: Clean = cutOff): ErrorBody {
  const { reason, errorId, requestId } = readWhole(text);
  return {
    ...(reason ? { reason: clean(reason) } : {}),
    ...(errorId ? { errorId: cutOff(errorId, SHOWN_OF_NAME) } : {}),
    ...(requestId ? { requestId: cutOff(requestId, SHOWN_OF_NAME) } : {}),
  };
}

/** The server's own words as a whole: for the log, and for what is read from them. */
export const wholeReason = (body: string): string | undefined => readWhole(body).reason;

function readWhole(text: string): ErrorBody {
  const body = parseObject(text);
  if (!body) {
    const plain = text.trim();
    return plain && plain.length <= 300 && !plain.startsWith('<') ? { reason: plain } : {};
  }
  const nested = asObject(body.error);
  if (nested) return fromNested(nested);
  const name = asText(body.error);
  const description = withoutPreamble(asText(body.error_description)) ?? asText(body.error_hint);
  const reason = [name, description].filter(Boolean).join(': ') || asText(body.message) || flowReason(body);
  const errorId = errorInfoOf(body);
  return { ...(reason ? { reason } : {}), ...(errorId ? { errorId } : {}), ...requestIdOf(body) };
}

/** Sentences that Hydra puts before what is wrong; where nothing follows, they stay. */
const PREAMBLES = [
  'The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed. ',
  "The value of one of the Client Metadata fields is invalid and the server has rejected this request. Note that an Authorization Server MAY choose to substitute a valid value for any requested parameter of a Client's Metadata. ",
  'Unable to process the requested resource because of conflict in the current state ',
];

const withoutPreamble = (text: string | undefined): string | undefined =>
  PREAMBLES.reduce(
    (rest, preamble) => (rest?.startsWith(preamble) ? rest.slice(preamble.length) : rest),
    text,
  );

function fromNested(error: Fields): ErrorBody {
  // `reason` says what is wrong, `message` often only repeats the status; Go's own text may stand in either.
  const parts = [asText(error.reason), asText(error.message)].filter((part) => part !== undefined);
  const generic = /^(the request was malformed|the resource could not be found|the requested resource)/i;
  const reason = parts.find((part) => !generic.test(part)) ?? parts[0] ?? asText(error.status);
  const errorId = asText(error.id) ?? errorInfoOf(error);
  return { ...(reason ? { reason } : {}), ...(errorId ? { errorId } : {}), ...requestIdOf(error) };
}

/** A flow that was refused comes back as the flow itself, with messages for the whole form and at its nodes. */
function flowReason(body: Fields): string | undefined {
  const ui = asObject(body.ui);
  const places = [ui, ...asList(ui?.nodes)].map(asObject);
  const texts = places
    .flatMap((place) => asList(place?.messages))
    .map(asObject)
    .map((message) => asText(message?.text));
  return [...new Set(texts.filter(Boolean))].join(' ') || undefined;
}

/** Talos says in its details what programs tell an error by (`google.rpc.ErrorInfo`). */
const errorInfoOf = (error: Fields): string | undefined =>
  asList(error.details)
    .map(asObject)
    .map((detail) => (asText(detail?.['@type'])?.endsWith('ErrorInfo') ? asText(detail?.reason) : undefined))
    .find(Boolean);

function requestIdOf(fields: Fields): { requestId?: string } {
  const id = asText(fields.request) ?? asText(fields.request_id);
  return id ? { requestId: id } : {};
}

function parseObject(text: string): Fields | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

const asObject = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;
