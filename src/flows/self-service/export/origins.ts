import { parseLoose } from '../loose.ts';
import type { Step } from '../steps.ts';

/** Where a value that a later step sends comes from. */
export interface Origin {
  /** The step whose answer holds it. */
  readonly step: number;
  /** Where it stands in the answer. */
  readonly path: readonly (string | number)[];
  /** It is part of an address that stands there. */
  readonly within: boolean;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The ids of flows and sessions that steps send and earlier answers hold: whoever plays them again gets others. */
export function originsOf(steps: readonly Step[]): ReadonlyMap<string, Origin> {
  const origins = new Map<string, Origin>();
  steps.forEach((step, index) => {
    for (const value of Object.values(step.input.values)) {
      if (typeof value !== 'string' || !UUID.test(value) || origins.has(value)) continue;
      for (const earlier of steps.slice(0, index).reverse()) {
        const found = placeOf(parseLoose(earlier.answer), value, []);
        if (!found) continue;
        origins.set(value, { step: earlier.number, ...found });
        break;
      }
    }
  });
  return origins;
}

type Place = Pick<Origin, 'path' | 'within'>;

/** The place of a text, the shallowest first: an id of its own before an address that holds it. */
function placeOf(root: unknown, id: string, path: Origin['path']): Place | undefined {
  if (typeof root === 'string') {
    if (root === id) return { path, within: false };
    return root.includes(id) && path.at(-1) !== 'request_url' ? { path, within: true } : undefined;
  }
  if (typeof root !== 'object' || root === null) return undefined;
  const children: [string | number, unknown][] = Array.isArray(root)
    ? (root as unknown[]).map((one, at) => [at, one])
    : Object.entries(root);
  const flat = children.filter(([, child]) => typeof child === 'string');
  const deep = children.filter(([, child]) => typeof child !== 'string');
  let within: Place | undefined;
  for (const [name, child] of [...flat, ...deep]) {
    const found = placeOf(child, id, [...path, name]);
    if (found && !found.within) return found;
    within ??= found;
  }
  return within;
}

/** What a flow is called in exported code: `loginFlow`, and with a number where there are several. */
export class Names {
  private readonly given = new Map<string, string>();
  private readonly taken = new Set<string>();

  /** @param wanted in camel case */
  of(key: string, wanted: string): string {
    const known = this.given.get(key);
    if (known) return known;
    let name = wanted;
    for (let count = 2; this.taken.has(name); count++) name = `${wanted}${count}`;
    this.taken.add(name);
    this.given.set(key, name);
    return name;
  }
}

/** What the object is that an id of this operation's parameter names: `updateLoginFlow` takes a login flow. */
export const nounOf = ({ operation }: Step): string => {
  const flow = /(Login|Registration|Recovery|Verification|Settings)Flow$/.exec(operation.id)?.[1];
  if (flow) return `${flow.toLowerCase()}Flow`;
  return operation.id === 'getFlowError' ? 'error' : 'session';
};
