import type { Identity } from '@ory/client';
import { asText } from '../../ory/as-text.ts';

/** The traits that name a person, in the order in which they are looked for. */
const namingTraits = ['email', 'username', 'phone', 'phone_number', 'name'] as const;

/** What a person recognises an identity by: e-mail, user name, phone, name; else an address, else its id. */
export function identityName(
  identity: Pick<Identity, 'id' | 'traits' | 'verifiable_addresses' | 'external_id'>,
): string {
  const traits = (identity.traits ?? {}) as Record<string, unknown>;
  for (const trait of namingTraits) {
    const text = textOf(traits[trait]);
    if (text) return text;
  }
  return (
    textOf(identity.verifiable_addresses?.[0]?.value) ?? textOf(identity.external_id) ?? asText(identity.id)
  );
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const { first, last } = value as { first?: unknown; last?: unknown };
  return [first, last].filter((part) => typeof part === 'string' && part).join(' ') || undefined;
}
