import assert from 'node:assert/strict';
import { isOryError } from '../../../src/ory/errors.ts';
import { isNoRoute } from '../../../src/ory/no-route.ts';
import { listIdentities } from '../../../src/ory/operations/identities.ts';
import { testClient } from '../support/test-client.ts';
import { startTestServer } from '../support/test-server.ts';

interface Recorded {
  readonly server: string;
  readonly asked: string;
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const TEXT = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json';
const JSON_UTF8 = 'application/json; charset=utf-8';

const goText = { status: 404, type: TEXT, body: '404 page not found\n' };
const wrongMethod = { status: 405, type: TEXT, body: 'Method Not Allowed\n' };
/** What Hydra's router says to who takes JSON, and to who does not. */
const hydraRoute = {
  status: 404,
  type: JSON_UTF8,
  body: '{\n  "error": {\n    "code": 404,\n    "message": "Not Found",\n    "reason": "The requested route does not exist. Make sure you are using the right path, domain, and port."\n  }\n}\n',
};
const hydraPage = {
  status: 404,
  type: 'text/html; charset=utf-8',
  body: '<!DOCTYPE html>\n<html lang="en">\n  <head>\n    <title>404 - Route not found</title>\n  </head>\n</html>\n',
};
const noRow = {
  status: 404,
  type: JSON_TYPE,
  body: '{"error":{"code":404,"status":"Not Found","message":"Unable to locate the resource"}}\n',
};
const noRowHydra = {
  status: 404,
  type: JSON_TYPE,
  body: '{"error":"Unable to locate the resource","error_description":""}',
};
const notFound = {
  status: 404,
  type: JSON_TYPE,
  body: '{"error":"Not Found","error_description":"Unable to locate the requested resource"}',
};
const undecryptable = {
  status: 404,
  type: JSON_TYPE,
  body: '{"error":"Not Found","error_description":"Unable to locate the requested resource Failed to decrypt the logout challenge."}',
};
const noTrial = {
  status: 404,
  type: JSON_TYPE,
  body: '{"error":{"code":404,"status":"Not Found","message":"The requested resource could not be found"}}\n',
};

const NO_ROUTE: readonly Recorded[] = [
  { server: 'Kratos head', asked: 'GET /admin/nothing', ...goText },
  { server: 'Kratos 0.11.1', asked: 'PATCH /admin/identities', ...wrongMethod },
  { server: 'Kratos 0.11.1', asked: 'DELETE /admin/identities/{id}/credentials/totp', ...goText },
  { server: 'Kratos 0.11.1', asked: 'GET /admin/identities/by/external/nobody', ...goText },
  { server: 'Kratos 0.11.1', asked: 'POST /admin/test-login-flows', ...goText },
  { server: 'Hydra head', asked: 'GET /nothing', ...hydraRoute },
  { server: 'Hydra head', asked: 'DELETE /admin/clients', ...hydraRoute },
  { server: 'Hydra 2.0.3', asked: 'POST /admin/clients/{id}/secrets/rotate', ...hydraRoute },
  { server: 'Hydra 2.0.3', asked: 'PUT /admin/oauth2/auth/requests/device/accept', ...hydraPage },
  { server: 'Hydra 2.0.3', asked: 'DELETE /admin/clients', ...wrongMethod },
  { server: 'Hydra 2.0.3', asked: 'POST /oauth2/device/auth', ...goText },
];

const NO_RESOURCE: readonly Recorded[] = [
  ...['Kratos head', 'Kratos 0.11.1'].flatMap((server): Recorded[] => [
    { server, asked: 'GET /admin/identities/{id}', ...noRow },
    { server, asked: 'GET /admin/sessions/{id}', ...noRow },
    { server, asked: 'GET /admin/courier/messages/{id}', ...noRow },
    { server, asked: 'GET /self-service/login/flows?id=', ...noRow },
  ]),
  { server: 'Kratos head', asked: 'GET /admin/identities/by/external/nobody', ...noRow },
  { server: 'Kratos head', asked: 'DELETE /admin/identities/{id}/credentials/totp', ...noRow },
  { server: 'Kratos head', asked: 'DELETE /self-service/login/test?id={a login}', ...noTrial },
  ...['Hydra head', 'Hydra 2.0.3'].flatMap((server): Recorded[] => [
    { server, asked: 'GET /admin/clients/none', ...noRowHydra },
    { server, asked: 'GET /admin/keys/none', ...notFound },
    { server, asked: 'GET /admin/oauth2/auth/requests/login?login_challenge=x', ...notFound },
    { server, asked: 'GET /admin/oauth2/auth/requests/consent?consent_challenge=x', ...notFound },
    { server, asked: 'GET /admin/trust/grants/jwt-bearer/issuers/{id}', ...noRowHydra },
  ]),
  { server: 'Hydra head', asked: 'POST /admin/clients/none/secrets/rotate', ...noRowHydra },
  { server: 'Hydra head', asked: 'PUT /admin/oauth2/auth/requests/device/accept', ...notFound },
  {
    server: 'Hydra head',
    asked: 'GET /admin/oauth2/auth/requests/logout?logout_challenge=x',
    ...undecryptable,
  },
  {
    server: 'Hydra 2.0.3',
    asked: 'GET /admin/oauth2/auth/requests/logout?logout_challenge=x',
    ...noRowHydra,
  },
];

/** What the client throws of such an answer. */
async function thrown({ status, type, body }: Recorded): Promise<unknown> {
  const server = await startTestServer((_, response) => {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  });
  try {
    return await testClient(server.url)
      .call(listIdentities, {})
      .then(
        () => undefined,
        (error: unknown) => error,
      );
  } finally {
    await server.close();
  }
}

describe('a request that a server does not know', () => {
  for (const recorded of NO_ROUTE) {
    it(`is told from a missing resource: ${recorded.asked} (${recorded.server})`, async () => {
      assert.ok(isNoRoute(await thrown(recorded)));
    });
  }

  for (const recorded of NO_RESOURCE) {
    it(`is not taken for one whose resource is missing: ${recorded.asked} (${recorded.server})`, async () => {
      const error = await thrown(recorded);
      assert.ok(isOryError(error, 'refused'));
      assert.equal(isNoRoute(error), false);
    });
  }
});
