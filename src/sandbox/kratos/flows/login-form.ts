import type { JsonObject } from '../../json/values.ts';
import type { KratosContext } from '../context.ts';
import { identifierTrait } from '../schemas/extension.ts';
import type { Flow } from './store.ts';

export interface UiMessage {
  readonly id: number;
  readonly text: string;
  readonly type: 'error' | 'info';
  readonly context?: JsonObject;
}

/** What the form shows beyond its empty state. */
export interface FormState {
  readonly identifier?: string;
  readonly messages?: readonly UiMessage[];
  /** Messages of single fields, by name. */
  readonly fields?: Readonly<Record<string, readonly UiMessage[]>>;
}

/** A login flow as JSON: the form of the password method. */
export function presentLogin(kratos: KratosContext, flow: Flow, state: FormState = {}): JsonObject {
  const { messages = [], identifier = '', fields = {} } = state;
  const node = (group: string, attributes: JsonObject, label?: JsonObject): JsonObject => ({
    type: 'input',
    group,
    attributes: { ...attributes, disabled: false, node_type: 'input' },
    messages: fields[String(attributes.name)] ?? [],
    meta: label ? { label: { ...label, type: 'info' } } : {},
  });
  const password = kratos.settings.passwordEnabled
    ? [
        node(
          'default',
          { name: 'identifier', type: 'text', value: identifier, required: true },
          nameLabel(kratos),
        ),
        node(
          'password',
          { name: 'password', type: 'password', required: true, autocomplete: 'current-password' },
          { id: 1070001, text: 'Password' },
        ),
        node(
          'password',
          { name: 'method', type: 'submit', value: 'password' },
          {
            id: 1010022,
            text: 'Sign in with password',
          },
        ),
      ]
    : [];
  return {
    id: flow.id,
    organization_id: null,
    type: flow.type,
    expires_at: flow.expires_at,
    issued_at: flow.issued_at,
    request_url: flow.request_url,
    ui: {
      action: `${kratos.settings.publicUrl()}/self-service/login?flow=${flow.id}`,
      method: 'POST',
      nodes: [
        node('default', { name: 'csrf_token', type: 'hidden', value: '', required: true }),
        ...password,
      ],
      ...(messages.length > 0 ? { messages } : {}),
    },
    created_at: flow.issued_at,
    updated_at: flow.issued_at,
    refresh: false,
    requested_aal: 'aal1',
    state: 'choose_method',
  };
}

function nameLabel(kratos: KratosContext): JsonObject {
  const schema = kratos.schemas.all.find(({ id }) => id === kratos.settings.defaultSchemaId);
  const trait = schema ? identifierTrait(schema.schema) : undefined;
  if (!trait) return { id: 1070004, text: 'ID' };
  return { id: 1070002, text: trait.title, context: { name: trait.path, title: trait.title } };
}
