import { Ajv, type ValidateFunction } from 'ajv';
import ajvFormats, { type FormatsPlugin } from 'ajv-formats';
import { ConfigError } from '../../config/config-error.ts';
import { withPlainNumbers } from '../../json/raw-number.ts';
import type { IdentitySchema } from '../config/settings.ts';
import { badRequest } from '../http/errors.ts';
import { complaint } from './complaint.ts';
import { compileExtension, derive, type Derived, type Extension } from './extension.ts';

/** The package is CommonJS: its default export is a property of what Node and the bundler import as default. */
const { default: addFormats } = ajvFormats as unknown as { readonly default: FormatsPlugin };

/** The identity schemas by id. */
export class SchemaRegistry {
  readonly all: readonly IdentitySchema[];
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly extensions: ReadonlyMap<string, Extension>;

  constructor(schemas: readonly IdentitySchema[]) {
    this.all = schemas;
    this.extensions = new Map(schemas.map(({ id, schema }) => [id, compileExtension(schema)]));
  }

  /** Compiles all schemas. Throws a ConfigError that names the one that is no schema. */
  check(): void {
    for (const { id } of this.all) {
      try {
        this.validator(id);
      } catch (cause) {
        throw new ConfigError(`identity.schemas: ${id} is no valid JSON schema: ${(cause as Error).message}`);
      }
    }
  }

  /** By plain id or by base64url of it, as in `schema_url`. */
  find(id: string): IdentitySchema | undefined {
    const decoded = /^[\w-]+$/.test(id) ? Buffer.from(id, 'base64url').toString('utf8') : '';
    return this.byId(id) ?? this.byId(decoded);
  }

  /** Checks traits against a schema and derives what follows from them. Throws a KratosError (400). */
  judge(id: string, traits: unknown): Derived {
    const extension = this.extensions.get(id);
    if (!extension) throw badRequest(`Unable to find JSON Schema ID: ${id}`);
    const plain = withPlainNumbers(traits);
    const validate = this.validator(id);
    if (validate({ traits: plain })) return derive(extension, plain);
    throw badRequest(complaint(validate.errors ?? []));
  }

  private byId(id: string): IdentitySchema | undefined {
    return this.all.find((schema) => schema.id === id);
  }

  private validator(id: string): ValidateFunction {
    const known = this.validators.get(id);
    if (known) return known;
    // One Ajv a schema: two schemas may carry the same $id.
    const ajv = new Ajv({
      allErrors: true,
      strict: false,
      validateSchema: false,
      verbose: true,
      logger: false,
    });
    addFormats(ajv);
    ajv.addFormat('tel', /^\+?[\d\s().-]{5,20}$/);
    const compiled = ajv.compile(this.byId(id)?.schema ?? {});
    this.validators.set(id, compiled);
    return compiled;
  }
}
