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
    'session.cookie',
    'session.whoami.required_aal',
    'cookies',
    'oauth2_provider.url',
    'oauth2_provider.override_return_to',
    'hashers.bcrypt.cost',
    'hashers.algorithm',
    'feature_flags.use_continue_with_transitions',
    'feature_flags.legacy_continue_with_verification_ui',
    'feature_flags.legacy_require_verified_login_error',
    'selfservice.default_browser_return_url',
    'selfservice.allowed_return_urls',
    'selfservice.methods.*.enabled',
    'selfservice.methods.password.config.min_password_length',
    'selfservice.methods.password.config.identifier_similarity_check_enabled',
    'selfservice.methods.code.passwordless_enabled',
    'selfservice.methods.code.mfa_enabled',
    'selfservice.methods.code.config.lifespan',
    'selfservice.methods.code.config.max_submissions',
    'selfservice.methods.link.config.lifespan',
    'selfservice.methods.totp.config.issuer',
    'selfservice.methods.webauthn.config.rp',
    'selfservice.flows.*.ui_url',
    'selfservice.flows.*.lifespan',
    'selfservice.flows.*.enabled',
    'selfservice.flows.*.after',
    'selfservice.flows.login.style',
    'selfservice.flows.registration.style',
    'selfservice.flows.registration.enable_legacy_one_step',
    'selfservice.flows.registration.login_hints',
    'selfservice.flows.settings.privileged_session_max_age',
    'selfservice.flows.settings.required_aal',
    'selfservice.flows.recovery.use',
    'selfservice.flows.recovery.notify_unknown_recipients',
    'selfservice.flows.verification.use',
    'selfservice.flows.verification.notify_unknown_recipients',
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
