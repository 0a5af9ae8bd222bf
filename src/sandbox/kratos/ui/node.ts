import { wordOf, type JsonObject } from '../../json/values.ts';
import type { UiMessage } from './messages.ts';

/** The methods, as the groups of a form name them. */
export type Group =
  | 'default'
  | 'password'
  | 'profile'
  | 'code'
  | 'link'
  | 'totp'
  | 'lookup_secret'
  | 'webauthn'
  | 'identifier_first';

/** One part of a form as the API shows it. */
export interface UiNode {
  readonly type: 'input' | 'img' | 'text' | 'a' | 'script';
  readonly group: Group;
  readonly attributes: JsonObject;
  readonly messages: readonly UiMessage[];
  readonly meta: { readonly label?: UiMessage };
}

export interface InputOptions {
  /** Left out of the form when undefined; an empty string is shown. */
  readonly value?: unknown;
  readonly label?: UiMessage | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autocomplete?: string;
  readonly pattern?: string;
  readonly maxlength?: number;
  readonly options?: readonly { readonly value: unknown }[];
}

/** An input field, or a button with `submit`. */
export function input(group: Group, name: string, type: string, options: InputOptions = {}): UiNode {
  const {
    value,
    label,
    required,
    disabled = false,
    autocomplete,
    pattern,
    maxlength,
    options: choices,
  } = options;
  return make('input', group, label, {
    name,
    type,
    ...(value === undefined ? {} : { value }),
    ...(required === true ? { required } : {}),
    ...(autocomplete === undefined ? {} : { autocomplete }),
    ...(pattern === undefined ? {} : { pattern }),
    disabled,
    ...(maxlength === undefined ? {} : { maxlength }),
    ...(choices === undefined ? {} : { options: choices }),
  });
}

/** A button that chooses a method, or one with another name that stands for a choice. */
export const button = (
  group: Group,
  name: string,
  value: string,
  label: UiMessage,
  options: InputOptions = {},
): UiNode => input(group, name, 'submit', { value, label, ...options });

export const image = (group: Group, id: string, src: string, size: number, label: UiMessage): UiNode =>
  make('img', group, label, { src, id, width: size, height: size });

export const textNode = (group: Group, id: string, text: UiMessage, label: UiMessage): UiNode =>
  make('text', group, label, { text, id });

export const anchor = (group: Group, id: string, href: string, title: UiMessage): UiNode =>
  make('a', group, title, { href, title, id });

export function script(group: Group, id: string, src: string, integrity: string, nonce: string): UiNode {
  const fixed = {
    async: true,
    referrerpolicy: 'no-referrer',
    crossorigin: 'anonymous',
    type: 'text/javascript',
  };
  return make('script', group, undefined, { src, ...fixed, integrity, id, nonce });
}

/** What nodes are found by: an input's name, anything else's id. */
export const nodeId = ({ attributes }: UiNode): string => wordOf(attributes.name ?? attributes.id);

function make(
  type: UiNode['type'],
  group: Group,
  label: UiMessage | undefined,
  attributes: JsonObject,
): UiNode {
  return {
    type,
    group,
    attributes: { ...attributes, node_type: type },
    messages: [],
    meta: label === undefined ? {} : { label },
  };
}
