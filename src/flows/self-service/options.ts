import * as l10n from '@vscode/l10n';
import type { Flow } from './flow.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What is doubtful about the value of an option before it is sent, in words for its field; undefined where nothing is. */
export function doubtAbout(name: string, value: string): string | undefined {
  if (name === 'organization' && !UUID.test(value))
    return l10n.t('An organization’s id is a UUID. Servers pass over anything else without a word.');
  if (/(^|_)return_to$/.test(name) && !isPage(value))
    return l10n.t('This is no address of a page: it begins with https:// or http://.');
  return undefined;
}

function isPage(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** How a flow shows that an option was heeded, and why it may not have been. */
const HEEDED: Readonly<Record<string, { readonly seen: (flow: Flow) => unknown; readonly why: string }>> = {
  refresh: { seen: ({ refresh }) => refresh, why: l10n.t('there is no session that it could ask again for') },
  return_to: {
    seen: ({ returnTo }) => returnTo,
    why: l10n.t('older servers have none in this type of flow'),
  },
  organization: {
    seen: ({ organization, type }) => organization ?? type === 'settings',
    why: l10n.t('older servers have no organizations, and an id that is no UUID is none'),
  },
  identity_schema: {
    seen: ({ identitySchema }) => identitySchema,
    why: l10n.t('older servers use the default schema, and so does a second factor'),
  },
};

/** What a server passed over of what a flow was started with, in words: it says nothing itself. */
export function passedOver(options: Readonly<Record<string, unknown>>, flow: Flow): string | undefined {
  const all = Object.entries(HEEDED).flatMap(([name, { seen, why }]) =>
    options[name] !== undefined && options[name] !== '' && options[name] !== false && !seen(flow)
      ? [l10n.t('The server passed over {0}: {1}.', name, why)]
      : [],
  );
  return all.length > 0 ? all.join(' ') : undefined;
}
