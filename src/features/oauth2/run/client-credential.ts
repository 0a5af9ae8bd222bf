import * as vscode from 'vscode';
import { originOf } from '../../../connections/address.ts';
import { addressOf, type Connection } from '../../../connections/model.ts';
import { clientSlot } from '../../../connections/secrets.ts';
import type { Container } from '../../../container.ts';
import { oneLine } from '../../../editor/text.ts';
import type { AuthMethod, ClientCredential } from '../../../flows/oauth2/client-auth.ts';
import { KeyError, readPrivateKey } from '../../../flows/oauth2/private-key.ts';

const KEEP: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('save'),
  tooltip: vscode.l10n.t('Keep It in the Secret Storage'),
};
const FORGET: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('trash'),
  tooltip: vscode.l10n.t('Forget the Kept One'),
};

/**
 * What a client shows itself with. A secret is asked for in a password input and lives as long as the run, unless the
 * person has it kept: then it is in the secret storage, for this client at this origin.
 * @returns undefined where the person thought better of it
 */
export async function askCredential(
  container: Container,
  connection: Connection,
  client: { readonly id: string; readonly name: string },
  method: AuthMethod,
): Promise<ClientCredential | undefined> {
  if (method === 'none') return { method };
  const origin = originOf(addressOf(connection, 'hydra-public') ?? '');
  const slot = clientSlot('client-secret', client.id);
  const kept = await container.secrets.get(connection, origin, slot);
  const title = `${oneLine(client.name)} · ${oneLine(connection.name)}`;
  const forget = () => container.secrets.delete(connection, origin, slot);
  const asked = await askSecret({ title, method, kept, forget });
  if (!asked) return undefined;
  const { text, keep } = asked;
  if (keep) await container.secrets.store(connection, origin, slot, text);
  container.redactor.learn(text);
  if (method !== 'private_key_jwt') return { method, secret: text };
  return { method, key: await readPrivateKey(text) };
}

interface Asking {
  readonly title: string;
  readonly method: AuthMethod;
  readonly kept: string | undefined;
  readonly forget: () => unknown;
}

interface Asked {
  readonly text: string;
  readonly keep: boolean;
}

function askSecret({ title, method, kept, forget }: Asking): Promise<Asked | undefined> {
  const box = vscode.window.createInputBox();
  const key = method === 'private_key_jwt';
  box.title = title;
  box.password = true;
  box.ignoreFocusOut = true;
  box.value = kept ?? '';
  const prompt = key
    ? vscode.l10n.t('Private key of the client: a JWK, or PKCS #8 in PEM. It signs here and is sent nowhere.')
    : vscode.l10n.t(
        'Secret of the client ({0}). It is sent to the token endpoint and kept nowhere, unless you say so.',
        method,
      );
  box.prompt = kept ? vscode.l10n.t('{0} A kept one is filled in.', prompt) : prompt;
  box.buttons = kept ? [FORGET] : [KEEP];
  let keep = false;
  return new Promise((resolve) => {
    box.onDidTriggerButton((button) => {
      keep = button === KEEP;
      box.buttons = keep ? [] : [KEEP];
      box.prompt = keep ? vscode.l10n.t('{0} It will be kept in the secret storage.', prompt) : prompt;
      if (keep) return;
      box.value = '';
      void forget();
    });
    box.onDidAccept(async () => {
      const text = box.value.trim();
      if (!text) return;
      try {
        if (key) await readPrivateKey(text);
      } catch (error) {
        box.validationMessage =
          error instanceof KeyError ? error.message : vscode.l10n.t('This key can’t be used.');
        return;
      }
      resolve({ text, keep });
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}
