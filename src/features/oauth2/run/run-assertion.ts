import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { withoutLinks } from '../../../editor/text.ts';
import type { TemporaryRecord } from '../../../flows/oauth2/clients/temporary.ts';
import { createTemporaryIssuer } from '../../../flows/oauth2/clients/temporary-issuer.ts';
import type { RunContext } from '../../../flows/oauth2/context.ts';
import { KeyError, readPrivateKey } from '../../../flows/oauth2/private-key.ts';
import { jwtBearer } from '../../../flows/oauth2/runs/jwt-bearer.ts';
import type { TokenSet } from '../../../flows/oauth2/tokens/token-set.ts';
import { OryError } from '../../../ory/errors.ts';
import { listTrustedOAuth2JwtGrantIssuers } from '../../../ory/operations/trusted-issuers.ts';
import type { OAuth2 } from '../oauth2.ts';
import { newRecord } from './run-parts.ts';
import type { RunSetup } from './run-setup.ts';

/** Exchanges an assertion of an issuer that the server trusts, or trusts for this run. */
export async function runAssertion(
  { records }: OAuth2,
  connection: Connection,
  context: RunContext,
  setup: RunSetup,
  made: (record: Omit<TemporaryRecord, 'what' | 'id'>) => void,
): Promise<TokenSet | undefined> {
  const { api, trace, signal } = context;
  const asked = { scope: setup.scope, audience: setup.audience, subject: setup.text('subject', 'alice') };
  if (asked.subject === '') throw new OryError('refused', vscode.l10n.t('The assertion needs a subject'));
  const issuer = setup.text('issuer');
  if (issuer) {
    const key = await issuerKey(context, issuer);
    return (
      key &&
      trace.step(vscode.l10n.t('Exchange the assertion'), () => jwtBearer(context, { ...asked, issuer, key }))
    );
  }
  const record = newRecord(connection);
  made(record);
  const trusted = await trace.step(vscode.l10n.t('Have an issuer trusted for this run'), (step) => {
    step.note(vscode.l10n.t('Its key exists in this window only.'));
    const scope = asked.scope.split(/\s+/).filter(Boolean);
    return createTemporaryIssuer(api, { subject: asked.subject, scope }, record, records, { signal });
  });
  return trace.step(vscode.l10n.t('Exchange the assertion'), () =>
    jwtBearer(context, { ...asked, ...trusted }),
  );
}

/** Asks for the issuer's private key; the server knows it by the kid that the trusted issuer names. */
async function issuerKey({ api, signal }: RunContext, issuer: string) {
  const { data } = await api.call(listTrustedOAuth2JwtGrantIssuers, { issuer }, { signal });
  const kids = data.filter((one) => one.issuer === issuer).flatMap(({ public_key: key }) => key?.kid ?? []);
  if (kids.length === 0)
    throw new OryError('refused', vscode.l10n.t('The server trusts no issuer {0}', issuer));
  const text = await vscode.window.showInputBox({
    title: issuer,
    prompt: withoutLinks(
      vscode.l10n.t(
        'Private key of the issuer (kid {0}): a JWK, or PKCS #8 in PEM. It signs here and is sent nowhere.',
        kids.join(' or '),
      ),
    ),
    password: true,
    ignoreFocusOut: true,
    validateInput: async (value) => {
      if (!value.trim()) return undefined;
      try {
        await readPrivateKey(value.trim());
        return undefined;
      } catch (error) {
        return error instanceof KeyError ? error.message : vscode.l10n.t('This key can’t be used.');
      }
    },
  });
  return text?.trim() ? readPrivateKey(text.trim(), kids[0]) : undefined;
}
