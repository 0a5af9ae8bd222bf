import { flatten } from '../../json/flatten.ts';
import { RawNumber } from '../../json/raw-number.ts';
import type { JsonObject } from '../../json/values.ts';
import type { UiMessage } from './messages.ts';
import { input, nodeId, type Group, type UiNode } from './node.ts';

/** The form of a flow as it is kept: plain data, so that a flow can be copied and saved. */
export interface Form {
  action: string;
  method: string;
  nodes: UiNode[];
  messages: UiMessage[];
}

export const newForm = (action: string): Form => ({ action, method: 'POST', nodes: [], messages: [] });

/** The form as the API shows it: a form that never had a node says null, no messages are left out. */
export function presentForm({ action, method, nodes, messages }: Form): JsonObject {
  return {
    action,
    method,
    nodes: nodes.length === 0 ? null : nodes,
    ...(messages.length === 0 ? {} : { messages }),
  };
}

export const findNode = (form: Form, id: string): UiNode | undefined =>
  form.nodes.find((node) => nodeId(node) === id);

/** Puts a node in the place of the one with the same id, else at the end. */
export function upsert(form: Form, node: UiNode): void {
  const at = form.nodes.findIndex((other) => nodeId(other) === nodeId(node));
  if (at < 0) form.nodes.push(node);
  else form.nodes[at] = node;
}

export function append(form: Form, ...nodes: readonly UiNode[]): void {
  form.nodes.push(...nodes);
}

export function removeNodes(form: Form, ...ids: readonly string[]): void {
  form.nodes = form.nodes.filter((node) => !ids.includes(nodeId(node)));
}

/** Removes the nodes that are like these: same id, group and type, and same value where the example has one. */
export function removeLike(form: Form, ...examples: readonly UiNode[]): void {
  const like = (node: UiNode, example: UiNode) =>
    nodeId(node) === nodeId(example) &&
    node.group === example.group &&
    node.attributes.type === example.attributes.type &&
    (example.attributes.value === undefined || node.attributes.value === example.attributes.value);
  form.nodes = form.nodes.filter((node) => !examples.some((example) => like(node, example)));
}

/** Sets the value of a field that the form has; undefined takes it away. */
export function setValue(form: Form, id: string, value: unknown, changes: Partial<UiNode> = {}): void {
  form.nodes = form.nodes.map((node) => {
    if (node !== findNode(form, id)) return node;
    const attributes = { ...node.attributes, value };
    if (value === undefined) Reflect.deleteProperty(attributes, 'value');
    return { ...node, ...changes, attributes };
  });
}

/** Empties fields: values and messages go. */
export function resetFields(form: Form, matches: (id: string) => boolean): void {
  for (const id of new Set(form.nodes.map(nodeId)))
    if (matches(id)) setValue(form, id, undefined, { messages: [] });
}

export function resetMessages(form: Form): void {
  form.messages = [];
  form.nodes = form.nodes.map((node) => ({ ...node, messages: [] }));
}

/** Adds a message to a field, or to the form itself; a field that the form does not have appears with its message. */
export function addMessage(form: Form, message: UiMessage, field = ''): void {
  if (field === '') {
    form.messages.push(message);
    return;
  }
  const found = findNode(form, field);
  if (!found) form.nodes.push({ ...input('default', field, 'text'), messages: [message] });
  else {
    form.nodes = form.nodes.map((node) =>
      node === found ? { ...node, messages: [...node.messages, message] } : node,
    );
  }
}

export function setCsrf(form: Form, token: string): void {
  upsert(form, input('default', 'csrf_token', 'hidden', { value: token, required: true }));
}

/** Writes traits into their fields; with a group the fields move there, and those that are new appear. */
export function fillTraits(form: Form, traits: unknown, group?: Group): void {
  for (const [path, value] of flatten(traits)) {
    const name = `traits.${path}`;
    if (group === undefined) setValue(form, name, value);
    else if (findNode(form, name)) setValue(form, name, value, { group });
    else append(form, input(group, name, fieldType(path, value), { value }));
  }
}

function fieldType(name: string, value: unknown): string {
  if (name === 'password') return 'password';
  if (typeof value === 'number' || value instanceof RawNumber) return 'number';
  return typeof value === 'boolean' ? 'checkbox' : 'text';
}
