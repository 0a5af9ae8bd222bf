import type { SandboxAnswer, SandboxRequest } from './service.ts';

export type Handler = (request: SandboxRequest) => SandboxAnswer | Promise<SandboxAnswer>;

interface Route<H> {
  readonly method: string;
  readonly segments: readonly string[];
  readonly handler: H;
}

/** What a router found: a handler with its parameters, or the methods that the path would have taken. */
export type Found<H = Handler> =
  | { readonly kind: 'route'; readonly handler: H; readonly params: Record<string, string> }
  | { readonly kind: 'other-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'none' };

/** Routes by method and template (`/admin/identities/{id}`); literal segments win over parameters. */
export class Router<H = Handler> {
  private readonly routes: Route<H>[] = [];

  on(method: string, template: string, handler: H): this {
    this.routes.push({ method, segments: template.split('/').slice(1), handler });
    return this;
  }

  find(method: string, path: string): Found<H> {
    const segments = path.split('/').slice(1);
    const matching = this.routes
      .map((route) => ({ route, params: match(route.segments, segments) }))
      .filter(
        (found): found is { route: Route<H>; params: Record<string, string> } => found.params !== undefined,
      )
      .sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length);
    const best = matching.find(({ route }) => route.method === method);
    if (best) return { kind: 'route', handler: best.route.handler, params: best.params };
    if (matching.length === 0) return { kind: 'none' };
    return { kind: 'other-method', allowed: [...new Set(matching.map(({ route }) => route.method))] };
  }
}

function match(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of template.entries()) {
    const segment = segments[at] ?? '';
    if (!part.startsWith('{')) {
      if (part !== segment) return undefined;
    } else if (segment === '') return undefined;
    else params[part.slice(1, -1)] = decode(segment);
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
