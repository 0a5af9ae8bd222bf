import type { SandboxRequest } from '../../http/service.ts';
import { readFirstJson } from '../../json/read.ts';
import { isObject } from '../../json/values.ts';
import type { HydraContext } from '../context.ts';
import { invalidRequest, notFound, unrecognizable } from '../http/errors.ts';
import { openFlow, type Flow, type Refusal } from './flow.ts';

/**
 * The flow behind the challenge in a query; older apps call the parameter `challenge`.
 * @throws HydraError 400 when there is none, 404 when it is not one of ours or its time is over.
 */
export function challenged(context: HydraContext, step: 'login' | 'consent', query: URLSearchParams): Flow {
  const challenge = query.get(`${step}_challenge`) ?? query.get('challenge') ?? '';
  if (challenge === '') throw invalidRequest(`Parameter ${step}_challenge is missing.`);
  const flow = openFlow(context, step, challenge);
  if (flow === undefined) throw notFound('This challenge is not known.');
  return flow;
}

/**
 * The JSON object that an app sends along.
 * @throws HydraError 400 without a name when it cannot be read.
 */
export function readDecision({ body }: SandboxRequest): Record<string, unknown> {
  try {
    const value = readFirstJson(body.toString('utf8'));
    if (isObject(value)) return value;
  } catch {
    throw unrecognizable(400);
  }
  throw unrecognizable(400);
}

/** Why an app refuses, in the words for the client. @throws HydraError 400 when it cannot be read. */
export function readRefusal(request: SandboxRequest, fallback: string): Refusal {
  const body = readDecision(request);
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const description = [text('error_description'), text('error_hint')].filter((part) => part !== '').join(' ');
  return { error: text('error') === '' ? fallback : text('error'), description };
}
