import type { Server } from './kind-of-keys.ts';

/** `kratos.yml`, `my-kratos.yaml`, `kratos_prod.yaml`, `hydra.config.yml.tmpl`: a server's name among the words of a name. */
const NAMED = /^(?:.{0,100}[._-])?(kratos|hydra|keto)(?:[._-].{0,100})?$/i;
const PLAIN = /^(kratos|hydra|keto)\.(?:ya?ml|json)$/i;
/** Folders above a file that may name the server, from the innermost. */
const FOLDERS = 2;

const partsOf = (path: string): readonly string[] => path.split(/[\\/]/);

/** The server that a file, else one of the folders around it, is named after. */
export function serverNamed(path: string): Server | undefined {
  const parts = partsOf(path)
    .slice(-1 - FOLDERS)
    .reverse();
  for (const part of parts) {
    const [, server] = NAMED.exec(part) ?? [];
    if (server) return server.toLowerCase() as Server;
  }
  return undefined;
}

/** The server whose configuration has this very name by custom. */
export const serverPlainlyNamed = (path: string): Server | undefined =>
  PLAIN.exec(partsOf(path).at(-1) ?? '')?.[1]?.toLowerCase() as Server | undefined;

/** `values.yaml`, `values-prod.yml`: the values of a Helm chart. */
export const isHelmValues = (path: string): boolean =>
  /^(?:.{0,100}[._-])?values(?:[._-].{0,100})?\.ya?ml$/i.test(partsOf(path).at(-1) ?? '');

/** Names of identity schemas that the manifest tells editors of: `identity.schema.json`, `x-identity-schema.json`. */
export function isNamedIdentitySchema(path: string): boolean {
  const name = partsOf(path).at(-1) ?? '';
  if (name.includes('identities') && name.endsWith('.schema.json')) return true;
  const identity = name.indexOf('identity');
  return identity >= 0 && name.indexOf('schema', identity + 8) > 0 && name.endsWith('.json');
}
