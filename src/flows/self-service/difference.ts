import * as l10n from '@vscode/l10n';
import { own } from '../../ory/own.ts';
import { asText } from '../../ory/as-text.ts';
import { listIn, type Loose, objectIn, parseLoose } from './loose.ts';
import { type FlowNode, type Message, messagesIn, nodesIn } from './nodes.ts';

/** One difference between two states of a flow. */
export interface Difference {
  readonly sign: '+' | '-' | '~';
  readonly text: string;
}

/** What changed from one answer to the next, as people tell it. Both are masked documents. */
export function differencesOf(before: string, after: string): readonly Difference[] {
  const [from, to] = [objectIn(parseLoose(before)), objectIn(parseLoose(after))];
  return [
    ...fieldsOf(from, to),
    ...messagesOf('', messagesIn(objectIn(from.ui).messages), messagesIn(objectIn(to.ui).messages)),
    ...nodesOf(nodesIn(listIn(objectIn(from.ui).nodes)), nodesIn(listIn(objectIn(to.ui).nodes))),
  ];
}

/** Fields that change with every look. */
const RESTLESS = new Set(['ui', 'updated_at']);

function fieldsOf(from: Loose, to: Loose): readonly Difference[] {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter(
    (name) => !RESTLESS.has(name),
  );
  return names.flatMap((name): Difference[] => {
    const [was, is] = [own(from, name), own(to, name)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    if (was === undefined) return [{ sign: '+', text: `${name}: ${short(is)}` }];
    if (is === undefined) return [{ sign: '-', text: `${name}: ${short(was)}` }];
    return [{ sign: '~', text: `${name}: ${short(was)} → ${short(is)}` }];
  });
}

function messagesOf(where: string, from: readonly Message[], to: readonly Message[]): readonly Difference[] {
  const key = ({ id, text }: Message) => `${id} ${text}`;
  const at = where ? `${where}: ` : '';
  const [before, now] = [new Set(from.map(key)), new Set(to.map(key))];
  return [
    ...from
      .filter((one) => !now.has(key(one)))
      .map((one): Difference => ({ sign: '-', text: l10n.t('{0}message {1}', at, key(one)) })),
    ...to
      .filter((one) => !before.has(key(one)))
      .map((one): Difference => ({ sign: '+', text: l10n.t('{0}message {1}', at, key(one)) })),
  ];
}

function nodesOf(from: readonly FlowNode[], to: readonly FlowNode[]): readonly Difference[] {
  const [before, now] = [byKey(from), byKey(to)];
  return [
    ...[...before.keys()].filter((key) => !now.has(key)).map((key): Difference => ({ sign: '-', text: key })),
    ...[...now].flatMap(([key, node]): readonly Difference[] => {
      const old = before.get(key);
      return old
        ? changesOf(key, old, node)
        : [{ sign: '+', text: key }, ...messagesOf(key, [], node.messages)];
    }),
  ];
}

const COMPARED = ['type', 'value', 'required', 'disabled', 'url', 'pattern'] as const;

function changesOf(key: string, from: FlowNode, to: FlowNode): readonly Difference[] {
  const fields = COMPARED.filter((name) => asText(from[name]) !== asText(to[name])).map(
    (name): Difference => ({
      sign: '~',
      text: `${key}: ${name} ${short(from[name])} → ${short(to[name])}`,
    }),
  );
  return [...fields, ...messagesOf(key, from.messages, to.messages)];
}

/** Nodes by what one calls them; a button is known by its value, too. */
function byKey(nodes: readonly FlowNode[]): ReadonlyMap<string, FlowNode> {
  const named = new Map<string, FlowNode>();
  for (const node of nodes) {
    const what = node.kind === 'input' ? node.type : node.kind;
    const name = node.name || (node.text?.id ?? node.label?.id ?? '');
    const value = node.type === 'submit' ? `=${asText(node.value)}` : '';
    const base = `${node.group} ${what} ${name}${value}`.trim();
    let key = base;
    for (let count = 2; named.has(key); count++) key = `${base} (${count})`;
    named.set(key, node);
  }
  return named;
}

function short(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = asText(value);
  return text === '' ? 'empty' : text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
