import { Ajv, type ValidateFunction } from 'ajv';
import ajvFormats, { type FormatsPlugin } from 'ajv-formats';
import type { JsonObject } from '../../json/values.ts';
import { isEmail } from './email.ts';

/** The package is CommonJS: its default export is a property of what Node and the bundler import as default. */
const { default: addFormats } = ajvFormats as unknown as { readonly default: FormatsPlugin };

/** Compiles a JSON schema: all faults are told, with what they were found in. Throws for what is no schema. */
export function compileSchema(schema: JsonObject): ValidateFunction {
  // One Ajv a schema: two schemas may carry the same $id.
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    validateSchema: false,
    verbose: true,
    logger: false,
  });
  addFormats(ajv);
  ajv.addFormat('email', isEmail);
  ajv.addFormat('tel', /^\+?[\d\s().-]{5,20}$/);
  return ajv.compile(schema);
}
