import { KratosError } from '../../http/errors.ts';
import type { Login } from '../../sessions/find.ts';

/** 403 to everybody but the one who began a flow. */
export function requireOwner(owner: string | undefined, { identity }: Login): void {
  if (owner === identity.id) return;
  throw new KratosError({
    code: 403,
    id: 'security_identity_mismatch',
    reason: 'The flow was begun by somebody else.',
  });
}
