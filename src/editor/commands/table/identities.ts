import type { Commands } from '../command.ts';
import { documentIs, service } from '../conditions.ts';

const identity = { view: 'ory.identities', on: 'identities' } as const;
const session = { view: ['ory.identities', 'ory.projects'], on: 'sessions' } as const;
const ofIdentity = { services: ['kratos-admin'], on: ['identities'] } as const;
const ofSession = { services: ['kratos-admin'], on: ['sessions'], needs: ['active'], many: true } as const;
const ofSubject = { services: ['hydra-admin'], on: ['identities', 'subject'] } as const;
const subjectText = { when: documentIs('subject', 'writable') } as const;

/** Identities, their sessions, and what they granted. */
export const IDENTITIES = {
  createRecoveryCode: {
    title: 'Create Recovery Code…',
    effect: 'write',
    ...ofIdentity,
    rows: [{ ...identity, group: '4_recovery@1' }],
    lens: { title: 'Create Recovery Code…', at: 'whole' },
  },
  createRecoveryLink: {
    title: 'Create Recovery Link…',
    effect: 'write',
    ...ofIdentity,
    rows: [{ ...identity, group: '4_recovery@2' }],
    lens: { title: 'Create Recovery Link…', at: 'recovery address' },
  },
  deleteSessions: {
    title: 'Delete All Sessions…',
    effect: 'locks out',
    ...ofIdentity,
    many: true,
    rows: [{ ...identity, group: '8_delete@2' }],
    lens: { title: 'Delete All Sessions…', at: 'whole' },
  },
  showSubject: {
    title: 'Show Subject…',
    effect: 'read',
    ...ofSubject,
    rows: [
      { ...identity, needs: ['hydraAdmin'], group: '6_subject@1' },
      { view: 'ory.identities', on: 'consents', group: '1_open@1' },
    ],
    lens: { title: 'Show Consents', at: 'whole', needs: ['hydraAdmin'] },
  },
  activateIdentity: {
    title: 'Activate Identity',
    effect: 'write',
    ...ofIdentity,
    needs: ['inactive'],
    many: true,
    rows: [{ ...identity, group: '5_state@1' }],
    lens: { title: 'Activate', at: 'state' },
  },
  deactivateIdentity: {
    title: 'Deactivate Identity',
    effect: 'locks out',
    ...ofIdentity,
    needs: ['active'],
    many: true,
    rows: [{ ...identity, group: '5_state@1' }],
    lens: { title: 'Deactivate', at: 'state' },
  },
  verifyAddress: {
    title: 'Mark Address as Verified…',
    icon: 'verified',
    effect: 'write',
    ...ofIdentity,
    needs: ['unverified'],
    rows: [{ ...identity, group: '5_state@2' }],
    lens: { title: 'Mark as Verified…', at: 'verifiable address' },
  },
  deleteCredential: {
    title: 'Delete Credential…',
    effect: 'destroys',
    ...ofIdentity,
    rows: [
      { view: 'ory.identities', on: 'credential', needs: ['revocable'], group: '9_delete@1' },
      { ...identity, group: '8_delete@1' },
    ],
    lens: { title: 'Delete Credential…', at: 'credential', needs: ['revocable'] },
  },
  endSession: {
    title: 'End Session…',
    effect: 'locks out',
    ...ofSession,
    rows: [{ ...session, group: '9_delete@1' }],
    lens: { title: 'End Session…', at: 'whole' },
  },
  extendSession: {
    title: 'Extend Session',
    effect: 'write',
    ...ofSession,
    rows: [{ ...session, group: '5_state@1' }],
    lens: { title: 'Extend Session', at: 'whole' },
  },
  revokeConsents: {
    title: 'Revoke Consents…',
    effect: 'locks out',
    ...ofSubject,
    many: true,
    rows: [{ view: 'ory.identities', on: 'consent', group: '9_delete@1' }],
    editor: [{ group: '9_ory@1', ...subjectText }],
  },
  revokeAllConsents: {
    title: 'Revoke All Consents…',
    effect: 'locks out',
    ...ofSubject,
    rows: [{ view: 'ory.identities', on: 'consents', group: '9_delete@1' }],
    editor: [{ group: '9_ory@2', ...subjectText }],
  },
  revokeLogins: {
    title: 'Revoke Login Sessions…',
    effect: 'locks out',
    ...ofSubject,
    rows: [{ view: 'ory.identities', on: 'consents', group: '9_delete@2' }],
    editor: [{ group: '9_ory@3', ...subjectText }],
  },
  openMessage: {
    title: 'Open Message…',
    effect: 'read',
    services: ['kratos-admin'],
    rows: [{ view: 'ory.projects', on: 'message', group: '1_open@1' }],
  },
  revealMessage: {
    title: 'Reveal Message Text',
    icon: 'unlock',
    effect: 'read',
    services: ['kratos-admin'],
    palette: service('kratos-admin'),
    rows: [{ view: 'ory.projects', on: 'message', group: '1_open@2' }],
    editor: [{ group: 'navigation@1', when: documentIs('message') }],
  },
} as const satisfies Commands;
