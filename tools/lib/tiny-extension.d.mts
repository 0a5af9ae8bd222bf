// Types of tiny-extension.mjs, for the benches in TypeScript.
export interface TinyExtension {
  name: string;
  activationEvents: string[];
  code: string;
  contributes?: Record<string, unknown>;
}

export function packTinyExtension(vsix: string, extension: TinyExtension): Promise<void>;
