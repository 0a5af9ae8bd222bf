import * as vscode from 'vscode';

/** A secret by the name that stands on its button: "Copy Code". Without a name the button reads "Copy". */
export interface ShownSecret {
  readonly name?: string;
  readonly value: string;
}

/**
 * Shows secrets that no server gives out twice; they are kept nowhere.
 * @param what whose they are: "The client secret of Web shop"
 * @param remark what one should know of them
 */
export async function showOnce(
  what: string,
  secrets: string | readonly ShownSecret[],
  remark = '',
): Promise<void> {
  const all: readonly ShownSecret[] = typeof secrets === 'string' ? [{ value: secrets }] : secrets;
  const detail = [
    ...all.map(({ value }) => value),
    remark,
    vscode.l10n.t('It is shown only now: Ory does not give it out again, and it is kept nowhere here.'),
  ]
    .filter(Boolean)
    .join('\n\n');
  const labelOf = ({ name }: ShownSecret) => (name ? vscode.l10n.t('Copy {0}', name) : 'Copy');
  const close = { title: vscode.l10n.t('Close'), isCloseAffordance: true };
  const chosen = await vscode.window.showInformationMessage(
    what,
    { modal: true, detail },
    ...all.map((secret) => ({ title: labelOf(secret) })),
    close,
  );
  const copied = all.find((secret) => labelOf(secret) === chosen?.title);
  if (copied) await vscode.env.clipboard.writeText(copied.value);
}
