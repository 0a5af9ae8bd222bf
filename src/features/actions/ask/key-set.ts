import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { WELL_KNOWN_SETS } from '../../../resources/key-set/row.ts';
import type { Named } from '../../../editor/target.ts';

/** Asks for a key set; Hydra can't list its sets, so all but its own two are named. */
export async function askKeySet(connection: Connection, title: string): Promise<readonly Named[]> {
  const chosen = await vscode.window.showQuickPick(
    [
      ...WELL_KNOWN_SETS.map((set) => ({ label: set, set })),
      { label: '$(edit) Another set, by its name…', set: undefined },
    ],
    { title: `${title} · ${connection.name}`, placeHolder: 'Which key set?' },
  );
  if (!chosen) return [];
  if (chosen.set) return [{ id: chosen.set, name: chosen.set }];
  const set = (await vscode.window.showInputBox({ title, prompt: 'Name of the key set' }))?.trim();
  return set ? [{ id: set, name: set }] : [];
}
