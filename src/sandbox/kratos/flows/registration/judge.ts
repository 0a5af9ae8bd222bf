import type { Derived } from '../../schemas/extension.ts';
import { complaints } from '../../ui/complaints.ts';
import { InputProblem } from '../problems.ts';
import { schemaIdOf } from '../schema.ts';
import type { RegistrationWork } from './method.ts';

/** What follows from the traits of somebody who signs up. Throws an InputProblem when the schema does not take them. */
export function judgeTraits({ ex, flow }: RegistrationWork, traits: unknown): Derived {
  const id = schemaIdOf(ex, flow);
  const faults = ex.kratos.schemas.faults(id, traits);
  if (faults.length > 0) throw new InputProblem(complaints(faults));
  return ex.kratos.schemas.derive(id, traits);
}
