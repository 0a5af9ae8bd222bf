import { join } from 'node:path';
import * as vscode from 'vscode';
import { addressOf, type Connection } from '../connections/model.ts';
import type { JsonNode } from '../ory/json/tree.ts';
import type { Redactor } from '../ory/secrets/redactor.ts';
import { KINDS } from '../kinds/kinds.ts';
import { History } from '../saving/history/history.ts';
import type { Limits } from '../saving/disk/limits.ts';
import type { Work } from '../saving/work/work.ts';
import type { ResourceKey } from '../saving/history/resource-key.ts';
import type { VersionFacts } from '../saving/history/stored.ts';
import type { DocumentRef } from './document-uri.ts';
import { withoutLinks } from './text.ts';
import { wordsOfError } from '../ory/words-of-error.ts';

const MEGABYTE = 1024 * 1024;

/** The history of saves, as the settings want it; on this machine, for all windows. */
export class SaveHistory {
  readonly versions: History;
  private toldFailure = false;

  constructor(
    storage: vscode.Uri,
    private readonly redactor: Redactor,
    work: Work,
    private readonly log: () => vscode.LogOutputChannel,
  ) {
    const hiding = { text: (text: string) => redactor.text(text), learned: () => redactor.learned(), work };
    this.versions = new History(join(storage.fsPath, 'history'), hiding, limits);
  }

  /** What tells a resource apart; undefined where the connection lacks its service. */
  keyOf(connection: Connection, { kind, id }: DocumentRef): ResourceKey | undefined {
    const place = addressOf(connection, KINDS[kind].service);
    return place === undefined ? undefined : { place, kind, id };
  }

  /** Why nothing is kept of a connection, or undefined where it is. */
  offReason(connection: Connection): string | undefined {
    if (limits().days === 0)
      return vscode.l10n.t('The history is switched off by the setting “ory.history.days”.');
    if (connection.production && !setting<boolean>('production', false)) {
      return vscode.l10n.t(
        '{0} is a production connection: its history is kept only where the setting “ory.history.production” asks for it.',
        connection.name,
      );
    }
    return undefined;
  }

  /** Keeps a version; a save never fails by it. @param document masked */
  async keep(
    connection: Connection,
    ref: DocumentRef,
    facts: Pick<VersionFacts, 'moment' | 'name' | 'changed' | 'gone'>,
    document: JsonNode,
  ): Promise<void> {
    const key = this.keyOf(connection, ref);
    if (!key || this.offReason(connection) !== undefined) return;
    try {
      const why = await this.versions.keep(key, { ...facts, where: connection.name }, document);
      if (why) this.failed(vscode.l10n.t('A version of {0} can’t be put back later: {1}.', facts.name, why));
    } catch (error) {
      const said = wordsOfError(error);
      this.failed(
        vscode.l10n.t(
          'What you save can’t be put back later: its history could not be written to disk ({0}).',
          said,
        ),
      );
    }
  }

  /** Once a window: whoever relies on the history should know that there is none. */
  private failed(words: string): void {
    const said = this.redactor.text(words);
    this.log().warn(said);
    if (this.toldFailure) return;
    this.toldFailure = true;
    void vscode.window.showWarningMessage(withoutLinks(said));
  }
}

function limits(): Limits {
  return {
    days: setting('days', 30),
    versions: setting('versions', 50),
    bytes: setting('megabytes', 50) * MEGABYTE,
  };
}

function setting<T>(name: string, otherwise: T): T {
  return vscode.workspace.getConfiguration('ory.history').get<T>(name, otherwise);
}
