import { isObject } from '../json/values.ts';

/** Settings of Kratos and Keto that the sandbox honours (Hydra's part knows its own), a path each; `*` stands for any one name, the rest below a path is included. */
const KNOWN: Readonly<Record<'kratos' | 'keto', readonly string[]>> = {
  kratos: [
    'version',
    'serve.*.port',
    'serve.*.host',
    'serve.*.base_url',
    'serve.*.cors',
    'identity.default_schema_id',
    'identity.schemas',
    'session.lifespan',
    'session.earliest_possible_extend',
    'hashers.bcrypt.cost',
    'hashers.algorithm',
    'selfservice.methods.password.enabled',
    'selfservice.methods.link.enabled',
    'selfservice.methods.code.enabled',
    'selfservice.methods.code.passwordless_enabled',
    'selfservice.flows.recovery.enabled',
    'selfservice.flows.recovery.lifespan',
    'selfservice.flows.recovery.ui_url',
    'selfservice.flows.login.lifespan',
    'selfservice.flows.settings.ui_url',
  ],
  keto: [
    'version',
    'serve.read.port',
    'serve.read.host',
    'serve.read.cors',
    'serve.write.port',
    'serve.write.host',
    'serve.write.cors',
    'serve.opl.port',
    'serve.opl.host',
    'namespaces',
    'limit.max_read_depth',
    'limit.max_read_width',
    'limit.max_batch_check_size',
    'limit.max_expand_size',
  ],
};

/** Names the settings of a file that have no effect here, each once, as short as can be (`courier`, not its parts). */
export function ignoredSettings(product: keyof typeof KNOWN, config: unknown): readonly string[] {
  const known = KNOWN[product].map((path) => path.split('.'));
  return unused(config, [], known);
}

function unused(
  value: unknown,
  path: readonly string[],
  known: readonly (readonly string[])[],
): readonly string[] {
  if (path.length > 0) {
    if (known.some((wanted) => wanted.length <= path.length && agrees(wanted, path))) return [];
    if (!known.some((wanted) => agrees(wanted, path))) return [path.join('.')];
  }
  if (!isObject(value)) return path.length > 0 ? [path.join('.')] : [];
  return Object.entries(value).flatMap(([name, inner]) => unused(inner, [...path, name], known));
}

/** True when the two paths are the same as far as both reach. */
function agrees(wanted: readonly string[], path: readonly string[]): boolean {
  return path.every((name, at) => wanted[at] === undefined || wanted[at] === '*' || wanted[at] === name);
}
