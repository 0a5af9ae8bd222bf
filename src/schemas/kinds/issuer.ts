import * as l10n from '@vscode/l10n';
import type { JsonSchema } from '../json-schema.ts';
import { publishedType } from '../published.ts';
import { jwkSchema } from './jwk.ts';

const anySubject: JsonSchema = {
  required: ['allow_any_subject'],
  properties: { allow_any_subject: { const: true } },
};

const PRIVATE = l10n.t('This is the private key: only its public part belongs here.');

/** Other private members of a key: they come with `d`, and say nothing without it. */
const withPrivate = ['p', 'q', 'dp', 'dq', 'qi'];

/** An issuer to be trusted: the body that creates it. */
export function newIssuerSchema(): JsonSchema {
  const jwk = jwkSchema();
  return {
    ...publishedType('TrustOAuth2JwtGrantIssuer'),
    title: l10n.t('Trusted issuer'),
    required: ['expires_at', 'issuer', 'jwk'],
    allOf: [
      {
        if: anySubject,
        then: {
          properties: {
            subject: {
              pattern: '^$',
              errorMessage: l10n.t('Either a subject or allow_any_subject: the server refuses both.'),
            },
          },
        },
        else: {
          required: ['subject'],
          properties: {
            subject: {
              minLength: 1,
              errorMessage: l10n.t(
                'Name the subject that the issuer may speak for, or set allow_any_subject.',
              ),
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
            properties: {
              // Servers take it, and would keep it where it does not belong.
              d: { pattern: '^$', errorMessage: PRIVATE },
              kid: { pattern: '.', errorMessage: l10n.t('Assertions name the key by its kid.') },
            },
          },
          {
            advice: true,
            properties: Object.fromEntries(
              withPrivate.map((member) => [member, { pattern: '^$', errorMessage: PRIVATE }]),
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
  title: l10n.t('Trusted issuer'),
});
