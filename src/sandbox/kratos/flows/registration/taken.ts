import type { KratosContext } from '../../context.ts';
import type { Identity } from '../../identities/model.ts';
import { uniqueKeys } from '../../identities/model.ts';
import { complain, type InputProblem } from '../problems.ts';

/** The problem that another identity has a login name or an address of this one. */
export function takenProblem(kratos: KratosContext, identity: Identity): InputProblem {
  if (!kratos.settings.selfService.loginHints) return complain('taken');
  for (const key of uniqueKeys(identity)) {
    const owner = kratos.identities.get(kratos.identities.ownerOf(key) ?? '');
    if (!owner || owner.id === identity.id) continue;
    const types = Object.values(owner.credentials).filter(({ identifiers }) => identifiers.length > 0);
    return complain('takenWithHints', '', {
      available_credential_types: types.map(({ type }) => type),
      available_oidc_providers: [],
      credential_identifier_hint: key.split('\n').at(-1),
    });
  }
  return complain('taken');
}
