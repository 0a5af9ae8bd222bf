import { redirect } from './paths.ts';
import type { SandboxAnswer, SandboxRequest } from './service.ts';
import { cleanPath, escapePath, textOfBytes, unescapePath } from './wire-path.ts';

export type Handler = (request: SandboxRequest) => SandboxAnswer | Promise<SandboxAnswer>;

interface Route<H> {
  readonly method: string;
  readonly segments: readonly string[];
  readonly handler: H;
}

/**
 * What a router found: a handler with its parameters, the spelling of the path that it would answer to, or the methods
 * that the path would have taken.
 */
export type Found<H = Handler> =
  | { readonly kind: 'route'; readonly handler: H; readonly params: Record<string, string> }
  | { readonly kind: 'other-spelling'; readonly path: string }
  | { readonly kind: 'other-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'none' };

/**
 * Routes by method and template (`/admin/identities/{id}`), as Go's `http.ServeMux` has them in all of Ory's servers:
 * literal segments win over parameters, HEAD is answered where GET is, and a path with doubled slashes or dots is sent
 * to its clean spelling, whether there is something or not.
 */
export class Router<H = Handler> {
  private readonly routes: Route<H>[] = [];

  on(method: string, template: string, handler: H): this {
    this.routes.push({ method, segments: template.split('/').slice(1), handler });
    return this;
  }

  /** @param path raw, as it stands on the wire */
  find(method: string, path: string): Found<H> {
    const clean = cleanPath(path);
    // The server takes the raw path for a decoded one here, and escapes its escapes once more.
    if (clean !== path) return { kind: 'other-spelling', path: escapePath(clean) };
    const segments = path.split('/').slice(1).map(unescapePath);
    const matching = this.routes
      .map((route) => ({ route, params: match(route.segments, segments) }))
      .filter(
        (found): found is { route: Route<H>; params: Record<string, string> } => found.params !== undefined,
      )
      .sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length);
    const best =
      matching.find(({ route }) => route.method === method) ??
      (method === 'HEAD' ? matching.find(({ route }) => route.method === 'GET') : undefined);
    if (best) return { kind: 'route', handler: best.route.handler, params: best.params };
    if (matching.length === 0) return { kind: 'none' };
    const methods = matching.flatMap(({ route }) =>
      route.method === 'GET' ? ['GET', 'HEAD'] : [route.method],
    );
    return { kind: 'other-method', allowed: [...new Set(methods)] };
  }
}

/** The answer to a path in another spelling. */
export const toSpelling = (path: string, { method, search }: SandboxRequest): SandboxAnswer =>
  redirect(307, search === '' ? path : `${path}?${search}`, method);

function match(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of template.entries()) {
    const segment = segments[at] ?? '';
    if (!part.startsWith('{')) {
      if (part !== segment) return undefined;
    } else if (segment === '') return undefined;
    else params[part.slice(1, -1)] = textOfBytes(segment);
  }
  return params;
}
