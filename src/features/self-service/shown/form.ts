import { oneLine } from '../../../editor/text.ts';
import type { Flow } from '../../../flows/self-service/flow.ts';
import {
  groupsOf,
  isField,
  isSecretInput,
  isSubmit,
  obstacleOf,
} from '../../../flows/self-service/groups.ts';
import { asText } from '../../../ory/as-text.ts';
import { explain } from '../../../flows/self-service/messages/explain.ts';
import type { FlowNode, Message } from '../../../flows/self-service/nodes.ts';
import type { Values } from '../../../flows/self-service/submission.ts';
import type { ShownGroup, ShownMessage, ShownNode } from '../../../webviews/self-service-flow/contract.ts';

export interface FormInput {
  readonly values: Values;
  readonly revealed: boolean;
  /** The code of a mailed link is there. */
  readonly hasCode: boolean;
}

/** The form as it is drawn, by the methods that its parts belong to. */
export const shownGroups = (flow: Flow, input: FormInput): readonly ShownGroup[] =>
  groupsOf(flow).map(({ group, title, nodes, obstacle }) => ({
    group,
    title,
    nodes: nodes.map((node) => shownNode(node, input)),
    obstacle: obstacle?.why ?? '',
    openInBrowser: obstacle?.browser ?? false,
  }));

/** Whether the form holds something that is shown on demand only. */
export const hasSecrets = ({ nodes }: Flow): boolean => nodes.some(isSecretNode);

export function shownMessage({ id, text, type }: Message): ShownMessage {
  const { means, next = '' } = explain(id);
  return { id, text: oneLine(text), type, means, next };
}

function shownNode(node: FlowNode, input: FormInput): ShownNode {
  const { at, kind, name, type, required, disabled, label, messages } = node;
  return {
    at,
    shape: shapeOf(node),
    label: oneLine(label?.text ?? node.text?.text ?? '') || name || kind,
    name,
    type: kind === 'input' ? type : kind,
    required,
    disabled: disabled || (isSubmit(node) && obstacleOf(node) !== undefined),
    secret: isSecretInput(node),
    value: valueOf(node, input),
    options: node.options.map(({ value, label: text }) => ({ value, label: oneLine(text ?? value) })),
    note: noteOf(node, input),
    ...(label ? { labelMessage: shownMessage(label) } : {}),
    messages: messages.map(shownMessage),
  };
}

function shapeOf(node: FlowNode): ShownNode['shape'] {
  switch (node.kind) {
    case 'input':
      if (isSubmit(node)) return 'submit';
      if (node.type === 'hidden') return 'hidden';
      if (!isField(node)) return 'inert';
      if (node.options.length > 0) return 'choice';
      return node.type === 'checkbox' ? 'checkbox' : 'field';
    case 'text':
      return 'text';
    case 'img':
      return 'image';
    case 'a':
      return 'link';
    default:
      return 'inert';
  }
}

/** Texts hold keys and backup codes, the picture holds the key of an authenticator app. */
const isSecretNode = ({ kind, group }: FlowNode): boolean =>
  (kind === 'text' && (group === 'totp' || group === 'lookup_secret')) || kind === 'img';

function valueOf(node: FlowNode, { values, revealed }: FormInput): string {
  if (node.kind === 'text') {
    const secret = isSecretNode(node) && !revealed;
    return secret ? '' : (node.text?.text ?? '');
  }
  if (node.kind === 'img') return revealed && isPng(node.url) ? (node.url ?? '') : '';
  if (node.kind === 'a') return node.url ?? '';
  if (isSecretInput(node)) return '';
  const given = isField(node) ? values[node.name] : undefined;
  return asText(given ?? node.value);
}

/** A picture that is its own address: nothing is loaded for it, and nothing in it can run. */
const isPng = (url: string | undefined): boolean =>
  /^data:image\/png;base64,[A-Za-z0-9+/=]+$/.test(url ?? '');

function noteOf(node: FlowNode, { revealed, hasCode }: FormInput): string {
  switch (node.kind) {
    case 'script':
      return `A page loads the script ${node.url ?? ''}. Here it is named, never loaded nor run.`;
    case 'img':
      if (!isPng(node.url)) return `A page loads the picture ${node.url ?? ''}. Here nothing is loaded.`;
      return revealed ? '' : 'A QR code that holds a secret. Reveal it to scan it.';
    case 'text':
      return isSecretNode(node) && !revealed ? 'A secret. Reveal it to see it.' : '';
    case 'div':
      return 'A place that a script of the page fills in.';
    case 'unknown':
      return 'A kind of node that this extension does not know.';
    case 'input':
      if (node.script) return `A page runs ${node.script.slice(0, 200)}. Here it is named, never run.`;
      return node.name === 'code' && hasCode ? 'Filled in from the link; what you type takes its place.' : '';
    case 'a':
      return '';
  }
}
