import { ANY, methodOf, textAt } from '../../flows/body.ts';
import { json } from '../../../http/answers.ts';
import { uiOf } from '../../flows/begin.ts';
import { requireSameClient } from '../../flows/guard.ts';
import { InputProblem } from '../../flows/problems.ts';
import { judgeTraits } from '../../flows/registration/judge.ts';
import type {
  RegistrationMethod,
  RegistrationOutcome,
  RegistrationWork,
} from '../../flows/registration/method.ts';
import { presentRegistration, sortRegistration } from '../../flows/registration/present.ts';
import { schemaOf } from '../../flows/schema.ts';
import { TraitsForms } from '../../flows/traits-form.ts';
import { readSubmitted } from '../../flows/values.ts';
import { methodButton } from '../../ui/fields.ts';
import { append, fillTraits, removeLike, resetMessages, setCsrf, upsert } from '../../ui/form.ts';
import { say } from '../../ui/messages.ts';
import { button } from '../../ui/node.ts';
import { traitFields } from '../../ui/schema-fields.ts';

const FORMS = new TraitsForms({ screen: { type: 'string', enum: ['credential-selection', 'previous'] } });

/** The first step of signing up: who one is. How to sign in comes next. */
export const profileRegistration: RegistrationMethod = {
  id: 'profile',
  isEnabled: (ex) => ex.kratos.settings.selfService.profile.enabled,
  all(work) {
    setCsrf(work.flow.form, work.ex.csrfToken());
    for (const field of traitsOf(work)) upsert(work.flow.form, field);
  },
  profile(work, traits) {
    const { form } = work.flow;
    removeLike(form, backButton());
    setCsrf(form, work.ex.csrfToken());
    for (const field of traitsOf(work)) upsert(form, field);
    if (traits !== undefined) fillTraits(form, traits, 'default');
    append(form, submitButton());
  },
  credentials({ flow: { form } }) {
    append(form, backButton());
    removeLike(form, submitButton());
    form.nodes = form.nodes.map((node) =>
      node.group === 'default' && node.type === 'input'
        ? { ...node, attributes: { ...node.attributes, type: 'hidden' } }
        : node,
    );
    form.messages.push(say('chooseCredentials'));
  },
  submit(work) {
    const { ex, flow } = work;
    if (!ex.kratos.settings.selfService.twoSteps) return undefined;
    const method = methodOf(ex);
    const screen = readSubmitted(ex, ANY).values.get('screen')?.[0] ?? '';
    if (method !== 'profile' && method !== 'profile:back' && screen === '') return undefined;
    const { fields, complaints } = FORMS.for(schemaOf(ex, flow)).read(ex);
    try {
      if (complaints.length > 0) throw new InputProblem(complaints);
      const back = screen === 'previous' || (method === 'profile:back' && screen === '');
      return back ? showProfile(work, fields.traits) : showCredentials(work, fields);
    } catch (cause) {
      fillTraits(flow.form, fields.traits);
      setCsrf(flow.form, ex.csrfToken());
      throw cause;
    }
  },
};

const submitButton = () => methodButton('profile', 'profile', 'signUp');
const backButton = () => button('profile', 'screen', 'previous', say('backToProfile'));
const traitsOf = ({ ex, flow }: RegistrationWork) => traitFields(schemaOf(ex, flow), 'default');

function showProfile(work: RegistrationWork, traits: unknown): RegistrationOutcome {
  const { flow } = work;
  resetMessages(flow.form);
  flow.organization_id = undefined;
  fillTraits(flow.form, traits, 'default');
  for (const method of profileFirst(work)) method.profile(work, traits);
  return shown(work);
}

function showCredentials(
  work: RegistrationWork,
  fields: Readonly<Record<string, unknown>>,
): RegistrationOutcome {
  const { ex, flow, extras } = work;
  flow.active = undefined;
  flow.state = 'choose_method';
  resetMessages(flow.form);
  extras.transient_payload = fields.transient_payload;
  requireSameClient(ex, flow, textAt(fields, 'csrf_token'));
  judgeTraits(work, fields.traits);
  for (const method of profileFirst(work)) method.credentials(work);
  fillTraits(flow.form, fields.traits, 'default');
  return shown(work);
}

function profileFirst(work: RegistrationWork): readonly RegistrationMethod[] {
  const [own, others] = [work.methods.filter(isOwn), work.methods.filter((one) => !isOwn(one))];
  return [...own, ...others];
}

const isOwn = ({ id }: RegistrationMethod): boolean => id === 'profile';

/** The next step; data asks for it with a refusal, as the flow is not complete. */
function shown({ ex, flow, extras }: RegistrationWork): RegistrationOutcome {
  sortRegistration(ex, flow);
  ex.kratos.flows.save(flow);
  return {
    answer: ex.isData
      ? json(400, presentRegistration(flow, extras))
      : ex.redirect(303, uiOf(ex, 'registration', flow.id)),
  };
}
