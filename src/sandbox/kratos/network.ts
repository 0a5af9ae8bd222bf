import { json } from '../http/answers.ts';
import { JsonSyntaxError, readJson } from '../json/read.ts';
import { isObject } from '../json/values.ts';
import { badRequest } from './http/errors.ts';
import type { PublicHandler } from './self-service.ts';

/** GET /elements/configuration, of Ory Network alone: what pages made with Ory Elements ask for. */
export const elementsConfiguration: PublicHandler = ({ kratos }) => {
  const { flows, errorUrl, defaultReturn } = kratos.settings.selfService;
  return json(200, {
    name: 'Sandbox',
    registration_enabled: flows.registration.enabled,
    hide_registration_link: false,
    verification_enabled: flows.verification.enabled,
    recovery_enabled: flows.recovery.enabled,
    login_ui_url: flows.login.uiUrl,
    registration_ui_url: flows.registration.uiUrl,
    recovery_ui_url: flows.recovery.uiUrl,
    verification_ui_url: flows.verification.uiUrl,
    settings_ui_url: flows.settings.uiUrl,
    error_ui_url: errorUrl,
    default_redirect_url: defaultReturn,
    hide_ory_branding: false,
  });
};

/** GET /self-service/fed-cm/parameters: no provider, as social logins are switched off. */
export const fedcmParameters: PublicHandler = (ex) =>
  json(200, { csrf_token: ex.csrfToken(), providers: [] });

/** POST /self-service/fed-cm/token: without a provider no token can be right. */
export const submitFedcmToken: PublicHandler = ({ request }) => {
  const body = bodyOf(request.body.toString('utf8'));
  for (const name of ['token', 'csrf_token'])
    if (typeof body[name] !== 'string' || body[name] === '') throw badRequest(`${name} is missing.`);
  throw badRequest('The token belongs to none of the FedCM providers: none is set up here.');
};

function bodyOf(text: string) {
  try {
    const body = readJson(text);
    if (isObject(body)) return body;
  } catch (cause) {
    if (!(cause instanceof JsonSyntaxError)) throw cause;
  }
  throw badRequest('The body must be a JSON object.');
}
