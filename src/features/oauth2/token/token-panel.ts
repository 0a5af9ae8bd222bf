import * as vscode from 'vscode';
import type { Connection } from '../../../connections/model.ts';
import { confirmDestruction } from '../../../editor/confirm.ts';
import { withPatience } from '../../../editor/patience.ts';
import type { Webview } from '../../../editor/webview/webview.ts';
import { type Inspection, inspectToken } from '../../../flows/oauth2/tokens/inspect.ts';
import {
  type TokenPageMessage,
  type TokenPageModel,
  tokenMessages,
} from '../../../webviews/oauth2-token/contract.ts';
import type { Action } from '../../../webviews/shared/oauth2/contract.ts';
import type { OAuth2 } from '../oauth2.ts';
import { remarkOf } from '../words.ts';
import { revokeAsClient } from './revoke-as-client.ts';
import { tokenModel } from './token-model.ts';

/** A panel that shows what a token is. The token is in memory until the panel is closed, and nowhere else. */
export class TokenPanel {
  private webview: Webview<TokenPageModel, TokenPageMessage> | undefined;

  constructor(
    private readonly oauth2: OAuth2,
    private readonly connection: Connection,
    private readonly token: string,
    private inspection: Inspection,
  ) {}

  /** Inspects a token, and shows what came of it; slow servers can be left. */
  static async open(oauth2: OAuth2, connection: Connection, token: string): Promise<void> {
    const inspection = await inspectionOf(oauth2, connection, token);
    await new TokenPanel(oauth2, connection, token, inspection).show();
  }

  private async show(): Promise<void> {
    this.webview = await this.oauth2.container.openWebview(
      { name: 'oauth2-token', messages: tokenMessages },
      {
        title: `Token · ${this.connection.name}`,
        model: () => this.model(),
        onMessage: (message) => this.act(message.action),
      },
    );
  }

  private model(): TokenPageModel {
    const { connection, inspection } = this;
    return {
      connection: connection.name,
      remark: remarkOf(connection),
      token: tokenModel(inspection, { id: 'token', title: inspection.kind, actions: this.actions() }),
    };
  }

  private get clientId(): string | undefined {
    const { introspection, token } = this.inspection;
    if (introspection?.client_id) return introspection.client_id;
    if (token.form !== 'jwt') return undefined;
    const { client_id: id, azp } = token.claims;
    return [id, azp].find((one): one is string => typeof one === 'string' && one !== '');
  }

  private actions(): Action[] {
    const active = this.inspection.introspection?.active === true;
    const client = this.clientId && !this.connection.readOnly;
    return [
      { id: 'check', label: 'Check Again', icon: 'refresh' },
      ...(client && active ? [{ id: 'revoke', label: 'Revoke…', icon: 'circle-slash' }] : []),
      ...(client ? [{ id: 'deleteAll', label: 'Delete All of Its Client…', icon: 'trash' }] : []),
      ...(this.clientId ? [{ id: 'client', label: 'Open Its Client', icon: 'go-to-file' }] : []),
    ];
  }

  private async act(action: string): Promise<void> {
    const { connection, clientId, oauth2 } = this;
    const ref = { connection: connection.id, kind: 'clients', id: clientId };
    switch (action) {
      case 'client':
        await vscode.commands.executeCommand('ory.openDocument', ref, clientId);
        return;
      case 'deleteAll':
        await vscode.commands.executeCommand('ory.deleteClientTokens', ref, clientId);
        break;
      case 'revoke':
        if (clientId && !(await this.revoke(clientId))) return;
        break;
    }
    this.inspection = await inspectionOf(oauth2, connection, this.token);
    this.webview?.refresh();
    this.webview?.announce('Checked again.');
  }

  private async revoke(clientId: string): Promise<boolean> {
    const { connection, oauth2, token } = this;
    const sure = await confirmDestruction({
      question: `Revoke this token of ${clientId} on ${connection.name}?`,
      consequence: 'Hydra ends the other token of the pair too. It can’t be undone.',
      verb: 'Revoke',
      name: clientId,
      connection,
    });
    return sure && (await revokeAsClient(oauth2, connection, clientId, token));
  }
}

async function inspectionOf(
  { container }: OAuth2,
  connection: Connection,
  token: string,
): Promise<Inspection> {
  const client = await container.client(connection);
  return withPatience(`Inspecting the token (${connection.name})`, (call) =>
    inspectToken(token, client, container.redactor, call),
  );
}
