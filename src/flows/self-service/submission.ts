import { own } from '../../ory/own.ts';
import { csrfOf, type Flow } from './flow.ts';
import { isField, isSubmit, obstacleOf } from './groups.ts';
import { asText } from '../../ory/as-text.ts';
import { type Loose } from './loose.ts';
import type { FlowNode } from './nodes.ts';

/** What a person filled in, by the names of the inputs. */
export type Values = Readonly<Record<string, string | boolean>>;

/**
 * What a page sends when one of its buttons is pressed: the hidden values and fields of the button's method and of
 * those that all methods share, and the button itself.
 *
 * Fields that were left empty are left out. As JSON an empty text is a value that the schema would be held against; left
 * out, a trait is removed and a missing password is called missing.
 */
export function submissionOf(flow: Flow, submit: FlowNode, values: Values, transientPayload?: Loose): Loose {
  const body: Record<string, unknown> = {};
  for (const node of flow.nodes) {
    if (node.kind !== 'input' || !(node.group === 'default' || node.group === submit.group)) continue;
    if (node.disabled || isSubmit(node) || node.type === 'button') continue;
    const value = valueOf(node, values);
    if (value !== undefined) put(body, node.name, value);
  }
  const csrf = csrfOf(flow);
  if (csrf) body.csrf_token = csrf;
  else delete body.csrf_token;
  put(body, submit.name, typedSubmit(submit));
  body.method = methodOf(flow, submit);
  if (transientPayload && Object.keys(transientPayload).length > 0) body.transient_payload = transientPayload;
  return body;
}

/** The buttons that can be pressed here. */
export const submitsOf = ({ nodes }: Flow): readonly FlowNode[] =>
  nodes.filter((node) => isSubmit(node) && !node.disabled && !obstacleOf(node));

/** The required fields that a submit needs and nothing stands in, by their names. */
export function missingIn(flow: Flow, submit: FlowNode, values: Values): readonly FlowNode[] {
  return flow.nodes.filter(
    (node) =>
      isField(node) &&
      node.required &&
      !node.disabled &&
      (node.group === 'default' || node.group === submit.group) &&
      valueOf(node, values) === undefined,
  );
}

function valueOf(node: FlowNode, values: Values): unknown {
  const given = isField(node) ? own(values, node.name) : undefined;
  const value = given ?? node.value;
  if (node.type === 'checkbox')
    return value === true || value === 'true' ? true : given === undefined ? undefined : false;
  if (value === undefined || value === '') return undefined;
  if (node.type === 'number' && typeof value === 'string') {
    const number = Number(value);
    return Number.isFinite(number) ? number : value;
  }
  return value;
}

/** `totp_unlink` and its like are sent as true, which JSON spells without quotes. */
const typedSubmit = ({ value }: FlowNode): unknown =>
  value === 'true' || value === undefined ? true : value;

/** A button that is no `method` by itself belongs to the one that the form names, or to its group. */
function methodOf({ nodes }: Flow, submit: FlowNode): string {
  if (submit.name === 'method') return asText(submit.value) || submit.group;
  const hidden = nodes.find(
    ({ group, name, type }) => group === submit.group && name === 'method' && type === 'hidden',
  );
  return asText(hidden?.value) || submit.group;
}

/** `traits.name.first` stands in an object of an object. Names that would reach beyond the body are refused. */
function put(body: Record<string, unknown>, name: string, value: unknown): void {
  const path = name.split('.');
  if (path.some((part) => part === '' || part === '__proto__')) return;
  let at = body;
  for (const part of path.slice(0, -1)) {
    const inner = own(at, part);
    const next: Record<string, unknown> =
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? (inner as Record<string, unknown>)
        : {};
    at[part] = next;
    at = next;
  }
  at[path.at(-1) ?? name] = value;
}
