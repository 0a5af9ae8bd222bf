import type { Range, SourceNode } from '../../../src/permissions/index.ts';
import type { random } from '../support/random.ts';

/** A node of a tree with the name of its place within its parent. */
export interface Placed {
  readonly where: string;
  readonly node: Range;
  readonly children: readonly Placed[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** All nodes and names of a tree, found by being objects: a node that is added is looked at as well. */
export function nodesIn(source: SourceNode): Placed {
  const placed = (where: string, value: Record<string, unknown>): Placed => ({
    where,
    node: value as unknown as Range,
    children: Object.entries(value).flatMap(([key, member]) =>
      (Array.isArray(member) ? member : [member]).filter(isObject).map((child) => placed(key, child)),
    ),
  });
  return placed('source', source as unknown as Record<string, unknown>);
}

export const flat = (placed: Placed): readonly Placed[] => [placed, ...placed.children.flatMap(flat)];

type Random = ReturnType<typeof random>;

/** A source in which classes, relations and permissions use each other as they may, in every way of writing. */
export function randomModel({ below, of }: Random): string {
  const name = () => of(['.x', '.y', '.p', '["x"]', "['p']"]);
  const lookup = () =>
    of([
      `this.related${name()}.includes(ctx.subject)`,
      `this.permits${name()}(ctx)`,
      `this.related${of(['.x', '["y"]'])}.traverse((a) => a.permits${name()}(ctx))`,
      `this.related.x.traverse(a => a.related${name()}.includes(ctx.subject,),)`,
    ]);
  const expression = (depth: number): string =>
    depth === 0
      ? lookup()
      : of([
          () => lookup(),
          () => `${expression(depth - 1)} && ${expression(depth - 1)}`,
          () => `${expression(depth - 1)}\n || /* or */ ${expression(depth - 1)}`,
          () => `(${expression(depth - 1)} )`,
          () => `! ${lookup()}`,
          () => `!(${expression(depth - 1)})`,
        ])();
  const types = () =>
    of([
      'A[]',
      '(A | B)[]',
      'Array<A | SubjectSet<B, "x">>',
      "SubjectSet<A, 'y'>[],",
      '(SubjectSet<A, y>)[]',
    ]);
  const block = () =>
    of([
      `related: { x: ${types()} "y": ${types()} }`,
      `related: { x: ${types()}; y: ${types()} };`,
      `related: {\n  y: ${types()} // é\n  x: ${types()}\n}`,
    ]);
  const aClass = (called: string) =>
    `class ${called} implements Namespace {
  ${block()}
  permits = { p: (ctx: Context): boolean => ${expression(3)}, 'q': (ctx) => ${expression(below(3))} }
}`;
  return ['import { Namespace } from "x"', aClass('A'), aClass('B')].join(of(['\n', '\r\n\n']));
}
