const LONGEST = 254;
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 253;
/** Letters of any language, digits, and the signs that an address may have, in parts between single dots. */
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const QUOTED = /^"[^"\\\r\n]*"$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/** True for an e-mail address as the servers judge it: its domain may be a single word. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || text.length > LONGEST) return false;
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (local.length > LONGEST_LOCAL || domain.length > LONGEST_DOMAIN) return false;
  const isLocal = LOCAL.test(local) || QUOTED.test(local);
  return isLocal && domain.split('.').every((label) => LABEL.test(label));
}
