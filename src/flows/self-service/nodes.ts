import { cutOff } from '../../ory/shorten.ts';
import { asText } from '../../ory/as-text.ts';
import { listIn, type Loose, numberIn, objectIn, textIn } from './loose.ts';

/** Words of Kratos with the number by which they are known in every language and version. */
export interface Message {
  readonly id: number;
  readonly text: string;
  readonly type: 'info' | 'success' | 'error';
  readonly context: Loose;
}

export const NODE_KINDS = ['input', 'img', 'text', 'a', 'script', 'div'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** One thing that a page for a flow shows. */
export interface FlowNode {
  /** Where it stands among the flow's nodes. */
  readonly at: number;
  readonly kind: NodeKind | 'unknown';
  /** `default`, or the method that it belongs to. */
  readonly group: string;
  readonly label?: Message;
  readonly messages: readonly Message[];
  /** Name of an input; empty for everything else. */
  readonly name: string;
  /** Type of an input: text, password, hidden, submit, button, checkbox, … */
  readonly type: string;
  readonly value?: unknown;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly autocomplete?: string;
  /** Values that can be chosen. */
  readonly options: readonly { readonly value: string; readonly label?: string }[];
  /** Text of a text, title of a link. */
  readonly text?: Message;
  /** Address of an image, a script or a link. Never loaded. */
  readonly url?: string;
  /** What a script is called and what it would do; never run. */
  readonly script?: string;
}

export function messageIn(value: unknown): Message | undefined {
  const message = objectIn(value);
  const text = textIn(message.text);
  const id = numberIn(message.id);
  if (text === undefined && id === undefined) return undefined;
  const type = message.type === 'error' || message.type === 'success' ? message.type : 'info';
  return { id: id ?? 0, text: cutOff(text ?? ''), type, context: objectIn(message.context) };
}

export const messagesIn = (value: unknown): readonly Message[] =>
  listIn(value).flatMap((one) => messageIn(one) ?? []);

export const nodesIn = (nodes: readonly unknown[]): readonly FlowNode[] => nodes.map(nodeIn);

function nodeIn(value: unknown, at: number): FlowNode {
  const node = objectIn(value);
  const attributes = objectIn(node.attributes);
  const kind = NODE_KINDS.find((one) => one === (node.type ?? attributes.node_type)) ?? 'unknown';
  const label = messageIn(attributes.label) ?? messageIn(objectIn(node.meta).label);
  const isInput = kind === 'input';
  const pattern = textIn(attributes.pattern);
  const maxLength = numberIn(attributes.maxlength);
  const autocomplete = textIn(attributes.autocomplete);
  const text = messageIn(kind === 'a' ? attributes.title : attributes.text);
  const url = textIn(attributes.src) ?? textIn(attributes.href);
  const script = scriptOf(attributes);
  return {
    at,
    kind,
    group: textIn(node.group) ?? 'default',
    ...(label ? { label } : {}),
    messages: messagesIn(node.messages),
    name: isInput ? (textIn(attributes.name) ?? '') : '',
    type: isInput ? (textIn(attributes.type) ?? 'text') : '',
    ...(attributes.value === undefined || attributes.value === null ? {} : { value: attributes.value }),
    required: attributes.required === true,
    disabled: attributes.disabled === true,
    ...(pattern ? { pattern } : {}),
    ...(maxLength ? { maxLength } : {}),
    ...(autocomplete ? { autocomplete } : {}),
    options: optionsIn(attributes.options),
    ...(text ? { text } : {}),
    ...(url ? { url } : {}),
    ...(script ? { script } : {}),
  };
}

function optionsIn(value: unknown): FlowNode['options'] {
  return listIn(value).map((one) => {
    const option = objectIn(one);
    const label = messageIn(option.label)?.text;
    return { value: asText(option.value), ...(label ? { label } : {}) };
  });
}

const SCRIPTS = ['onclickTrigger', 'onclick', 'onloadTrigger', 'onload'] as const;

/** What a page would run for a node. */
function scriptOf(attributes: Loose): string | undefined {
  return SCRIPTS.map((name) => textIn(attributes[name]) && `${name}: ${textIn(attributes[name]) ?? ''}`).find(
    (found) => found !== undefined,
  );
}
