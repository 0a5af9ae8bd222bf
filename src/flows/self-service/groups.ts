import * as l10n from '@vscode/l10n';
import { isSecretName } from '../../ory/secrets/secret-names.ts';
import type { Flow } from './flow.ts';
import type { FlowNode } from './nodes.ts';
import { own as entryOf } from '../../ory/own.ts';

/** The part of a form that one method owns; `default` is what all methods share. */
export interface FormGroup {
  readonly group: string;
  readonly title: string;
  readonly nodes: readonly FlowNode[];
  /** Why this part can't be filled in and submitted here. */
  readonly obstacle?: Obstacle;
}

export interface Obstacle {
  /** A sentence or two, for people. */
  readonly why: string;
  /** Whether a browser that starts the same flow gets further. */
  readonly browser: boolean;
}

const TITLES: Readonly<Record<string, string>> = {
  default: l10n.t('Shared by all methods'),
  password: 'Password',
  oidc: l10n.t('Social sign-in (OpenID Connect)'),
  saml: l10n.t('Single sign-on (SAML)'),
  profile: 'Profile',
  link: l10n.t('Link by e-mail'),
  code: l10n.t('One-time code'),
  totp: l10n.t('Authenticator app (TOTP)'),
  lookup_secret: l10n.t('Backup codes'),
  webauthn: l10n.t('Security key (WebAuthn)'),
  passkey: 'Passkey',
  deviceauthn: l10n.t('Device key'),
  identifier_first: l10n.t('Identifier first'),
  captcha: 'Captcha',
  oauth2_consent: 'OAuth 2.0 consent',
};

/** What a part of a form is called. */
export const groupTitle = (group: string): string => entryOf(TITLES, group) ?? group;

const AUTHENTICATOR = l10n.t(
  'A browser has to talk to an authenticator on the origin that it is bound to, with a script of the page: an editor can’t.',
);
const PROVIDER = l10n.t(
  'The provider asks for consent on its own pages and comes back to Kratos with the cookies of the browser that left.',
);

const OBSTACLES: Readonly<Record<string, Obstacle>> = {
  webauthn: { why: AUTHENTICATOR, browser: true },
  passkey: { why: AUTHENTICATOR, browser: true },
  oidc: { why: PROVIDER, browser: true },
  saml: { why: PROVIDER, browser: true },
  captcha: {
    why: l10n.t('The captcha’s own script makes its answer, on the page that it is registered for.'),
    browser: true,
  },
  deviceauthn: {
    why: l10n.t(
      'The key lives in the secure hardware of a phone and signs there: only the app that enrolled it can use it.',
    ),
    browser: false,
  },
};

/** Submits that only take something away need nothing from a browser. */
const REMOVING = /(^|_)(unlink|remove|delete|disable)$/;

/** Why a single node can't be driven here; undefined where it can. */
export function obstacleOf(node: FlowNode): Obstacle | undefined {
  if (REMOVING.test(node.name)) return undefined;
  return entryOf(OBSTACLES, node.group);
}

/** The form of a flow by the methods that its nodes belong to, in the order in which the server gives them. */
export function groupsOf({ nodes }: Flow): readonly FormGroup[] {
  const groups = new Map<string, FlowNode[]>();
  for (const node of nodes) groups.set(node.group, [...(groups.get(node.group) ?? []), node]);
  return [...groups].map(([group, own]) => {
    const obstacle = own.some((node) => isSubmit(node) && !obstacleOf(node))
      ? undefined
      : entryOf(OBSTACLES, group);
    return { group, title: groupTitle(group), nodes: own, ...(obstacle ? { obstacle } : {}) };
  });
}

/** Whether a node sends the form. A button by itself only runs a script. */
export const isSubmit = ({ kind, type }: FlowNode): boolean => kind === 'input' && type === 'submit';

/** Whether a node holds a value that a person gives. */
export const isField = ({ kind, type }: FlowNode): boolean =>
  kind === 'input' && !['submit', 'button', 'hidden', 'image', 'reset'].includes(type);

/** Whether what stands in an input is never shown, kept or exported. */
export const isSecretInput = ({ name, type }: { readonly name: string; readonly type: string }): boolean =>
  type === 'password' || isSecretName(name);
