import assert from 'node:assert/strict';
import type { ServiceName } from '../../../src/sandbox/http/service.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import { getJson, send, start, url, type IdentityJson } from './harness.ts';

const LEVELS = 100_000;
const LIST = '['.repeat(LEVELS) + ']'.repeat(LEVELS);
const OBJECT = `${'{"a":'.repeat(LEVELS)}1${'}'.repeat(LEVELS)}`;
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('sandbox: values that lie too deep within each other', () => {
  let sandbox: Sandbox;
  const problems: string[] = [];
  before(async () => {
    const names = [
      'kratos-public',
      'kratos-admin',
      'hydra-public',
      'hydra-admin',
      'console',
      'keto-read',
      'keto-write',
      'keto-opl',
    ];
    const ports = Object.fromEntries(names.map((name) => [name, 0]));
    sandbox = await start({ ports, clients: 1, report: (line) => problems.push(line) });
  });
  after(() => sandbox.close());
  const at = (service: ServiceName, path: string) => url(sandbox, service, path);
  const statusOf = async (method: string, service: ServiceName, path: string, body: string) =>
    (await send(method, at(service, path), body)).status;
  const aPatch = (path: string, value: string) => `[{"op":"add","path":"${path}","value":${value}}]`;

  it('are a bad request in the bodies of every service', async () => {
    const bodies: readonly (readonly [string, ServiceName, string, string])[] = [
      ['POST', 'kratos-admin', '/admin/identities', LIST],
      ['POST', 'kratos-admin', '/admin/identities', `{"traits":${OBJECT}}`],
      ['PATCH', 'kratos-admin', '/admin/identities', `{"identities":[{"create":{"traits":${LIST}}}]}`],
      ['POST', 'kratos-admin', '/admin/sessions', LIST],
      ['POST', 'kratos-admin', '/admin/recovery/code', OBJECT],
      ['POST', 'hydra-admin', '/admin/clients', `{"metadata":${OBJECT}}`],
      ['PUT', 'hydra-admin', '/admin/keys/deep', `{"keys":[${OBJECT}]}`],
      ['POST', 'hydra-admin', '/admin/trust/grants/jwt-bearer/issuers', OBJECT],
      [
        'PUT',
        'hydra-admin',
        '/admin/oauth2/auth/requests/login/accept?login_challenge=x',
        `{"context":${OBJECT}}`,
      ],
      ['POST', 'hydra-public', '/oauth2/register', OBJECT],
      ['PUT', 'keto-write', '/admin/relation-tuples', OBJECT],
      ['PATCH', 'keto-write', '/admin/relation-tuples', LIST],
      ['POST', 'keto-read', '/relation-tuples/batch/check', OBJECT],
      ['PUT', 'kratos-admin', '/.sandbox/faults', `[{"body":${OBJECT}}]`],
    ];
    for (const [method, service, path, body] of bodies)
      assert.equal(await statusOf(method, service, path, body), 400, `${method} ${service} ${path}`);
  });

  it('are a bad request in JSON patches, as a value and as a path, and change nothing', async () => {
    const [identity] = await getJson<IdentityJson[]>(at('kratos-admin', '/admin/identities?page_size=1'));
    const [client] = await getJson<{ client_id: string }[]>(at('hydra-admin', '/admin/clients'));
    for (const [service, path, member] of [
      ['kratos-admin', `/admin/identities/${identity?.id ?? ''}`, '/metadata_public'],
      ['hydra-admin', `/admin/clients/${client?.client_id ?? ''}`, '/metadata'],
    ] as const) {
      const before = await getJson(at(service, path));
      for (const patch of [LIST, aPatch(member, OBJECT), aPatch(member + '/a'.repeat(LEVELS), '1')])
        assert.equal(await statusOf('PATCH', service, path, patch), 400, path);
      // Each step is small; together they would go deeper than a body may.
      const steps = [0, 1].map((round) => ({
        op: 'add',
        path: member + '/a'.repeat(900 * round + 1),
        value: nested(900),
      }));
      assert.equal(await statusOf('PATCH', service, path, JSON.stringify(steps)), 400, path);
      assert.deepEqual(await getJson(at(service, path)), before);
    }
  });

  it('are a bad request in forms and cookies, and no token', async () => {
    const { ui } = await getJson<{ ui: { action: string } }>(
      at('kratos-public', '/self-service/registration/api'),
    );
    for (const body of [
      `transient_payload=${encodeURIComponent(OBJECT)}`,
      `traits${'.a'.repeat(LEVELS)}=1`,
    ]) {
      const answer = await fetch(ui.action, {
        method: 'POST',
        headers: FORM,
        body: `method=password&${body}`,
      });
      assert.equal(answer.status, 400);
    }
    const cookie = `ory_kratos_session=${Buffer.from(LIST.slice(0, 60_000)).toString('base64url')}`;
    assert.equal((await fetch(at('kratos-public', '/sessions/whoami'), { headers: { cookie } })).status, 401);
    const part = (text: string) => Buffer.from(text).toString('base64url');
    for (const jwt of [`${part('{"alg":"RS256"}')}.${part(OBJECT)}.AA`, `${part(OBJECT)}.${part('{}')}.AA`]) {
      const token = async (fields: Record<string, string>) =>
        (
          await fetch(at('hydra-public', '/oauth2/token'), {
            method: 'POST',
            body: new URLSearchParams(fields),
          })
        ).status;
      const bearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
      const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
      assert.equal(await token({ grant_type: bearer, assertion: jwt }), 400);
      assert.equal(
        await token({ grant_type: 'client_credentials', client_assertion_type, client_assertion: jwt }),
        401,
      );
    }
  });

  it('are told as problems in permissions; long lists of alternatives are none', async () => {
    const lookup = 'this.related.a.includes(ctx.subject)';
    const check = async (expression: string) => {
      const body = `class A implements Namespace { related: { a: A[] } permits = { p: (ctx) => ${expression} } }`;
      const response = await fetch(at('keto-opl', '/opl/syntax/check'), { method: 'POST', body });
      assert.equal(response.status, 200);
      return ((await response.json()) as { errors?: unknown[] }).errors?.length ?? 0;
    };
    assert.equal(await check(Array(20_000).fill(lookup).join(' || ')), 0);
    assert.equal(await check(`${lookup} && ${lookup} || `.repeat(20_000) + lookup), 1);
    assert.equal(await check('('.repeat(LEVELS)), 1);
    const relations = Array.from({ length: 150_000 }, (_, at) => `r${at}: A[]`).join(' ');
    const wide = `class A implements Namespace { related: { ${relations} } }`;
    const response = await fetch(at('keto-opl', '/opl/syntax/check'), { method: 'POST', body: wide });
    assert.deepEqual(await response.json(), {});
  });

  it('never count as a failure of the sandbox itself', () => assert.deepEqual(problems, []));
});

function nested(levels: number): unknown {
  return JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);
}
