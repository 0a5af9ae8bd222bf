import { KratosError } from '../http/errors.ts';
import type { Complaint } from '../ui/complaints.ts';
import { addMessage, type Form } from '../ui/form.ts';
import { say, type MessageName } from '../ui/messages.ts';
import type { JsonObject } from '../../json/values.ts';

/** Something wrong with what a person sent: the form comes back with messages. */
export class InputProblem extends Error {
  readonly complaints: readonly Complaint[];

  constructor(complaints: readonly Complaint[]) {
    super(complaints.map(({ message }) => message.text).join(' '));
    this.complaints = complaints;
  }
}

/** A flow that came too late. */
export class ExpiredProblem extends Error {
  readonly expiredAt: string;

  constructor(expiredAt: string) {
    super(`expired at ${expiredAt}`);
    this.expiredAt = expiredAt;
  }
}

/** The problem that one message tells, at a field or ('') at the form. */
export const complain = (name: MessageName, field = '', context?: JsonObject): InputProblem =>
  new InputProblem([{ field, message: say(name, context) }]);

/** A field that must be there and is not. */
export const missing = (property: string): InputProblem => complain('missing', property, { property });

/** Shows the problem in the form. False when it is none that a form can show: then it has to be told otherwise. */
export function showProblem(form: Form, cause: unknown): boolean {
  if (cause instanceof InputProblem) {
    for (const { field, message } of cause.complaints) addMessage(form, message, field);
    return true;
  }
  if (!(cause instanceof KratosError)) throw cause;
  if (cause.fields.id === 'identity_disabled') addMessage(form, say('inactive'));
  else if (cause.fields.code === 400) addMessage(form, say('invalid', { reason: cause.fields.reason ?? '' }));
  else return false;
  return true;
}

/** 400: this person is logged in already. */
export const alreadyLoggedIn = (hint = ''): KratosError =>
  new KratosError({
    code: 400,
    id: 'session_already_available',
    reason: `A valid session is there already.${hint}`,
    message: 'you are already logged in',
  });

export const identityDisabled = (): KratosError =>
  new KratosError({
    code: 400,
    id: 'identity_disabled',
    reason: 'This account is switched off.',
    message: 'identity is disabled',
  });

/** 400: the whole flow is switched off in the configuration. */
export const flowDisabled = (flow: string): KratosError =>
  new KratosError({
    code: 400,
    id: 'self_service_flow_disabled',
    reason: `The flow of ${flow} is switched off in the configuration.`,
    message: `${flow} flow disabled`,
  });

/** 404 for a method that is switched off. */
export const methodDisabled = (): KratosError =>
  new KratosError({ code: 404, reason: 'This way is switched off in the configuration.' });

/** 422: a browser has to go there to get on. */
export const changeLocation = (to: string): KratosError =>
  new KratosError(
    {
      code: 422,
      id: 'browser_location_change_required',
      reason: `The browser has to be sent there to get on: ${to}`,
      message: 'browser location change required',
    },
    422,
    { redirect_browser_to: to },
  );

const GONE = 'The resource is no longer available: it has expired, or something else took its place.';

/** 410 to whoever reads a flow that is over. */
export const goneFlow = (fields: {
  readonly id?: string;
  readonly message?: string;
  readonly details: JsonObject;
}): KratosError =>
  new KratosError({ message: GONE, ...fields, code: 410, reason: 'The flow has expired: begin a new one.' });

/** 410 to whoever submits a flow that is over; `useFlowId` is one that was begun in its place. */
export function expiredFlow(expiredAt: string, now: Date, useFlowId: string): KratosError {
  const since = now.getTime() - new Date(expiredAt).getTime();
  return new KratosError(
    {
      code: 410,
      id: 'self_service_flow_expired',
      reason: `The flow expired ${(since / 60_000).toFixed(2)} minutes ago: a new one was begun.`,
      message: 'self-service flow expired',
    },
    410,
    { expired_at: expiredAt, since: since * 1_000_000, use_flow_id: useFlowId },
  );
}
