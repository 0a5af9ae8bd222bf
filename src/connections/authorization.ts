import * as l10n from '@vscode/l10n';
/**
 * What is kept of an `Authorization` header: the whole value (`Basic YWRhOm…`, `Token abc`), or a token alone, which is
 * sent as a bearer token.
 */
export const headerOf = (kept: string): string => (/\s/.test(kept) ? kept : `Bearer ${kept}`);

/** The header of a user name and a password (RFC 7617). */
export const basicOf = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;

/** What is secret in a header's value: the value, what follows its scheme, and the password in it. */
export function secretsIn(kept: string): string[] {
  const blank = kept.search(/\s/);
  const rest = blank > 0 ? kept.slice(blank).trimStart() : undefined;
  if (rest === undefined) return [kept];
  if (!/^basic\s/i.test(kept)) return [kept, rest];
  const pair = Buffer.from(rest, 'base64').toString('utf8');
  return [kept, rest, pair, pair.slice(pair.indexOf(':') + 1)].filter(Boolean);
}

/** Why a text can't be kept as a token or a header's value; undefined where it can. */
export function headerProblem(text: string): string | undefined {
  // What else there is can't stand in a header, or ends it.
  if (!/^[\x20-\x7e]*$/.test(text)) return l10n.t('A header holds printable ASCII characters only.');
  if (/^authorization:/i.test(text)) return l10n.t('Leave out “Authorization:”, and give what follows it.');
  if (/\s/.test(text) && !/^[\w!#$%&'*+.^`|~-]+ +\S/.test(text))
    return l10n.t('A header’s value is a scheme, a space, and the credential: “Token abc”.');
  return undefined;
}

/** Why a text can't be a user name of basic authentication; undefined where it can. */
export function userProblem(user: string): string | undefined {
  if (user.includes(':')) return l10n.t('A user name can’t contain a colon.');
  // eslint-disable-next-line no-control-regex -- what RFC 7617 excludes
  return /[\x00-\x1f\x7f]/.test(user) ? l10n.t('A user name can’t contain control characters.') : undefined;
}
