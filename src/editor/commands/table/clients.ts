import type { Commands } from '../command.ts';

const client = { view: 'ory.clients', on: 'clients' } as const;
const ofClient = { services: ['hydra-admin'], on: ['clients'] } as const;
const ofSet = { services: ['hydra-admin'], on: ['keys'] } as const;
const set = { view: 'ory.keys', on: 'keys' } as const;

/** OAuth 2.0 clients and key sets. What is tried with a client comes from the table of OAuth 2.0. */
export const CLIENTS = {
  rotateClientSecret: {
    title: 'Rotate Client Secret',
    effect: 'write',
    ...ofClient,
    needs: ['clientSecret'],
    rows: [{ ...client, group: '4_secret@1' }],
    lens: { title: 'Rotate Secret', at: 'whole' },
  },
  showClientConsents: {
    title: 'Show Client Consents…',
    icon: 'checklist',
    effect: 'read',
    ...ofClient,
    rows: [{ ...client, group: '6_subject@1' }],
    lens: { title: 'Show Consents…', at: 'whole' },
  },
  deleteOldSecrets: {
    title: 'Delete Old Client Secrets…',
    effect: 'locks out',
    ...ofClient,
    needs: ['clientSecret'],
    many: true,
    rows: [{ ...client, group: '8_delete@1' }],
  },
  deleteClientTokens: {
    title: 'Delete Client Tokens…',
    effect: 'locks out',
    ...ofClient,
    many: true,
    rows: [{ ...client, group: '8_delete@2' }],
    lens: { title: 'Delete Tokens…', at: 'whole' },
  },
  addKey: {
    title: 'Add Key…',
    effect: 'write',
    ...ofSet,
    rows: [{ ...set, group: '4_key@1' }],
  },
  rotateKeys: {
    title: 'Rotate Keys',
    effect: 'write',
    ...ofSet,
    rows: [{ ...set, needs: ['document'], group: '4_key@2' }],
  },
  deleteKey: {
    title: 'Delete Key…',
    effect: 'destroys',
    ...ofSet,
    many: true,
    rows: [{ view: 'ory.keys', on: 'key', group: '9_delete@1' }],
    lens: { title: 'Delete Key…', at: 'key' },
  },
} as const satisfies Commands;

const project = { view: 'ory.projects' } as const;

/** What the console's API does with projects. */
export const PROJECTS = {
  createProject: {
    title: 'Create Project…',
    icon: 'add',
    effect: 'write',
    services: ['console'],
    rows: [{ ...project, on: 'projects', needs: ['group'], group: 'inline@1' }],
  },
  purgeProject: {
    title: 'Purge Project…',
    effect: 'destroys',
    services: ['console'],
    on: ['projects'],
    rows: [{ ...project, on: 'remoteProject', group: '9_delete@1' }],
  },
  removeMember: {
    title: 'Remove Member…',
    effect: 'locks out',
    services: ['console'],
    many: true,
    rows: [{ ...project, on: 'member', group: '9_delete@1' }],
  },
} as const satisfies Commands;
