import type { Commands } from '../command.ts';
import { all, not } from '../condition.ts';
import { documentIs, ending, key, path, scheme, service, unlessKnown, writable } from '../conditions.ts';

/** A document of an identity or a client that does not exist yet. */
const created = all(scheme('ory'), path('^\\/(identities|clients)\\/[+]'));

/** Resources as documents. */
export const DOCUMENTS = {
  openDocument: {
    title: 'Open Document',
    icon: 'go-to-file',
    effect: 'read',
    many: true,
    palette: 'never',
    rows: [{ on: 'document', group: '1_open@1' }],
  },
  openAsYaml: {
    title: 'Open as YAML',
    icon: 'file-code',
    effect: 'read',
    many: true,
    palette: all(documentIs('document'), ending('.json')),
    rows: [
      {
        on: 'document',
        needs: ['json'],
        group: '1_open@4',
      },
    ],
    editor: [{ group: '1_ory@5', when: all(documentIs('document'), ending('.json')) }],
  },
  openAsJson: {
    title: 'Open as JSON',
    icon: 'json',
    effect: 'read',
    palette: all(documentIs('document'), ending('.yaml')),
    editor: [{ group: '1_ory@5', when: all(documentIs('document'), ending('.yaml')) }],
  },
  newIdentity: {
    title: 'New Identity…',
    icon: 'add',
    effect: 'write',
    palette: unlessKnown(all(service('kratos-admin'), writable)),
    titles: [{ view: 'ory.identities', group: 'navigation@3', when: all(service('kratos-admin'), writable) }],
  },
  newClient: {
    title: 'New OAuth2 Client',
    icon: 'add',
    effect: 'write',
    palette: unlessKnown(all(service('hydra-admin'), writable)),
    titles: [{ view: 'ory.clients', group: 'navigation@3', when: all(service('hydra-admin'), writable) }],
  },
  newKeySet: {
    title: 'New Key Set…',
    icon: 'add',
    effect: 'write',
    palette: unlessKnown(all(service('hydra-admin'), writable)),
    titles: [{ view: 'ory.keys', group: 'navigation@2', when: all(service('hydra-admin'), writable) }],
  },
  trustIssuer: {
    title: 'Trust Issuer',
    icon: 'verified',
    effect: 'write',
    palette: unlessKnown(all(service('hydra-admin'), writable)),
    titles: [{ view: 'ory.keys', group: '1_issuer@1', when: all(service('hydra-admin'), writable) }],
  },
  newResource: {
    title: 'New…',
    icon: 'add',
    effect: 'write',
    palette: 'never',
    rows: [{ view: 'ory.projects', on: 'creates', group: 'inline@2' }],
  },
  addCredential: {
    title: 'Add Credential…',
    icon: 'add',
    effect: 'write',
    palette: created,
    editor: [{ group: 'navigation@3', when: created }],
  },
  duplicate: {
    title: 'Duplicate…',
    icon: 'copy',
    effect: 'write',
    palette: documentIs('copied', 'writable'),
    rows: [{ on: 'copied', group: '7_modify@1' }],
    editor: [{ group: '2_ory@1', when: documentIs('copied', 'writable') }],
  },
  rename: {
    title: 'Rename…',
    icon: 'edit',
    effect: 'write',
    palette: documentIs('renamed', 'writable'),
    rows: [{ on: 'renamed', group: '7_modify@2' }],
    editor: [{ group: '2_ory@2', when: documentIs('renamed', 'writable') }],
  },
  revealSecrets: {
    title: 'Reveal Secrets',
    icon: 'unlock',
    effect: 'read',
    palette: documentIs('secrets'),
    rows: [{ on: 'secrets', group: '1_open@2' }],
    editor: [{ group: '1_ory@2', when: documentIs('secrets') }],
  },
  compareWithServer: {
    title: 'Compare with Server',
    icon: 'git-compare',
    effect: 'read',
    palette: documentIs('document'),
    editor: [{ group: '1_ory@6', when: all(documentIs('document'), not(key('isInDiffEditor'))) }],
  },
} as const satisfies Commands;
