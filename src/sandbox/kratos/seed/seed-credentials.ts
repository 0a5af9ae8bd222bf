import { hashSync } from 'bcryptjs';
import type { Random } from '../../seed/random.ts';
import type { Credential } from '../identities/model.ts';
import type { Derived } from '../schemas/extension.ts';

/** The password of every generated identity that has one; it is documented, and protects nothing. */
export const SEED_PASSWORD = 'sandbox-Password-1';

/** A fixed salt makes the hash the same on every run. */
const SALT = `$2b$04$sandbox.sandbox.sandbo`;
let seedHash: string | undefined;

/** Credentials of one generated identity: most have a password, some social logins, few a second factor. */
export function seedCredentials(
  random: Random,
  { id, number }: { readonly id: string; readonly number: number },
  derived: Derived,
  at: string,
): Record<string, Credential> {
  const out: Record<string, Credential> = {};
  const add = (type: string, identifiers: readonly string[], config: unknown, version = 0) => {
    out[type] = { type, identifiers, config, version, created_at: at, updated_at: at };
  };
  const social = random.chance(0.18);
  const subject = String(10_000_000 + random.int(89_999_999)) + String(number).padStart(7, '0');
  const provider = random.pick(['google', 'github', 'microsoft']);
  const hasPassword = !social || random.chance(0.5);
  if (derived.password.length > 0) {
    seedHash ??= hashSync(SEED_PASSWORD, SALT);
    add('password', derived.password, hasPassword ? { hashed_password: seedHash } : {}, 1);
  }
  if (derived.code.length > 0) {
    const addresses = derived.code.map(({ via, value }) => ({ channel: via, address: value }));
    add(
      'code',
      derived.code.map(({ value }) => value),
      { addresses },
      1,
    );
  }
  if (social) {
    const tokens = { initial_id_token: '', initial_access_token: '', initial_refresh_token: '' };
    add('oidc', [`${provider}:${subject}`], { providers: [{ ...tokens, subject, provider }] });
  }
  if (random.chance(0.07)) {
    const secret = random.word(32, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');
    add('totp', [id], { totp_url: `otpauth://totp/Sandbox:${number}?secret=${secret}&issuer=Sandbox` });
  }
  return out;
}
