import { config, type l10nJsonFormat } from '@vscode/l10n';

/** Translations by the English text, as bundles of `l10n/` have them. */
export type Texts = l10nJsonFormat;

let loaded: Texts | undefined;

/**
 * Makes `l10n.t` of `@vscode/l10n` speak another language than English, here and in the threads that are started later.
 * It must be called before modules that hold texts are loaded.
 * @param bundle as `vscode.l10n.bundle` is; undefined for English
 */
export function localize(bundle: Texts | undefined): void {
  if (!bundle) return;
  loaded = bundle;
  config({ contents: bundle });
}

/** What threads and views are to speak, which have a copy of `l10n` of their own; undefined for English. */
export const loadedTexts = (): Texts | undefined => loaded;
