import { textAt } from '../../flows/body.ts';
import { requireSameClient } from '../../flows/guard.ts';
import { InputProblem, methodDisabled } from '../../flows/problems.ts';
import type { SettingsMethod, SettingsWork } from '../../flows/settings/method.ts';
import { isPrivileged, RefreshNeeded } from '../../flows/settings/refresh.ts';
import { TraitsForms } from '../../flows/traits-form.ts';
import { follow } from '../../identities/derive.ts';
import type { Identity } from '../../identities/model.ts';
import { complaints as complaintsOf } from '../../ui/complaints.ts';
import { methodButton } from '../../ui/fields.ts';
import { append, fillTraits, resetFields, setCsrf, upsert } from '../../ui/form.ts';
import { traitFields } from '../../ui/schema-fields.ts';

const FORMS = new TraitsForms({}, { required: ['traits'] });

/** Who somebody is: their traits. Those that they sign in with, or are written to, need a young login. */
export const profileSettings: SettingsMethod = {
  id: 'profile',
  pausesAlways: true,
  isEnabled: (ex) => ex.kratos.settings.selfService.profile.enabled,
  populate({ ex, flow: { form }, identity }) {
    for (const field of traitFields(ex.kratos.schemas.require(identity.schema_id), 'profile'))
      upsert(form, field);
    setCsrf(form, ex.csrfToken());
    fillTraits(form, identity.traits, 'profile');
    append(form, methodButton('profile', 'profile', 'save'));
  },
  submit(work, submitted) {
    const { ex, flow, identity } = work;
    if (submitted.values.get('method')?.[0] !== 'profile') return undefined;
    if (!ex.kratos.settings.selfService.profile.enabled) throw methodDisabled();
    const { fields, complaints } = FORMS.for(ex.kratos.schemas.require(identity.schema_id)).type(submitted);
    try {
      if (complaints.length > 0) throw new InputProblem(complaints);
      requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
      refill(work, fields.traits);
      return { identity: changed(work, fields.traits) };
    } catch (cause) {
      refill(work, fields.traits);
      throw cause;
    }
  },
};

/** Shows the traits as they were sent. */
function refill({ ex, flow }: SettingsWork, traits: unknown): void {
  resetFields(flow.form, (id) => id.startsWith('traits.'));
  fillTraits(flow.form, traits, 'profile');
  setCsrf(flow.form, ex.csrfToken());
}

function changed({ ex, identity, session }: SettingsWork, traits: unknown): Identity {
  const { schemas, now } = ex.kratos;
  const faults = schemas.faults(identity.schema_id, traits);
  if (faults.length > 0) throw new InputProblem(complaintsOf(faults));
  const after = { ...identity, traits, ...follow(identity, schemas.derive(identity.schema_id, traits), now) };
  if (!isPrivileged(ex, session) && access(after) !== access(identity))
    throw new RefreshNeeded('access changes');
  return after;
}

/** All of an identity that decides on who gets at it. */
function access({
  credentials,
  verifiable_addresses: verifiable,
  recovery_addresses: recovery,
}: Identity): string {
  const names = Object.values(credentials).map(({ type, identifiers }) => [type, ...identifiers]);
  const addresses = [...verifiable, ...recovery].map(({ via, value }) => [via, value]);
  return JSON.stringify([names, addresses]);
}
