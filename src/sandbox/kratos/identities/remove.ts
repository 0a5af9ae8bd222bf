import { empty } from '../../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { at } from '../../json/values.ts';
import type { KratosContext } from '../context.ts';
import { badRequest, notFound } from '../http/errors.ts';
import { firstFactors, hasKey } from './factors.ts';
import { providerIdentifier } from './import-credentials.ts';
import type { Credential, Identity } from './model.ts';
import { requireIdentity } from './read.ts';

/** DELETE /admin/identities/{id}, with its sessions */
export function deleteIdentity(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const { id } = requireIdentity(kratos, request.params.id ?? '');
  kratos.identities.delete(id);
  kratos.sessions.deleteOf(id);
  return empty(204);
}

/** DELETE /admin/identities/{id}/credentials/{type}: never the last one that a person can log in with. */
export function deleteCredential(kratos: KratosContext, request: SandboxRequest): SandboxAnswer {
  const identity = requireIdentity(kratos, request.params.id ?? '');
  const type = request.params.type ?? '';
  const credential = identity.credentials[type];
  if (!credential) throw notFound(`You tried to remove a ${type} but this user has no ${type} set up.`);
  const after = without(kratos, identity, credential, request.query.get('identifier') ?? '');
  const credentials = { ...identity.credentials };
  if (after) credentials[type] = { ...after, updated_at: kratos.now() };
  else Reflect.deleteProperty(credentials, type);
  kratos.identities.put({ ...identity, credentials, updated_at: kratos.now() });
  return empty(204);
}

/** What is left of the credential; undefined: nothing. */
function without(
  kratos: KratosContext,
  identity: Identity,
  credential: Credential,
  identifier: string,
): Credential | undefined {
  switch (credential.type) {
    case 'totp':
    case 'lookup_secret':
      return undefined;
    case 'webauthn':
      if (hasKey(credential, true)) keepOne(kratos, identity);
      return undefined;
    case 'password':
      keepOne(kratos, identity);
      // The login names stay: they belong to the traits.
      return { ...credential, config: {} };
    case 'oidc':
    case 'saml':
      return withoutProvider(kratos, identity, credential, identifier);
    default:
      throw badRequest(`Credentials type ${credential.type} cannot be deleted.`);
  }
}

function withoutProvider(
  kratos: KratosContext,
  identity: Identity,
  credential: Credential,
  identifier: string,
): Credential | undefined {
  if (identifier === '') throw badRequest('You must provide an identifier to delete this credential.');
  const providers = at(credential.config, 'providers');
  const all: readonly unknown[] = Array.isArray(providers) ? (providers as unknown[]) : [];
  const left = all.filter((provider) => providerIdentifier(provider) !== identifier);
  if (left.length === all.length) {
    throw notFound(`The identifier \`${identifier}\` is not among the ${credential.type} credentials.`);
  }
  keepOne(kratos, identity);
  if (left.length === 0) return undefined;
  return { ...credential, identifiers: left.map(providerIdentifier), config: { providers: left } };
}

function keepOne(kratos: KratosContext, identity: Identity): void {
  if (firstFactors(kratos, identity) <= 1)
    throw badRequest('You cannot remove the last first factor credential.');
}
