import * as vscode from 'vscode';
import { originOf, parseAddress } from '../../connections/address.ts';
import { addressOf, type Connection } from '../../connections/model.ts';
import { LiveConnection } from '../../editor/live-connection.ts';
import { withoutLinks } from '../../editor/text.ts';
import type { Webview } from '../../editor/webview/webview.ts';
import { Agent } from '../../flows/self-service/agent.ts';
import type { RefusedCookie, ShownCookie } from '../../flows/self-service/jar.ts';
import { FlowRun } from '../../flows/self-service/run.ts';
import { OryError } from '../../ory/errors.ts';
import { type FlowMessage, type FlowModel, messages } from '../../webviews/self-service-flow/contract.ts';
import { act } from './act.ts';
import type { Flows } from './flows.ts';
import type { Panel } from './panel.ts';
import { flowModel } from './shown/model.ts';

/** The panel itself: a view on a run. */
export class FlowPanel implements Panel {
  readonly run: FlowRun;
  tokenIsKept = false;
  private view: Webview<FlowModel, FlowMessage> | undefined;
  private cookies: readonly ShownCookie[] = [];
  private refused: readonly RefusedCookie[] = [];
  private told = 0;
  private readonly disposed = new vscode.EventEmitter<void>();
  readonly onDidDispose = this.disposed.event;

  readonly live: LiveConnection;

  private constructor(
    readonly host: Flows,
    connection: Connection,
  ) {
    const { container } = host;
    const live = (this.live = new LiveConnection(container.connections, connection, ['kratos-public']));
    const { baseUrl } = parseAddress(addressOf(connection, 'kratos-public') ?? '');
    const agent = new Agent({
      client: () => container.client(live.forReading()),
      base: baseUrl,
      learn: (secret) => container.redactor.learn(secret),
    });
    this.run = new FlowRun(agent, () => void this.refresh());
  }

  /** @param restored a panel that outlived a reload of the window */
  static async open(
    flows: Flows,
    connection: Connection,
    restored?: vscode.WebviewPanel,
  ): Promise<FlowPanel> {
    const panel = new FlowPanel(flows, connection);
    panel.view = await flows.container.openWebview(
      { name: 'self-service-flow', messages, dataImages: true },
      {
        title: 'Self-Service Flow',
        model: () => panel.model(),
        onMessage: (message) => panel.guard(() => act(panel, message)),
        restore: () => panel.restore(),
      },
      restored,
    );
    panel.view.onDidDispose(() => {
      panel.run.cancel();
      panel.disposed.fire();
      panel.disposed.dispose();
    });
    flows.add(panel);
    return panel;
  }

  get connection(): Connection {
    return this.live.now;
  }

  get origin(): string {
    return originOf(addressOf(this.connection, 'kratos-public') ?? '');
  }

  reveal(): void {
    this.view?.reveal();
  }

  async guard(work: () => unknown): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof OryError && error.kind === 'cancelled') return;
      const doing = `Self-service flow on ${withoutLinks(this.connection.name)}`;
      await this.host.container.tell(error, { doing, connection: this.connection });
    }
  }

  /** Draws what has changed, and says what came of the latest request. */
  async refresh(): Promise<void> {
    const { run, view } = this;
    this.cookies = await run.agent.jar.list(run.agent.base);
    this.refused = run.agent.jar.refused;
    if (view && run.flow) {
      view.title = `${run.flow.type} flow · ${this.connection.name}`;
    }
    view?.refresh();
    if (!run.outcome || run.busy || this.told === run.round) return;
    this.told = run.round;
    view?.announce(run.outcome.headline);
    const wrong = run.outcome.flow?.nodes.find((node) => node.messages.some(({ type }) => type === 'error'));
    if (wrong) view?.focus(`node-${wrong.at}`);
  }

  private model(): FlowModel {
    const { connection, run, cookies, refused, tokenIsKept, host } = this;
    const clean = (text: string) => host.container.redactor.text(text);
    return flowModel({ connection, run, cookies, refused, tokenIsKept, clean, now: new Date() });
  }

  /** Ids only. */
  private restore(): unknown {
    const { flow } = this.run;
    return {
      connection: this.connection.id,
      ...(flow ? { type: flow.type, id: flow.id, kind: flow.kind } : {}),
    };
  }
}
