import { randomInt } from 'node:crypto';
import { BodyForm, textAt } from '../../flows/body.ts';
import { requireSameClient } from '../../flows/guard.ts';
import { InputProblem, methodDisabled } from '../../flows/problems.ts';
import type { SettingsMethod, SettingsOutcome, SettingsWork } from '../../flows/settings/method.ts';
import { requirePrivileged } from '../../flows/settings/refresh.ts';
import { badRequest } from '../../http/errors.ts';
import { lookupSecrets, type LookupSecret } from '../../identities/factors.ts';
import type { Identity } from '../../identities/model.ts';
import { strengthen } from '../../sessions/strengthen.ts';
import { removeNodes, resetMessages, setCsrf, upsert } from '../../ui/form.ts';
import type { UiNode } from '../../ui/node.ts';
import {
  codesNode,
  confirmButton,
  disableButton,
  LOOKUP_FIELDS,
  regenerateButton,
  revealButton,
} from './nodes.ts';

const flag = { type: 'boolean' };
const FORM = new BodyForm({
  lookup_secret_disable: flag,
  lookup_secret_reveal: flag,
  lookup_secret_regenerate: flag,
  lookup_secret_confirm: flag,
});
const MEMORY = 'lookup_secrets';
const COUNT = 12;
const LENGTH = 8;
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Backup codes: made, confirmed, shown once more, turned off. */
export const lookupSettings: SettingsMethod = {
  id: 'lookup_secret',
  postOnly: true,
  isEnabled: (ex) => ex.kratos.settings.selfService.lookup.enabled,
  populate({ ex, flow: { form }, identity }) {
    setCsrf(form, ex.csrfToken());
    const nodes = secretsOf(identity).length > 0 ? [revealButton(), disableButton()] : [regenerateButton()];
    for (const node of nodes) upsert(form, node);
  },
  submit(work, submitted) {
    const { ex, flow, session, extras } = work;
    const { fields, complaints } = FORM.type(submitted);
    const asked = (name: string) => fields[`lookup_secret_${name}`] === true;
    const names = ['confirm', 'reveal', 'disable', 'regenerate'];
    if (complaints.length === 0 && !names.some(asked)) return undefined;
    try {
      if (complaints.length > 0) throw new InputProblem(complaints);
      if (!ex.kratos.settings.selfService.lookup.enabled) throw methodDisabled();
      requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
      requirePrivileged(ex, session);
      extras.transient_payload = fields.transient_payload;
      if (asked('confirm')) return confirm(work);
      if (asked('reveal')) return reveal(work);
      return asked('disable') ? disable(work) : regenerate(work);
    } catch (cause) {
      resetMessages(flow.form);
      setCsrf(flow.form, ex.csrfToken());
      throw cause;
    }
  },
};

function confirm({ ex, flow, identity, session }: SettingsWork): SettingsOutcome {
  const secrets = flow.memory[MEMORY];
  if (!Array.isArray(secrets) || secrets.length !== COUNT) {
    throw badRequest('There are no new backup codes to confirm: make some first.');
  }
  const now = ex.kratos.now();
  const lookup_secret = {
    type: 'lookup_secret',
    identifiers: [identity.id],
    config: { recovery_codes: secrets as readonly LookupSecret[] },
    version: 0,
    created_at: now,
    updated_at: now,
  };
  strengthen(ex, session, { method: 'lookup_secret', aal: 'aal2' });
  return { identity: { ...identity, credentials: { ...identity.credentials, lookup_secret } } };
}

function reveal(work: SettingsWork): SettingsOutcome {
  const secrets = secretsOf(work.identity);
  if (secrets.length === 0) throw badRequest('There are no backup codes that could be shown.');
  return show(work, [codesNode(secrets), disableButton(), regenerateButton()]);
}

function regenerate(work: SettingsWork): SettingsOutcome {
  const secrets = Array.from({ length: COUNT }, (): LookupSecret => ({ code: newSecret() }));
  work.flow.memory[MEMORY] = secrets;
  return show(work, [codesNode(secrets), confirmButton()]);
}

function disable({ identity }: SettingsWork): SettingsOutcome {
  const credentials = { ...identity.credentials };
  Reflect.deleteProperty(credentials, 'lookup_secret');
  return { identity: { ...identity, credentials } };
}

/** Puts these in the place of all other fields of backup codes; the order of the form is left as it is. */
function show({ ex, flow }: SettingsWork, nodes: readonly UiNode[]): SettingsOutcome {
  removeNodes(flow.form, ...LOOKUP_FIELDS);
  for (const node of nodes) upsert(flow.form, node);
  ex.kratos.flows.save(flow);
  return { show: true };
}

const newSecret = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');

function secretsOf({ credentials }: Identity): readonly LookupSecret[] {
  return credentials.lookup_secret ? lookupSecrets(credentials.lookup_secret) : [];
}
