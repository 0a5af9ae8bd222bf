/** GET /.well-known/ory/webauthn.js */
export const WEBAUTHN_SCRIPT =
  '// Security keys are not part of the sandbox: there is nothing to run here.\n';
