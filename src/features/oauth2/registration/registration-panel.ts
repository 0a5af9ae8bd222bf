import * as vscode from 'vscode';
import { originOf } from '../../../connections/address.ts';
import { addressOf, type Connection } from '../../../connections/model.ts';
import { enter } from '../../../editor/door/gate.ts';
import { Panel } from '../../../editor/panel.ts';
import { showOnce } from '../../../editor/show-once.ts';
import { type Registered, RegisteredClients } from '../../../flows/oauth2/clients/registered.ts';
import { parseJson, printJson } from '../../../ory/json/tree.ts';
import { getOidcDynamicClient } from '../../../ory/operations/dynamic-clients.ts';
import { maskJson } from '../../../ory/secrets/mask.ts';
import {
  type RegistrationMessage,
  registrationMessages,
  type RegistrationModel,
} from '../../../webviews/oauth2-client/contract.ts';
import { mayWrite } from '../may-write.ts';
import type { OAuth2 } from '../oauth2.ts';
import { remarkOf } from '../../../editor/panel-words.ts';
import { changedNames, editableText, sentText, TEMPLATE } from './registration-text.ts';

/** The clients that were registered through a connection. */
export async function registeredClients(
  { container }: OAuth2,
  connection: Connection,
): Promise<RegisteredClients> {
  const api = await container.client(connection);
  const origin = originOf(addressOf(connection, 'hydra-public') ?? '');
  return new RegisteredClients(api, container.secrets, connection, origin);
}

/** A panel in which a client is registered, and then read, changed and deleted as itself. */
export class RegistrationPanel extends Panel<RegistrationModel, RegistrationMessage> {
  protected readonly kind = { name: 'oauth2-client', messages: registrationMessages };
  private id = '';
  private name = '';
  private text = TEMPLATE;
  /** As the server answered it last, to be edited. */
  private shown = TEMPLATE;
  private revision = 0;
  private outcome = '';

  constructor(
    private readonly oauth2: OAuth2,
    connection: Connection,
    private readonly clients: RegisteredClients,
    registered?: Registered,
  ) {
    super(oauth2.container, connection, ['hydra-public']);
    if (registered) this.take(registered);
  }

  protected override restore(): unknown {
    return { connection: this.live.id, client: this.id };
  }

  protected title(): string {
    return `${this.id ? this.name : vscode.l10n.t('Register Client')} · ${this.live.now.name}`;
  }

  protected model(): RegistrationModel {
    const { live, id, name, text, revision, outcome, doing } = this;
    const connection = live.now;
    return {
      connection: connection.name,
      remark: remarkOf(connection),
      id,
      name,
      text,
      revision,
      problem: this.wrong,
      outcome,
      busy: doing.busy !== '',
    };
  }

  protected async hear(message: RegistrationMessage): Promise<void> {
    if (message.type === 'fill') {
      this.text = message.text;
      return;
    }
    await this.attempt(message.type, async () => {
      this.outcome = '';
      await this.act(message.type);
      if (this.outcome) this.announce(this.outcome);
    });
  }

  private async act(what: 'send' | 'read' | 'delete'): Promise<void> {
    const { clients, id, live } = this;
    if (what === 'read') {
      live.forReading();
      if (
        this.text !== this.shown &&
        !(await this.sureTo(vscode.l10n.t('Read Again'), vscode.l10n.t('What you changed here is lost.')))
      )
        return;
      this.take(await clients.read(id));
      return;
    }
    live.forWriting();
    if (what === 'delete') return this.remove();
    const body = sentText(this.text, id);
    if (id && !(await this.mayReplace())) return;
    const sure = await mayWrite(this.oauth2, this, live, {
      what: id ? vscode.l10n.t('Update registered clients') : vscode.l10n.t('Register clients'),
      consequence: id
        ? vscode.l10n.t('The client is replaced as a whole.')
        : vscode.l10n.t('Anyone with its credentials can ask for tokens.'),
      verb: id ? 'Update' : 'Register',
    });
    if (!sure) return;
    live.forWriting();
    const registered = id ? await clients.update(id, body) : await clients.register(body);
    this.take(registered);
    this.outcome = id
      ? 'Updated.'
      : vscode.l10n.t('Registered. Its registration token is kept in the secret storage.');
    if (registered.secret) await this.showSecret(registered.secret);
  }

  /** An update replaces the whole client: what somebody else changed since it was read is named first. */
  private async mayReplace(): Promise<boolean> {
    const { text } = await this.clients.read(this.id);
    const changed = changedNames(this.shown, shownText(text));
    if (changed.length === 0) return true;
    const what = vscode.l10n.t('On the server it has changed since it was read: {0}.', changed.join(', '));
    return this.sureTo('Overwrite', vscode.l10n.t('{0} Read Again shows it; an update overwrites it.', what));
  }

  private async sureTo(verb: string, detail: string): Promise<boolean> {
    const question = `${verb}: ${this.name} on ${this.live.now.name}?`;
    return (await vscode.window.showWarningMessage(question, { modal: true, detail }, verb)) === verb;
  }

  private async showSecret(secret: string): Promise<void> {
    this.oauth2.container.redactor.learn(secret);
    await showOnce(vscode.l10n.t('The client secret of {0} ({1})', this.name, this.live.now.name), secret);
  }

  private async remove(): Promise<void> {
    const { id, name, live, clients } = this;
    const connection = live.now;
    const sure = await enter(this.oauth2.container, {
      effect: 'destroys',
      question: vscode.l10n.t('Delete {0} from {1}?', name, connection.name),
      consequence: vscode.l10n.t(
        'Its tokens and consents are deleted too, and its registration token with it.',
      ),
      verb: vscode.l10n.t('Delete'),
      name,
      connection,
    });
    if (!sure) return;
    live.forWriting();
    await clients.remove(id);
    this.close();
  }

  private take({ id, client, text }: Registered): void {
    this.id = id;
    this.name = client.client_name || id;
    this.text = this.shown = shownText(text);
    this.revision++;
  }
}

/** A client's JSON as it is edited, without secrets. */
const shownText = (text: string): string =>
  editableText(printJson(maskJson(parseJson(text), getOidcDynamicClient.answer.secrets), 2));
