import type { Commands } from '../command.ts';
import { hasConnections, unlessKnown } from '../conditions.ts';

const connection = { view: 'ory.projects', on: 'connection' } as const;

/** Connections: adding, changing, testing, switching and leaving them. */
export const CONNECTIONS = {
  addConnection: {
    title: 'Add Connection…',
    icon: 'add',
    effect: 'read',
    palette: 'always',
    titles: [{ view: 'ory.projects', group: 'navigation@1' }],
  },
  editConnection: {
    title: 'Edit Connection…',
    icon: 'edit',
    effect: 'read',
    palette: unlessKnown(hasConnections),
    rows: [{ ...connection, group: '2_connection@1' }],
  },
  testConnection: {
    title: 'Test Connection',
    icon: 'plug',
    effect: 'read',
    palette: 'always',
    rows: [
      { ...connection, group: 'inline@1' },
      { ...connection, group: '2_connection@2' },
    ],
  },
  switchConnection: {
    title: 'Switch Connection…',
    icon: 'arrow-swap',
    effect: 'read',
    palette: 'always',
    titles: [
      { view: 'ory.projects', group: '1_connection@1' },
      { view: 'ory.identities', group: '2_connection@1' },
      { view: 'ory.clients', group: '2_connection@1' },
      { view: 'ory.keys', group: '2_connection@1' },
    ],
  },
  signOut: {
    title: 'Sign Out…',
    icon: 'sign-out',
    effect: 'read',
    palette: unlessKnown(hasConnections),
    rows: [{ ...connection, needs: ['signedIn'], group: '3_key@2' }],
  },
  removeConnection: {
    title: 'Remove Connection…',
    icon: 'trash',
    effect: 'read',
    palette: unlessKnown(hasConnections),
    rows: [{ ...connection, group: '9_delete@1' }],
  },
  enterKey: {
    title: 'Enter API Key…',
    icon: 'key',
    effect: 'read',
    palette: unlessKnown(hasConnections),
    rows: [{ ...connection, needs: ['keyed'], group: '3_key@1' }],
  },
  detectServers: {
    title: 'Detect Local Servers…',
    icon: 'search',
    effect: 'read',
    palette: 'always',
    titles: [{ view: 'ory.projects', group: '1_connection@2' }],
  },
  openProject: {
    title: 'Open Project…',
    icon: 'folder-opened',
    effect: 'read',
    palette: 'always',
    rows: [{ view: 'ory.projects', on: 'remoteProject', group: 'inline@1' }],
  },
} as const satisfies Commands;
