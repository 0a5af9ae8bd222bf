import { json } from '../../http/answers.ts';
import { uiOf } from '../flows/begin.ts';
import { BodyForm, textAt } from '../flows/body.ts';
import { renewCsrf, requireSameClient } from '../flows/guard.ts';
import type { LoginMethod, LoginWork } from '../flows/login/method.ts';
import { presentLogin } from '../flows/login/present.ts';
import { complain, InputProblem } from '../flows/problems.ts';
import { schemaOf } from '../flows/schema.ts';
import { CREDENTIAL_TYPES, type Identity } from '../identities/model.ts';
import { methodButton } from '../ui/fields.ts';
import { append, removeLike, resetMessages, setCsrf, setValue, upsert } from '../ui/form.ts';
import { input, nodeId } from '../ui/node.ts';
import { identifierLabel } from '../ui/schema-fields.ts';

const FORM = new BodyForm({ identifier: { type: 'string', minLength: 1 } }, { required: ['identifier'] });

/**
 * Signing in in two steps, where the configuration wants that: first the login name, then what that person can sign
 * in with. `others` are the ways that may follow.
 */
export const identifierFirst = (others: readonly LoginMethod[]): LoginMethod => ({
  id: 'identifier_first',
  isEnabled: ({ ex }) => ex.kratos.settings.selfService.loginStyle === 'identifier_first',
  firstFactor({ ex, flow }) {
    setCsrf(flow.form, ex.csrfToken());
    const label = identifierLabel(schemaOf(ex, flow));
    const options = { value: '', required: true, autocomplete: 'username webauthn', label };
    upsert(flow.form, input('identifier_first', 'identifier', 'text', options));
    append(flow.form, methodButton('identifier_first', 'identifier_first', 'continueLogin'));
  },
  submit(work) {
    const { ex, flow, extras } = work;
    if (ex.kratos.settings.selfService.loginStyle !== 'identifier_first') return undefined;
    if (flow.requested_aal !== 'aal1') return undefined;
    const { fields, complaints } = FORM.read(ex);
    const identifier = textAt(fields, 'identifier');
    try {
      if (complaints.length > 0) throw new InputProblem(complaints);
      extras.transient_payload = fields.transient_payload;
      requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
      resetMessages(flow.form);
      setValue(flow.form, 'identifier', identifier);
      const identity = find(work, identifier);
      const known = others.filter((method) => method.isEnabled(work));
      const shown = known.filter((method) => method.identified?.(work, identity, identifier) === true);
      if (shown.length === 0) throw complain('noAccount');
      hideIdentifier(work);
      flow.active = 'identifier_first';
      ex.kratos.flows.save(flow);
      return {
        answer: ex.isData
          ? json(400, presentLogin(flow, extras))
          : ex.redirect(303, uiOf(ex, 'login', flow.id)),
      };
    } catch (cause) {
      setValue(flow.form, 'identifier', identifier);
      renewCsrf(ex, flow);
      throw cause;
    }
  },
});

function hideIdentifier({ flow: { form } }: LoginWork): void {
  removeLike(form, methodButton('identifier_first', 'identifier_first', 'continueLogin'));
  form.nodes = form.nodes.map((node) =>
    nodeId(node) === 'identifier'
      ? { ...node, attributes: { ...node.attributes, type: 'hidden', autocomplete: 'username webauthn' } }
      : node,
  );
}

/** Whoever has that login name, with whatever method. */
function find({ ex: { kratos } }: LoginWork, identifier: string): Identity | undefined {
  const name = identifier.trim().toLowerCase();
  const owners = CREDENTIAL_TYPES.map((type) => kratos.identities.ownerOf(`${type}\n${name}`));
  return kratos.identities.get(owners.find((owner) => owner !== undefined) ?? '');
}
