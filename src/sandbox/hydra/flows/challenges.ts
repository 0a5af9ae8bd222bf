import type { SandboxRequest } from '../../http/service.ts';
import { readFirstJson } from '../../json/read.ts';
import { isObject } from '../../json/values.ts';
import type { HydraContext } from '../context.ts';
import { misshapen, type Shape } from '../http/body.ts';
import { type HydraError, invalidRequest, notFound } from '../http/errors.ts';
import { openFlow, type Flow, type Refusal } from './flow.ts';

/**
 * The challenge in a query; older apps call the parameter `challenge`.
 * @throws HydraError 400 when there is none.
 */
export function challengeOf(step: 'login' | 'consent', query: URLSearchParams): string {
  const named = [query.get(`${step}_challenge`), query.get('challenge')];
  const challenge = named.find((one) => one !== null && one !== '') ?? '';
  if (challenge === '') throw invalidRequest(`Parameter ${step}_challenge is missing.`);
  return challenge;
}

/**
 * The flow behind the challenge in a query. What comes with it is read before, as the server does.
 * @throws HydraError 400 when there is no challenge, 404 when it is not one of ours or its time is over.
 */
export function challenged(context: HydraContext, step: 'login' | 'consent', query: URLSearchParams): Flow {
  const challenge = challengeOf(step, query);
  const flow = openFlow(context, step, challenge);
  if (flow === undefined) throw notFound('This challenge is not known.');
  return flow;
}

/**
 * The JSON object that an app sends along.
 * @param shapes what its members have to be; what else it holds does not matter
 * @param unreadable what is said about a body that cannot be read
 */
export function readDecision(
  { body }: SandboxRequest,
  shapes: Readonly<Record<string, Shape>>,
  unreadable: (why: string) => HydraError,
): Record<string, unknown> {
  let value: unknown;
  try {
    value = readFirstJson(body.toString('utf8'));
  } catch (error) {
    throw unreadable(`The body could not be decoded: ${(error as Error).message}.`);
  }
  if (value === null) return {};
  if (!isObject(value)) throw unreadable('The body has to be an object.');
  const wrong = misshapen(value, shapes);
  if (wrong !== undefined) throw unreadable(`Field ${wrong} is of the wrong type.`);
  return value;
}

const REFUSAL = {
  error: 'string',
  error_description: 'string',
  error_hint: 'string',
  error_debug: 'string',
  status_code: 'integer',
} as const;

/** Why an app refuses, in the words for the client. @throws what `unreadable` gives when it cannot be read. */
export function readRefusal(
  request: SandboxRequest,
  fallback: string,
  unreadable: (why: string) => HydraError,
): Refusal {
  const body = readDecision(request, REFUSAL, unreadable);
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const description = [text('error_description'), text('error_hint')].filter((part) => part !== '').join(' ');
  const status = typeof body.status_code === 'number' ? body.status_code : undefined;
  return { error: text('error') === '' ? fallback : text('error'), description, status };
}
