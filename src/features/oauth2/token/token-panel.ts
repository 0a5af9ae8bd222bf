import * as l10n from '@vscode/l10n';
import { ory } from '../../../editor/commands/run.ts';
import type { OAuth2Client } from '@ory/client';
import type { Connection } from '../../../connections/model.ts';
import { enter } from '../../../editor/door/gate.ts';
import { Panel } from '../../../editor/panel.ts';
import { withPatience } from '../../../editor/patience.ts';
import { type Inspection, inspectToken } from '../../../flows/oauth2/tokens/inspect.ts';
import { getOAuth2Client } from '../../../ory/operations/clients.ts';
import {
  type TokenPageMessage,
  type TokenPageModel,
  tokenMessages,
} from '../../../webviews/oauth2-token/contract.ts';
import type { Action } from '../../../webviews/shared/oauth2/contract.ts';
import type { OAuth2 } from '../oauth2.ts';
import { remarkOf } from '../../../editor/panel-words.ts';
import { revokeAsClient } from './revoke-as-client.ts';
import { tokenModel } from './token-model.ts';

/** A panel that shows what a token is. The token is in memory until the panel is closed, and nowhere else. */
export class TokenPanel extends Panel<TokenPageModel, TokenPageMessage> {
  protected readonly kind = { name: 'oauth2-token', messages: tokenMessages };

  private constructor(
    private readonly oauth2: OAuth2,
    connection: Connection,
    private readonly token: string,
    private inspection: Inspection,
  ) {
    super(oauth2.container, connection, ['hydra-admin', 'hydra-public']);
  }

  /** Inspects a token, and shows what came of it; slow servers can be left. */
  static async open(oauth2: OAuth2, connection: Connection, token: string): Promise<void> {
    const inspection = await inspectionOf(oauth2, connection, token);
    await new TokenPanel(oauth2, connection, token, inspection).show();
  }

  protected title(): string {
    return `Token · ${this.live.now.name}`;
  }

  protected model(): TokenPageModel {
    const { live, inspection, doing } = this;
    return {
      connection: live.now.name,
      remark: remarkOf(live.now),
      problem: this.wrong,
      busy: doing.busy !== '',
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
    const client = this.clientId && !this.live.readOnlyReason;
    return [
      { id: 'check', label: l10n.t('Check Again'), icon: 'refresh' },
      ...(client && active ? [{ id: 'revoke', label: l10n.t('Revoke…'), icon: 'circle-slash' }] : []),
      ...(client ? [{ id: 'deleteAll', label: l10n.t('Delete All of Its Client…'), icon: 'trash' }] : []),
      ...(this.clientId ? [{ id: 'client', label: l10n.t('Open Its Client'), icon: 'go-to-file' }] : []),
    ];
  }

  protected async hear({ action }: TokenPageMessage): Promise<void> {
    switch (action) {
      case 'check':
        return this.attempt('Checking', () => this.check());
      case 'revoke':
        return this.attempt('Revoking', () => this.revoke());
      case 'client':
      case 'deleteAll':
        return this.actOnClient(action);
    }
  }

  /** What is about the token's client, which is called by its name: commands, which ask and tell by themselves. */
  private async actOnClient(action: 'client' | 'deleteAll'): Promise<void> {
    const id = this.clientId ?? '';
    const ref = { connection: this.live.id, kind: 'clients', id } as const;
    let name: string | undefined;
    await this.attempt(l10n.t('Reading its client'), async () => {
      name = nameOf(await this.readClient(id));
    });
    if (name === undefined) return;
    if (action === 'client') {
      await ory.openDocument(ref, name);
      return;
    }
    await ory.deleteClientTokens(ref, name);
    await this.attempt('Checking', () => this.check());
  }

  private async check(): Promise<void> {
    this.inspection = await inspectionOf(this.oauth2, this.live.forReading(), this.token);
    this.announce(l10n.t('Checked again.'));
  }

  private async revoke(): Promise<void> {
    const { live, oauth2, token, clientId: id = '' } = this;
    live.forWriting();
    const client = await this.readClient(id);
    const name = nameOf(client);
    const sure = await enter(oauth2.container, {
      effect: 'destroys',
      question: l10n.t('Revoke this token of {0} on {1}?', name, live.now.name),
      consequence: l10n.t('Hydra ends the other token of the pair too. It can’t be undone.'),
      verb: l10n.t('Revoke'),
      name,
      connection: live.now,
    });
    if (sure && (await revokeAsClient(oauth2, live, client, token))) await this.check();
  }

  private async readClient(id: string): Promise<OAuth2Client> {
    const connection = this.live.forReading();
    const api = await this.oauth2.container.client(connection);
    return withPatience(
      l10n.t('Reading {0} ({1})', id, connection.name),
      async (call) => (await api.call(getOAuth2Client, { id }, call)).data,
    );
  }
}

const nameOf = ({ client_name: name, client_id: id = '' }: OAuth2Client): string => name || id;

async function inspectionOf(
  { container }: OAuth2,
  connection: Connection,
  token: string,
): Promise<Inspection> {
  const client = await container.client(connection);
  return withPatience(l10n.t('Inspecting the token ({0})', connection.name), (call) =>
    inspectToken(token, client, container.redactor, call),
  );
}
