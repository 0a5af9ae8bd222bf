import assert from 'node:assert/strict';
import { toJson, printJson } from '../../../src/ory/json/tree.ts';
import { maskJson } from '../../../src/ory/secrets/mask.ts';
import type { KindId } from '../../../src/kinds/kind.ts';
import { KINDS } from '../../../src/kinds/kinds.ts';
import { publishedType } from './published.ts';
import { samplesOf } from './samples.ts';

/** What the documents of each kind are, in Ory's own types. */
const TYPES: Readonly<Partial<Record<KindId, readonly string[]>>> = {
  identities: ['Identity'],
  sessions: ['Session'],
  clients: ['OAuth2Client'],
  keys: ['JsonWebKeySet'],
  // Made of what is sent, read as what is answered.
  issuers: ['TrustOAuth2JwtGrantIssuer', 'TrustedOAuth2JwtGrantIssuer'],
  projects: ['Project'],
  schemas: [],
};

const shownOf = (id: KindId, value: unknown) => printJson(maskJson(toJson(value), KINDS[id].secrets));

describe('documents', () => {
  it('show no secret, wherever one can stand', () => {
    let places = 0;
    const found = (Object.keys(TYPES) as KindId[]).flatMap((id) =>
      (TYPES[id] ?? []).flatMap((type) =>
        samplesOf(publishedType(type), false).flatMap(({ value, canaries }) => {
          places += canaries.length;
          const text = shownOf(id, value);
          return canaries
            .filter((one) => text.includes(one))
            .map((one) => `${type}: ${text.slice(text.indexOf(one) - 60, text.indexOf(one) + 20)}`);
        }),
      ),
    );
    assert.ok(places > 50, String(places));
    assert.deepEqual(found, []);
  });

  it('show no private part of a key, whatever form a key set has', () => {
    const key = {
      kid: 'a',
      kty: 'RSA',
      n: 'open-n',
      e: 'AQAB',
      d: 'tell-d',
      p: 'tell-p',
      oth: [{ r: 'tell-r' }],
    };
    for (const jwks of [{ keys: [key] }, [key], key, { keys: { a: key } }]) {
      const text = shownOf('clients', { client_id: 'x', jwks });
      assert.doesNotMatch(text, /tell/, text);
      assert.match(text, /open-n/);
    }
  });
});
