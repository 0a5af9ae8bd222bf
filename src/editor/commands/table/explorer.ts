import type { Commands } from '../command.ts';
import { all, any, not } from '../condition.ts';
import { documentIs, hasConnections, key, service, unlessKnown, writable } from '../conditions.ts';

const VIEWS = ['ory.projects', 'ory.identities', 'ory.clients', 'ory.keys'] as const;

/** A document of what can be deleted; sessions are ended. */
const shown = all(documentIs('deletable'), not(documentIs('sessions')));

/** The four views and their rows. */
export const EXPLORER = {
  openInConsole: {
    title: 'Open in Ory Console',
    icon: 'link-external',
    effect: 'read',
    palette: unlessKnown(key('ory.hasConsolePage')),
    rows: [{ on: 'network', group: '1_open@3' }],
  },
  refreshProjects: {
    title: 'Refresh Projects',
    icon: 'refresh',
    effect: 'read',
    palette: 'always',
    titles: [{ view: 'ory.projects', group: 'navigation@2' }],
  },
  refreshIdentities: {
    title: 'Refresh Identities',
    icon: 'refresh',
    effect: 'read',
    palette: 'always',
    titles: [{ view: 'ory.identities', group: 'navigation@4' }],
  },
  refreshClients: {
    title: 'Refresh OAuth2 Clients',
    icon: 'refresh',
    effect: 'read',
    palette: 'always',
    titles: [{ view: 'ory.clients', group: 'navigation@4' }],
  },
  refreshKeys: {
    title: 'Refresh Keys',
    icon: 'refresh',
    effect: 'read',
    palette: 'always',
    titles: [{ view: 'ory.keys', group: 'navigation@3' }],
  },
  findIdentity: {
    title: 'Find Identity…',
    icon: 'search',
    effect: 'read',
    palette: unlessKnown(service('kratos-admin')),
    titles: [{ view: 'ory.identities', group: 'navigation@1', when: service('kratos-admin') }],
    keys: [{ key: 'ctrl+f', mac: 'cmd+f', views: ['ory.identities'], bare: true }],
  },
  clearIdentityFilter: {
    title: 'Clear Identity Filter',
    icon: 'clear-all',
    effect: 'read',
    palette: key('ory.identities.filtered'),
    titles: [{ view: 'ory.identities', group: 'navigation@2', when: key('ory.identities.filtered') }],
  },
  filterClients: {
    title: 'Filter OAuth2 Clients…',
    icon: 'filter',
    effect: 'read',
    palette: unlessKnown(service('hydra-admin')),
    titles: [{ view: 'ory.clients', group: 'navigation@1', when: service('hydra-admin') }],
    keys: [{ key: 'ctrl+f', mac: 'cmd+f', views: ['ory.clients'], bare: true }],
  },
  clearClientFilter: {
    title: 'Clear OAuth2 Client Filter',
    icon: 'clear-all',
    effect: 'read',
    palette: key('ory.clients.filtered'),
    titles: [{ view: 'ory.clients', group: 'navigation@2', when: key('ory.clients.filtered') }],
  },
  addKeySet: {
    title: 'Show Key Set by Name…',
    icon: 'eye',
    effect: 'read',
    palette: unlessKnown(service('hydra-admin')),
    titles: [{ view: 'ory.keys', group: 'navigation@1', when: service('hydra-admin') }],
  },
  forgetKeySet: {
    title: 'Hide Key Set',
    icon: 'eye-closed',
    effect: 'read',
    many: true,
    palette: 'never',
    rows: [{ view: 'ory.keys', on: 'remembered', group: '3_list@1' }],
  },
  copyId: {
    title: 'Copy ID',
    icon: 'copy',
    effect: 'read',
    many: true,
    palette: 'never',
    rows: [{ on: 'id', group: '2_copy@1' }],
    keys: [{ key: 'ctrl+c', mac: 'cmd+c', views: VIEWS }],
  },
  revealInTree: {
    title: 'Reveal in Ory',
    icon: 'list-tree',
    effect: 'read',
    palette: documentIs('document'),
    editor: [{ group: '1_ory@1' }],
  },
  deleteResource: {
    title: 'Delete…',
    icon: 'trash',
    effect: 'destroys',
    many: true,
    palette: unlessKnown(any(shown, all(hasConnections, writable))),
    rows: [{ on: 'deletable', lacks: ['sessions'], group: '9_delete@1' }],
    editor: [{ group: '9_ory@1', when: shown }],
    keys: [{ key: 'delete', mac: 'cmd+backspace', views: ['ory.identities', 'ory.clients', 'ory.keys'] }],
  },
  filterMessages: {
    title: 'Filter Courier Messages…',
    icon: 'filter',
    effect: 'read',
    services: ['kratos-admin'],
    rows: [{ view: 'ory.projects', on: 'messages', group: 'inline@1' }],
  },
  filterSessions: {
    title: 'Filter Sessions…',
    icon: 'filter',
    effect: 'read',
    palette: 'never',
    rows: [{ view: 'ory.projects', on: 'allSessions', group: 'inline@1' }],
  },
  loadMore: { title: 'Load More', effect: 'read', palette: 'never' },
  retryLoading: { title: 'Retry Loading', effect: 'read', palette: 'never' },
  stopLoading: { title: 'Stop Loading', effect: 'read', palette: 'never' },
  activateConnection: { title: 'Use This Connection', effect: 'read', palette: 'never' },
} as const satisfies Commands;
