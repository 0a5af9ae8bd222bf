import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { perform } from '../../../editor/tasks/perform.ts';
import { Panel } from '../../../editor/panel.ts';
import { remarkOf } from '../../../editor/panel-words.ts';
import { withPatience } from '../../../editor/patience.ts';
import { keyRows } from '../../../flows/oauth2/provider/keys.ts';
import { odditiesOf } from '../../../flows/oauth2/provider/oddities.ts';
import type { Provider } from '../../../flows/oauth2/provider/provider.ts';
import { supportGroups } from '../../../flows/oauth2/provider/supports.ts';
import {
  type ProviderMessage,
  providerMessages,
  type ProviderModel,
} from '../../../webviews/oauth2-provider/contract.ts';
import type { OAuth2 } from '../oauth2.ts';
import { providerOf } from '../run/run-parts.ts';

/** A panel that shows what a provider says of itself, and what is odd about it. */
export class ProviderPanel extends Panel<ProviderModel, ProviderMessage> {
  protected readonly kind = { name: 'oauth2-provider', messages: providerMessages };
  private readAt = new Date();

  private constructor(
    private readonly oauth2: OAuth2,
    connection: Connection,
    private provider: Provider,
  ) {
    super(oauth2.container, connection, ['hydra-public']);
  }

  /**
   * Reads the provider, and shows it.
   * @param restored a panel that outlived a reload of the window
   * @returns whether it could be read; why not was told
   */
  static async open(
    oauth2: OAuth2,
    connection: Connection,
    restored?: vscode.WebviewPanel,
  ): Promise<boolean> {
    const provider = await read(oauth2, connection);
    await (provider && new ProviderPanel(oauth2, connection, provider).show(restored));
    return provider !== undefined;
  }

  protected title(): string {
    return `Provider · ${this.live.now.name}`;
  }

  protected override restore(): unknown {
    return { connection: this.live.id };
  }

  protected model(): ProviderModel {
    const { provider, readAt, live, wrong, doing } = this;
    const now = new Date();
    const severities = { error: 'error', warning: 'warning', note: 'info' } as const;
    return {
      connection: live.now.name,
      remark: remarkOf(live.now),
      problem: wrong,
      busy: doing.busy !== '',
      issuer: provider.issuer,
      oddities: odditiesOf(provider, now).map((oddity) => ({
        ...oddity,
        severity: severities[oddity.severity],
      })),
      keys: keyRows(provider.keys, now).map(({ kid, description, expires }) => ({
        name: kid,
        value: description,
        ...(expires ? { note: vscode.l10n.t('expires {0}', expires) } : {}),
      })),
      groups: supportGroups(provider.metadata).map(({ title, rows }) => ({
        title,
        rows: rows.map((row) => (title === 'Endpoints' ? { ...row, copy: true } : row)),
      })),
      readAt: readAt.toLocaleTimeString(),
    };
  }

  protected async hear({ type }: ProviderMessage): Promise<void> {
    const { oauth2, live } = this;
    switch (type) {
      case 'refresh':
        await this.attempt('Reading', () => this.readAgain());
        break;
      case 'json': {
        const { metadata, keys } = this.provider;
        const text = JSON.stringify({ 'openid-configuration': metadata, 'jwks.json': { keys } }, null, 2);
        const path = `/${live.id}/provider.json`;
        await oauth2.texts.show(vscode.Uri.from({ scheme: oauth2.texts.scheme, path }), `${text}\n`);
        break;
      }
      case 'flow':
        await this.attempt('Starting', async () => {
          const { run } = await import('../commands/start-flow.ts');
          await run(oauth2, live.forReading());
        });
        break;
    }
  }

  private async readAgain(): Promise<void> {
    const connection = this.live.forReading();
    const api = await this.oauth2.container.client(connection);
    this.provider = await withPatience(
      vscode.l10n.t('Reading the provider’s configuration ({0})', connection.name),
      ({ signal }) => providerOf(api, connection, signal),
    );
    this.readAt = new Date();
    this.announce(vscode.l10n.t('Read again.'));
  }
}

async function read({ container }: OAuth2, connection: Connection): Promise<Provider | undefined> {
  const found = await perform(
    container,
    {
      connection,
      title: vscode.l10n.t('Reading the provider’s configuration'),
      couldnt: vscode.l10n.t('read the provider’s configuration'),
      lacks: vscode.l10n.t('OpenID Connect discovery'),
    },
    (api, { signal }) => providerOf(api, connection, signal),
  );
  return found?.value;
}
