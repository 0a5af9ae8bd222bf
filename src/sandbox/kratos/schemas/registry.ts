import type { ErrorObject, ValidateFunction } from 'ajv';
import { ConfigError } from '../../config/config-error.ts';
import { withPlainNumbers } from '../../json/raw-number.ts';
import type { JsonObject } from '../../json/values.ts';
import type { IdentitySchema } from '../config/settings.ts';
import { badRequest } from '../http/errors.ts';
import { compileSchema } from './compile.ts';
import { complaint } from './complaint.ts';
import { compileExtension, derive, totpAccount, type Derived, type Extension } from './extension.ts';

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
    const faults = this.faults(id, traits);
    if (faults.length > 0) throw badRequest(complaint(faults));
    return this.derive(id, traits);
  }

  /** What a schema finds wrong with traits. Throws a KratosError (400) when there is no such schema. */
  faults(id: string, traits: unknown): readonly ErrorObject[] {
    if (!this.extensions.has(id)) throw badRequest(`Unable to find JSON Schema ID: ${id}`);
    const validate = this.validator(id);
    return validate({ traits: withPlainNumbers(traits) }) ? [] : (validate.errors ?? []);
  }

  /** What follows from traits that were checked before. */
  derive(id: string, traits: unknown): Derived {
    return derive(this.extensions.get(id) ?? [], withPlainNumbers(traits));
  }

  /** What an authenticator app calls the account, undefined when the schema does not say. */
  totpAccount(id: string, traits: unknown): string | undefined {
    return totpAccount(this.extensions.get(id) ?? [], withPlainNumbers(traits));
  }

  /** The schema itself. Throws a KratosError (400) when there is none with that id. */
  require(id: string): JsonObject {
    const found = this.byId(id);
    if (!found) throw badRequest(`Unable to find JSON Schema ID: ${id}`);
    return found.schema;
  }

  private byId(id: string): IdentitySchema | undefined {
    return this.all.find((schema) => schema.id === id);
  }

  private validator(id: string): ValidateFunction {
    const known = this.validators.get(id);
    if (known) return known;
    const compiled = compileSchema(this.byId(id)?.schema ?? {});
    this.validators.set(id, compiled);
    return compiled;
  }
}
