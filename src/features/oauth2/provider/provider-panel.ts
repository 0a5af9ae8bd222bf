import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { perform } from '../../../editor/deeds/perform.ts';
import type { Webview } from '../../../editor/webview/webview.ts';
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
export class ProviderPanel {
  private webview: Webview<ProviderModel, ProviderMessage> | undefined;
  private readAt = new Date();

  private constructor(
    private readonly oauth2: OAuth2,
    private readonly connection: Connection,
    private provider: Provider,
  ) {}

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

  private async show(restored?: vscode.WebviewPanel): Promise<void> {
    this.webview = await this.oauth2.container.openWebview(
      { name: 'oauth2-provider', messages: providerMessages },
      {
        title: `Provider · ${this.connection.name}`,
        model: () => this.model(),
        onMessage: ({ type }) => this.hear(type),
        restore: () => ({ connection: this.connection.id }),
      },
      restored,
    );
  }

  private model(): ProviderModel {
    const { provider, connection, readAt } = this;
    const now = new Date();
    const severities = { error: 'error', warning: 'warning', note: 'info' } as const;
    return {
      connection: connection.name,
      issuer: provider.issuer,
      oddities: odditiesOf(provider, now).map((oddity) => ({
        ...oddity,
        severity: severities[oddity.severity],
      })),
      keys: keyRows(provider.keys, now).map(({ kid, description, expires }) => ({
        name: kid,
        value: description,
        ...(expires ? { note: `expires ${expires}` } : {}),
      })),
      groups: supportGroups(provider.metadata).map(({ title, rows }) => ({
        title,
        rows: rows.map((row) => (title === 'Endpoints' ? { ...row, copy: true } : row)),
      })),
      readAt: readAt.toLocaleTimeString(),
    };
  }

  private async hear(type: ProviderMessage['type']): Promise<void> {
    const { oauth2, connection } = this;
    switch (type) {
      case 'refresh': {
        const provider = await read(oauth2, connection);
        if (!provider) return;
        this.provider = provider;
        this.readAt = new Date();
        this.webview?.refresh();
        this.webview?.announce('Read again.');
        break;
      }
      case 'json': {
        const { metadata, keys } = this.provider;
        const text = JSON.stringify({ 'openid-configuration': metadata, 'jwks.json': { keys } }, null, 2);
        const path = `/${connection.id}/provider.json`;
        await oauth2.texts.show(vscode.Uri.from({ scheme: oauth2.texts.scheme, path }), `${text}\n`);
        break;
      }
      case 'flow': {
        const { run } = await import('../commands/start-flow.ts');
        await run(oauth2, connection);
        break;
      }
    }
  }
}

async function read({ container }: OAuth2, connection: Connection): Promise<Provider | undefined> {
  const found = await perform(
    container,
    {
      connection,
      title: 'Reading the provider’s configuration',
      couldnt: 'read the provider’s configuration',
      lacks: 'OpenID Connect discovery',
    },
    (api, { signal }) => providerOf(api, connection, signal),
  );
  return found?.value;
}
