import * as l10n from '@vscode/l10n';
/** What is wrong at a place of a document. */
export interface FieldProblem {
  /** A JSON Pointer to the place. */
  readonly pointer: string;
  readonly message: string;
}

/** A save that can't be made as it stands; `pointer` is the place in the document. */
export class FieldError extends Error {
  constructor(
    readonly pointer: string,
    message: string,
  ) {
    super(message);
    this.name = 'FieldError';
  }
}

/** The same with several places. */
export class FieldErrors extends Error {
  constructor(readonly problems: readonly FieldProblem[]) {
    super(sentence(problems));
    this.name = 'FieldErrors';
  }
}

/** "traits.email: It must be string. And 2 more places." */
function sentence([first, ...more]: readonly FieldProblem[]): string {
  if (!first) return l10n.t('The document can’t be saved as it stands.');
  const place = first.pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
  const others =
    more.length === 0
      ? ''
      : more.length === 1
        ? l10n.t(' One more place is marked.')
        : l10n.t(' {0} more places are marked.', more.length);
  return `${place === '' ? '' : `${place}: `}${first.message}${others}`;
}
