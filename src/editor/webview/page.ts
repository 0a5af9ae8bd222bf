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
    `style-src ${source}`,
    `font-src ${source}`,
    ...(dataImages ? ['img-src data:'] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${escaped(policy)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escaped(title)}</title>
    <link rel="stylesheet" href="${escaped(codicons)}" id="vscode-codicon-stylesheet" />
    <link rel="stylesheet" href="${escaped(style)}" />
  </head>
  <body>
    <main></main>
    <div id="announcements" class="visually-hidden" role="status"></div>
    <script type="module" nonce="${nonce}" src="${escaped(script)}"></script>
  </body>
</html>
`;
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
