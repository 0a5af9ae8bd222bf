/** An address without what stood before its `@`. */
export interface WithoutUserinfo {
  readonly address: string;
  readonly user: string;
  /** Missing where only a user name stood there. */
  readonly password?: string;
}

/**
 * Takes `user:password@` out of an address, with or without `http://` before it.
 * @returns undefined where there is none, or no host after it yet
 */
export function withoutUserinfo(text: string): WithoutUserinfo | undefined {
  const trimmed = text.trim();
  const scheme = /^[a-z][\w+.-]*:\/\//i.exec(trimmed)?.[0] ?? '';
  const rest = trimmed.slice(scheme.length);
  const end = rest.search(/[/?#]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  const at = authority.lastIndexOf('@');
  if (at < 0 || at === authority.length - 1 || trimmed.startsWith('unix:')) return undefined;
  const [user, password] = split(authority.slice(0, at));
  return {
    address: scheme + rest.slice(at + 1),
    user: decoded(user),
    ...(password === undefined ? {} : { password: decoded(password) }),
  };
}

function split(userinfo: string): [string, string | undefined] {
  const at = userinfo.indexOf(':');
  return at < 0 ? [userinfo, undefined] : [userinfo.slice(0, at), userinfo.slice(at + 1)];
}

/** Percent-encoded, as in addresses; a `%` that encodes nothing is one. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
