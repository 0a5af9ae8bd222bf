import * as vscode from 'vscode';

/**
 * Opens an address in the system's browser, byte for byte. A Uri would be decoded and encoded anew on its way ("%2B"
 * arrives as "+", which servers read as a space); text is left alone, though the editor's types don't say that it may be.
 * @returns whether it was opened: the person may not want to
 */
export const openOutside = async (href: string): Promise<boolean> =>
  vscode.env.openExternal(href as unknown as vscode.Uri);
