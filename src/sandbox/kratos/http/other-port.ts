import { redirect } from '../../http/paths.ts';
import type { SandboxAnswer, SandboxRequest } from '../../http/service.ts';
import { joinPath, spell, unescapePath, withAdminPrefix } from '../../http/wire-path.ts';

/** Sends a request to the administrators' port on to the public one, which has no prefix. */
export const toPublicPort = (request: SandboxRequest, address: string): SandboxAnswer =>
  otherPort({ ...request, path: withAdminPrefix(request.path) }, address, '');

/** Sends a request to the public port on to the administrators' one. */
export const toAdminPort = (request: SandboxRequest, address: string): SandboxAnswer =>
  otherPort(request, address, '/admin');

function otherPort({ method, path, search }: SandboxRequest, address: string, prefix: string): SandboxAnswer {
  const own = unescapePath(path).replace(/^\/admin/, '');
  const location = `${address}${spell(joinPath(prefix, own), path)}`;
  return redirect(307, search === '' ? location : `${location}?${search}`, method);
}
