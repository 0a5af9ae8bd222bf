import type { OAuth2Client } from '@ory/client';
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
import { readClient } from '../run/choose-client.ts';
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
    if (action !== 'check' && !(await this.actOnClient(action))) return;
    this.inspection = await inspectionOf(this.oauth2, this.connection, this.token);
    this.webview?.refresh();
    this.webview?.announce('Checked again.');
  }

  /** What is about the token's client, which is called by its name. @returns whether the token may be another since */
  private async actOnClient(action: string): Promise<boolean> {
    const { connection, clientId: id, oauth2 } = this;
    const client = id && (await readClient(oauth2.container, connection, { id, name: id }));
    if (!client) return false;
    const name = client.client_name || id;
    const ref = { connection: connection.id, kind: 'clients', id };
    switch (action) {
      case 'client':
        await vscode.commands.executeCommand('ory.openDocument', ref, name);
        return false;
      case 'deleteAll':
        await vscode.commands.executeCommand('ory.deleteClientTokens', ref, name);
        return true;
      default:
        return this.revoke(client, name);
    }
  }

  private async revoke(client: OAuth2Client, name: string): Promise<boolean> {
    const { connection, oauth2, token } = this;
    const sure = await confirmDestruction({
      question: `Revoke this token of ${name} on ${connection.name}?`,
      consequence: 'Hydra ends the other token of the pair too. It can’t be undone.',
      verb: 'Revoke',
      name,
      connection,
    });
    return sure && (await revokeAsClient(oauth2, connection, client, token));
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
