import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import { ShownTexts } from '../../editor/shown-texts.ts';
import type { Panel, PanelHost } from './panel.ts';

/** Scheme of the read-only documents that answers of flows are shown in. */
export const FLOW_SCHEME = 'ory-flow';

const NOTE = 'Flows are forgotten when the window reloads. Open or start it again to see it.\n';

/** The flows that are open in this window. */
export class Flows implements PanelHost, vscode.Disposable {
  readonly texts = new ShownTexts(FLOW_SCHEME, NOTE);
  private readonly open = new Set<Panel>();
  private count = 0;

  /** @param startAnother asks for a flow and starts it within a panel; its code is loaded with the first */
  constructor(
    readonly container: Container,
    private readonly startAnother: (flows: Flows, panel: Panel) => Promise<void>,
  ) {}

  startOther(panel: Panel): Promise<void> {
    return this.startAnother(this, panel);
  }

  add(panel: Panel): void {
    this.open.add(panel);
    panel.onDidDispose(() => this.open.delete(panel));
  }

  /** The panels of a connection in which somebody is signed in. */
  signedIn({ id }: Connection): readonly Panel[] {
    return [...this.open].filter(({ connection, run }) => connection.id === id && run.session);
  }

  newUri(name: string): vscode.Uri {
    this.count += 1;
    return vscode.Uri.from({ scheme: FLOW_SCHEME, path: `/${this.count}/${name}` });
  }

  dispose(): void {
    this.texts.dispose();
  }
}
