import type { Operation } from '../../../ory/operations/operation.ts';
import { askedOf } from '../../../ory/runner/run-input.ts';

/** So many values are asked for one after the other; more are a form. */
const QUICK = 2;

/** Whether an operation takes more than quick inputs are good for. */
export const needsForm = (operation: Operation): boolean => askedOf(operation).length > QUICK;
