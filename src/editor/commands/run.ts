import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { DocumentRef } from '../document-uri.ts';
import type { CommandName } from './table.ts';

const call = async (name: CommandName, ...args: readonly unknown[]): Promise<void> => {
  await vscode.commands.executeCommand(`ory.${name}`, ...args);
};

/**
 * The commands that others than people run, with what each takes. The module that a feature registers for one of them
 * is held against this: see `Loaders`.
 */
export const ory = {
  addConnection: () => call('addConnection'),
  editConnection: (connection: Connection) => call('editConnection', connection),
  /** @param target the connection, or that of whose proxy the password is asked for */
  enterKey: (target: Connection | { readonly connection: Connection | undefined; readonly of: 'proxy' }) =>
    call('enterKey', target),
  switchConnection: () => call('switchConnection'),
  /** @param of the workspace whose projects are offered */
  openProject: (of: { readonly connection: Connection }) => call('openProject', of),
  startSandbox: () => call('startSandbox'),
  showLog: () => call('showLog'),
  showKeyHelp: () => call('showKeyHelp'),
  openDocument: (ref: DocumentRef, name?: string) =>
    call('openDocument', ref, ...(name === undefined ? [] : [name])),
  /** @param side either side of the comparison */
  applyDifferences: (side: vscode.Uri) => call('applyDifferences', side),
  deleteClientTokens: (client: DocumentRef, name: string) => call('deleteClientTokens', client, name),
} as const;

/** What a command takes: typed where others run it; whatever a menu hands over where only people do. */
export type ArgumentsOf<Name> = Name extends keyof typeof ory ? Parameters<(typeof ory)[Name]> : never[];
