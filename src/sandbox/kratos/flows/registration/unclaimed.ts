import { InputProblem } from '../problems.ts';
import { schemaOf } from '../schema.ts';
import { TraitsForms } from '../traits-form.ts';
import { fillTraits } from '../../ui/form.ts';
import { renewCsrf } from '../guard.ts';
import type { RegistrationWork } from './method.ts';

const FORMS = new TraitsForms({});

/**
 * The last methods of the server look at the traits before they say that another method was meant: faults of the
 * traits are told first. Throws an InputProblem.
 */
export function validateUnclaimed({ ex, flow }: RegistrationWork): void {
  const { fields, complaints } = FORMS.for(schemaOf(ex, flow)).read(ex);
  if (complaints.length === 0) return;
  fillTraits(flow.form, fields.traits);
  renewCsrf(ex, flow);
  throw new InputProblem(complaints);
}
