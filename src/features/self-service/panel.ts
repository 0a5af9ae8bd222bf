import type * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { LiveConnection } from '../../editor/live-connection.ts';
import type { Container } from '../../container.ts';
import type { ShownTexts } from '../../editor/shown-texts.ts';
import type { FlowRun } from '../../flows/self-service/run.ts';

/** What all panels share. */
export interface PanelHost {
  readonly container: Container;
  readonly texts: ShownTexts;
  /** A place for a document, named for people. */
  newUri(name: string): vscode.Uri;
  /** Starts another flow within a panel, with its own cookies or token. */
  startOther(panel: Panel): Promise<void>;
}

/** A panel in which flows are driven: a browser, or an app, of its own. */
export interface Panel {
  readonly host: PanelHost;
  /** As the settings have it now. */
  readonly connection: Connection;
  /** The same, and why it can't be used any more. */
  readonly live: LiveConnection;
  readonly run: FlowRun;
  /** Where the connection's secrets for Kratos are kept. */
  readonly origin: string;
  /** Whether the session's token is kept in the secret storage. */
  tokenIsKept: boolean;
  /** Does something, and tells what went wrong beyond what the view shows. */
  guard(work: () => unknown): Promise<void>;
  /** Draws what has changed. */
  refresh(): Promise<void>;
  /** Brings it to the front. */
  reveal(): void;
  readonly onDidDispose: vscode.Event<void>;
}
