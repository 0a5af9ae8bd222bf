import * as l10n from '@vscode/l10n';
import type { FieldTable, Operation } from '../../ory/operations/operation.ts';
import { field, formBody } from '../../ory/operations/parts.ts';
import type { Flow } from './flow.ts';
import { isField, isSecretInput, isSubmit } from './groups.ts';
import { asText } from '../../ory/as-text.ts';
import type { FlowNode } from './nodes.ts';
import type { Values } from './submission.ts';

/** A submission as the form of a page without scripts sends it. */
export interface FormPost {
  /** The operation as it takes a form: it answers with a redirect then. */
  readonly operation: Operation;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * What a browser posts when a button of a page's form is pressed: every input of the button's method and of those that
 * all methods share by its own name, empty ones too, boxes only where they are ticked, and the button.
 */
export function formPostOf(operation: Operation, flow: Flow, button: FlowNode, values: Values): FormPost {
  const inputs = flow.nodes.filter(
    (node) =>
      node.kind === 'input' &&
      (node.group === 'default' || node.group === button.group) &&
      !node.disabled &&
      !isSubmit(node) &&
      node.type !== 'button',
  );
  const filled = inputs.flatMap((node) => {
    const value = (isField(node) ? values[node.name] : undefined) ?? node.value;
    if (node.type === 'checkbox') return asText(value) === 'true' ? [[node.name, 'true'] as const] : [];
    return [[node.name, asText(value)] as const];
  });
  const fields = Object.fromEntries([...filled, [button.name, asText(button.value)] as const]);
  return { operation: takingForms(operation, Object.keys(fields)), fields };
}

function takingForms(operation: Operation, names: readonly string[]): Operation {
  const fields: FieldTable = Object.fromEntries(
    names.map((name) => [name, field('', { secret: isSecretInput({ name, type: '' }) })]),
  );
  return {
    ...operation,
    body: formBody(l10n.t('The form as a page sends it.'), fields),
    answer: { contentType: 'text/html', secrets: [] },
  };
}
