import { type JsonSchema, refused } from '../json-schema.ts';
import { publishedType } from '../published.ts';
import { jwkSchema } from './jwk.ts';

const anySubject: JsonSchema = {
  required: ['allow_any_subject'],
  properties: { allow_any_subject: { const: true } },
};

/** The private members of a key, of which none belongs to an issuer. */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];

/** An issuer to be trusted: the body that creates it. */
export function newIssuerSchema(): JsonSchema {
  const jwk = jwkSchema();
  return {
    ...publishedType('TrustOAuth2JwtGrantIssuer'),
    title: 'Trusted issuer',
    allOf: [
      {
        if: anySubject,
        then: {
          properties: {
            subject: {
              maxLength: 0,
              errorMessage: 'Either a subject or allow_any_subject: the server refuses both.',
            },
          },
        },
        else: {
          required: ['subject'],
          properties: {
            subject: {
              minLength: 1,
              errorMessage: 'Name the subject that the issuer may speak for, or set allow_any_subject.',
            },
          },
        },
      },
    ],
    definitions: {
      JsonWebKey: {
        ...jwk,
        required: ['kty', 'kid'],
        allOf: [
          ...(jwk.allOf ?? []),
          {
            properties: Object.fromEntries(
              privateMembers.map((member) => [
                member,
                refused('This is the private key: only its public part belongs here.'),
              ]),
            ),
          },
        ],
      },
    },
  };
}

/** A trusted issuer as the server gives it. */
export const issuerSchema = (): JsonSchema => ({
  ...publishedType('TrustedOAuth2JwtGrantIssuer'),
  title: 'Trusted issuer',
});
