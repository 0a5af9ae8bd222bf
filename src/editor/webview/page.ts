import * as l10n from '@vscode/l10n';
/** What the page of a view is made of: addresses that the editor made, and nothing from outside. */
export interface PageParts {
  /** Where the editor serves the extension's own files from. */
  readonly source: string;
  /** New for each page. */
  readonly nonce: string;
  readonly title: string;
  readonly script: string;
  readonly style: string;
  readonly codicons: string;
  /** Whether pictures may be shown that are their own address. */
  readonly dataImages?: boolean;
}

/**
 * The page that a view draws itself in. Scripts run with its nonce alone, styles and fonts come from the extension, and
 * nothing else is loaded from anywhere; texts can't be turned into markup but by lit's own templates.
 */
export function pageOf({ source, nonce, title, script, style, codicons, dataImages }: PageParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    l10n.t('style-src {0}', source),
    l10n.t('font-src {0}', source),
    ...(dataImages ? [l10n.t('img-src data:')] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    l10n.t('trusted-types lit-html'),
  ].join('; ');
  return l10n.t(
    '<!DOCTYPE html>\n<html lang="en">\n  <head>\n    <meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="{0}" />\n    <meta name="viewport" content="width=device-width, initial-scale=1" />\n    <title>{1}</title>\n    <link rel="stylesheet" href="{2}" id="vscode-codicon-stylesheet" />\n    <link rel="stylesheet" href="{3}" />\n  </head>\n  <body>\n    <main></main>\n    <div id="announcements" class="visually-hidden" role="status"></div>\n    <script type="module" nonce="{4}" src="{5}"></script>\n  </body>\n</html>\n',
    escaped(policy),
    escaped(title),
    escaped(codicons),
    escaped(style),
    nonce,
    escaped(script),
  );
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
