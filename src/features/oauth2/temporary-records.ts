import type * as vscode from 'vscode';
import type { TemporaryRecord, TemporaryRecords } from '../../flows/oauth2/clients/temporary.ts';

const PREFIX = 'ory.oauth2.temporary.';

/** Records in the extension's global state, each under a key of its own: windows don't write over each other's. */
export const temporaryRecords = (state: vscode.Memento): TemporaryRecords => ({
  all: () =>
    state
      .keys()
      .filter((key) => key.startsWith(PREFIX))
      .flatMap((key) => state.get<TemporaryRecord>(key) ?? []),
  put: (record) => state.update(PREFIX + record.marker, record),
  drop: (marker) => state.update(PREFIX + marker, undefined),
});
