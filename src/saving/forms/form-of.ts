import { type Ending, endingOf } from './endings.ts';
import type { Form } from './form.ts';

/** Each form is loaded with the first document that is written in it. */
const forms: Readonly<Record<Ending, () => Promise<Form>>> = {
  '.json': async () => (await import('./json.ts')).jsonForm,
  '.yaml': async () => (await import('./yaml.ts')).yamlForm,
};

/** The form of a document, by its path. */
export const formOf = (path: string): Promise<Form> => forms[endingOf(path)]();
