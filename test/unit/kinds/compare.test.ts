import assert from 'node:assert/strict';
import { parseJson, printJson, toJson } from '../../../src/ory/json/tree.ts';
import { differences, patchText, withDifferences } from '../../../src/kinds/compare/differences.ts';
import { asProject, onlyService, serviceOfFile } from '../../../src/kinds/compare/service-file.ts';
import { sideBySide } from '../../../src/kinds/compare/side-by-side.ts';
import { clientKind } from '../../../src/kinds/client/client.ts';
import { identityKind } from '../../../src/kinds/identity/identity.ts';
import { keySetKind } from '../../../src/kinds/key-set/key-set.ts';
import { projectKind } from '../../../src/kinds/project/project.ts';

const project = (config: object, more: object = {}) =>
  toJson({ id: 'p', name: 'P', revision_id: 'r', services: { identity: { config } }, ...more });

describe('resources side by side', () => {
  it('leave out times and ids of parts, and stand in one order', () => {
    const left = toJson({
      id: '1',
      traits: { email: 'ada@example.com', name: 'Ada' },
      created_at: '2024-01-01T00:00:00Z',
      updated_at: '2024-01-02T00:00:00Z',
      verifiable_addresses: [{ id: 'a', value: 'ada@example.com', created_at: '2024-01-01T00:00:00Z' }],
    });
    const right = toJson({
      verifiable_addresses: [{ value: 'ada@example.com', id: 'b' }],
      traits: { name: 'Ada', email: 'ada@example.com' },
      id: '1',
      updated_at: '2025-01-02T00:00:00Z',
    });
    const texts = sideBySide(identityKind, left, right);
    assert.equal(texts.left, texts.right);
    assert.deepEqual(Object.keys(JSON.parse(texts.left) as object), ['id', 'traits', 'verifiable_addresses']);
  });

  it('show no secret, but say where the right one is another', () => {
    const keys = (kid: string, d: string) => toJson({ keys: [{ kid, kty: 'EC', d, x: 'x' }] });
    const same = sideBySide(keySetKind, keys('a', 'private-1'), keys('a', 'private-1'));
    assert.equal(same.left, same.right);
    const other = sideBySide(keySetKind, keys('a', 'private-1'), keys('a', 'private-2'));
    assert.ok(!(other.left + other.right).includes('private-'));
    assert.match(other.right, /"d": "•+ \(another\)"/);
    // A file that was saved from a document holds the mask: whether it is the same secret can't be told.
    const masked = sideBySide(keySetKind, keys('a', 'private-1'), keys('a', '••••••••'));
    assert.equal(masked.left, masked.right);
  });

  it('keep every digit and unknown members', () => {
    const text = '{"client_id":"c","metadata":{"big":12345678901234567890,"2":1,"1":2}}';
    const { left } = sideBySide(clientKind, parseJson(text), parseJson('{"client_id":"c"}'));
    assert.match(left, /12345678901234567890/);
    assert.ok(left.indexOf('"2"') < left.indexOf('"1"'));
  });
});

describe('differences of projects', () => {
  it('name the place and both values, and bring one in line with the other', () => {
    const staging = project({ session: { lifespan: '24h' }, secure: true }, { name: 'Staging' });
    const production = project({ session: { lifespan: '72h' }, old: [1, 2] }, { name: 'Production' });
    const found = differences(projectKind, production, staging);
    assert.deepEqual(
      found.map(({ place, words }) => `${place}: ${words}`),
      [
        'services.identity.config.session.lifespan: 72h → 24h',
        'services.identity.config.old: [1,2] → not there',
        'services.identity.config.secure: not there → true',
      ],
    );
    const [lifespan] = found;
    assert.ok(lifespan);
    const after = JSON.parse(printJson(withDifferences(production, [lifespan]))) as {
      name: string;
      services: { identity: { config: object } };
    };
    assert.equal(after.name, 'Production');
    assert.deepEqual(after.services.identity.config, { session: { lifespan: '24h' }, old: [1, 2] });
  });

  it('take secrets over without showing them, and never a mask', () => {
    const from = project({ a: { client_secret: 'hush-hush-1' }, b: { client_secret: '••••••••' } });
    const into = project({ a: { client_secret: 'hush-hush-2' }, b: { client_secret: 'kept' } });
    const found = differences(projectKind, into, from);
    assert.equal(found.length, 1);
    assert.equal(found[0]?.secret, true);
    assert.ok(!(found[0].words + patchText(found)).includes('hush'));
    assert.match(printJson(withDifferences(into, found)), /hush-hush-1.*kept/);
  });

  it('of one service come from the file of a server of one’s own', () => {
    assert.equal(serviceOfFile('/deploy/kratos.staging.yml'), 'identity');
    assert.equal(serviceOfFile('/deploy/hydra.yaml'), 'oauth2');
    assert.equal(serviceOfFile('/deploy/values.yaml'), undefined);
    const whole = project({ session: { lifespan: '72h' } });
    const file = asProject('oauth2', toJson({ ttl: { access_token: '1h' } }));
    const found = differences(projectKind, onlyService(whole, 'oauth2'), file);
    assert.deepEqual(
      found.map(({ place }) => place),
      ['services.oauth2'],
    );
    assert.match(printJson(withDifferences(whole, found)), /"lifespan":"72h".*"access_token":"1h"/);
  });
});
