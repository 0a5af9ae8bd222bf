import type { LookupSecret } from '../../identities/factors.ts';
import { say, type MessageName } from '../../ui/messages.ts';
import { button, textNode, type UiNode } from '../../ui/node.ts';

const choice = (name: string, label: MessageName): UiNode =>
  button('lookup_secret', name, 'true', say(label));

export const revealButton = (): UiNode => choice('lookup_secret_reveal', 'revealLookup');
export const regenerateButton = (): UiNode => choice('lookup_secret_regenerate', 'regenerateLookup');
export const confirmButton = (): UiNode => choice('lookup_secret_confirm', 'confirmLookup');
export const disableButton = (): UiNode => choice('lookup_secret_disable', 'disableLookup');

/** Names of all fields that backup codes have in the settings. */
export const LOOKUP_FIELDS = [
  'lookup_secret_regenerate',
  'lookup_secret_reveal',
  'lookup_secret_disable',
  'lookup_secret_codes',
  'lookup_secret_confirm',
];

/** The codes themselves; those that were used only say so. */
export function codesNode(secrets: readonly LookupSecret[]): UiNode {
  const messages = secrets.map(({ code, used_at: used }) =>
    used === undefined
      ? say('lookupSecret', { secret: code })
      : say('lookupSecretUsed', { used_at: used, used_at_unix: Math.floor(new Date(used).getTime() / 1000) }),
  );
  const list = secrets.map(({ code, used_at: used }) => (used === undefined ? code : 'used')).join(', ');
  const text = say('lookupSecretList', { secrets: messages }, { list });
  return textNode('lookup_secret', 'lookup_secret_codes', text, say('lookupSecrets'));
}
