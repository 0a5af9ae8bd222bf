import { trimEnd } from '../../../ory/trim.ts';
/** What a text turned out to be, once what people copy along with a token was taken off. */
export type DecodedToken =
  | {
      readonly form: 'jwt';
      readonly raw: string;
      readonly header: Readonly<Record<string, unknown>>;
      readonly claims: Readonly<Record<string, unknown>>;
    }
  /** An encrypted token: only whom it was made for can look inside. */
  | { readonly form: 'jwe'; readonly raw: string; readonly header: Readonly<Record<string, unknown>> }
  | { readonly form: 'opaque'; readonly raw: string };

/**
 * Tells what a token is, and takes a JWT apart without judging it.
 * @param text a token as it was copied: with `Bearer`, quotes or line breaks around it
 */
export async function decodeToken(text: string): Promise<DecodedToken> {
  const raw = tokenIn(text);
  const parts = raw.split('.');
  if (parts.length !== 3 && parts.length !== 5) return { form: 'opaque', raw };
  const { decodeJwt, decodeProtectedHeader } = await import('jose');
  try {
    const header = { ...decodeProtectedHeader(raw) };
    return parts.length === 5
      ? { form: 'jwe', raw, header }
      : { form: 'jwt', raw, header, claims: { ...decodeJwt(raw) } };
  } catch {
    // Ory's own tokens have a dot in them too.
    return { form: 'opaque', raw };
  }
}

/** The token within what was copied. */
export function tokenIn(text: string): string {
  const bare = text
    .trim()
    .replace(/^authorization:\s*/i, '')
    .replace(/^bearer\s+/i, '')
    .replace(/^["'`]+/, '');
  return trimEnd(bare, '"\'`,;').replace(/\s+/g, '');
}
