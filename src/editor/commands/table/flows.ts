import type { Commands } from '../command.ts';
import { all, any } from '../condition.ts';
import { key, service, unlessKnown, writable } from '../conditions.ts';

const connection = { view: 'ory.projects', on: 'connection', needs: ['selfService'] } as const;
const kratos = service('kratos-public');
const hydra = service('hydra-public');
const oauth2 = { view: 'ory.clients' } as const;

/** Self-service flows. */
export const FLOWS = {
  startFlow: {
    title: 'Start Self-Service Flow…',
    icon: 'play',
    effect: 'write',
    palette: unlessKnown(all(kratos, writable)),
    titles: [{ view: 'ory.projects', group: '3_flows@1', when: all(kratos, writable) }],
    rows: [{ ...connection, group: '4_flows@1' }],
  },
  openFlow: {
    title: 'Open Self-Service Flow…',
    icon: 'go-to-file',
    effect: 'read',
    palette: unlessKnown(kratos),
    titles: [{ view: 'ory.projects', group: '3_flows@2', when: kratos }],
    rows: [{ ...connection, group: '4_flows@2' }],
  },
  whoAmI: {
    title: 'Who Am I…',
    icon: 'account',
    effect: 'read',
    palette: unlessKnown(kratos),
    rows: [{ ...connection, group: '4_flows@3' }],
  },
} as const satisfies Commands;

/** OAuth 2.0 from the client's and the login app's side. */
export const OAUTH2 = {
  startOAuth2Flow: {
    title: 'Try OAuth2 Flow…',
    icon: 'play',
    effect: 'read',
    services: ['hydra-admin', 'hydra-public'],
    on: ['clients'],
    needs: ['hydraPublic'],
    titles: [{ ...oauth2, group: '4_oauth2@1', when: all(service('hydra-admin'), hydra) }],
    rows: [{ view: 'ory.clients', on: 'clients', group: '1_open@5' }],
    lens: { title: 'Try a Flow…', at: 'whole' },
  },
  openChallenge: {
    title: 'Open Challenge…',
    effect: 'read',
    services: ['hydra-admin'],
    titles: [{ ...oauth2, group: '4_oauth2@3', when: service('hydra-admin') }],
  },
  inspectToken: {
    title: 'Inspect Token…',
    effect: 'read',
    palette: any(service('hydra-admin'), hydra),
    titles: [{ ...oauth2, group: '4_oauth2@2', when: service('hydra-admin') }],
    selection: {
      group: 'z_ory@1',
      when: any(
        all(key('editorHasSelection'), service('hydra-admin')),
        all(key('editorHasSelection'), hydra),
      ),
    },
  },
  showProvider: {
    title: 'Show Provider',
    effect: 'read',
    services: ['hydra-public'],
    titles: [{ ...oauth2, group: '4_oauth2@4', when: hydra }],
  },
  registerClient: {
    title: 'Register Client…',
    effect: 'write',
    services: ['hydra-public'],
    titles: [{ ...oauth2, group: '4_oauth2@5', when: all(hydra, writable) }],
  },
  openRegisteredClient: {
    title: 'Open Registered Client…',
    effect: 'read',
    services: ['hydra-public'],
    titles: [{ ...oauth2, group: '4_oauth2@6', when: hydra }],
  },
} as const satisfies Commands;
