import * as l10n from '@vscode/l10n';
import { access } from 'node:fs/promises';
import { AddressError, originOf, parseAddress } from '../../../connections/address.ts';
import { basicOf } from '../../../connections/authorization.ts';
import { serviceName } from '../../../connections/endpoints.ts';
import {
  ADDRESS_SETTINGS,
  type AddressSetting,
  type Connection,
  type SelfHostedConnection,
} from '../../../connections/model.ts';
import { isSlug } from '../../../connections/parse.ts';
import type { Slot } from '../../../connections/secrets.ts';
import { withoutUserinfo, type WithoutUserinfo } from '../../../connections/userinfo.ts';
import type { Container } from '../../../container.ts';
import { type Answered, BACK, CANCELLED, type StepPlace } from '../../../editor/wizard.ts';
import { enter, type Finding, type InputOptions } from '../../../editor/wizard-input.ts';
import { learner } from '../learn.ts';
import { askAddress } from '../steps/address.ts';
import { askFlags } from '../steps/finish.ts';
import { transportOf } from '../transport-settings.ts';

/** Settings of an entry with their new values; undefined takes one out. */
export type Change = Readonly<Record<string, string | boolean | undefined>>;

/** A change, and what goes to the secret store with it. */
export interface Edited {
  readonly change: Change;
  /** What stood in an address before its host, as a header. */
  readonly secret?: { readonly slot: Slot; readonly origin: string; readonly value: string };
  /** An origin that asks for a credential. */
  readonly asks?: string;
}

/** Something of a connection that can be changed. */
export interface Field {
  readonly label: string;
  /** Its value now, in words. */
  readonly now: string;
  readonly ask: (place: StepPlace) => Promise<Answered<Edited>>;
}

type Asked = Pick<Container, 'redactor' | 'secrets'>;

/** What can be changed of a connection, most wanted first. */
export function fieldsOf(connection: Connection, container: Asked): Field[] {
  const flags = [connection.readOnly ? 'read-only' : '', connection.production ? 'production' : ''];
  return [
    text(
      'Name',
      connection.name,
      'name',
      { prompt: l10n.t('What do you call this connection?') },
      l10n.t('Give it a name.'),
    ),
    {
      label: l10n.t('Read-only, production'),
      now: flags.filter(Boolean).join(', ') || 'neither',
      ask: async (place) => {
        const change = await askFlags(place, connection);
        return change === BACK || change === CANCELLED ? change : { change };
      },
    },
    ...(connection.type === 'self-hosted' ? addresses(connection, container) : networkFields(connection)),
    ...reaching(connection),
    proxyField(connection, container),
  ];
}

function addresses(connection: SelfHostedConnection, container: Asked): Field[] {
  const only = Object.keys(connection.addresses).length === 1;
  return (Object.keys(ADDRESS_SETTINGS) as AddressSetting[])
    .filter((setting) => setting !== 'console' || connection.addresses.console)
    .map((setting) => {
      const service = ADDRESS_SETTINGS[setting];
      const now = connection.addresses[service];
      return {
        label: serviceName(service),
        now: now ?? 'none',
        ask: async (place) => {
          const answer = await askAddress(place, {
            service,
            value: now ?? '',
            settings: await transportOf(container.secrets, connection),
            learn: learner(container),
            live: connection.scope === 'user',
            ...(only && now ? { required: l10n.t('This is the only address of the connection.') } : {}),
          });
          if (answer === BACK || answer === CANCELLED) return answer;
          const { address, authorization, guarded } = answer;
          const change = { [setting]: address || undefined };
          if (!address) return { change };
          const origin = originOf(address);
          return authorization
            ? { change, secret: { slot: 'authorization', origin, value: authorization } }
            : { change, ...(guarded ? { asks: origin } : {}) };
        },
      };
    });
}

function networkFields(connection: Exclude<Connection, { type: 'self-hosted' }>): Field[] {
  const slug = (value: string): Finding =>
    isSlug(value)
      ? { severity: 'ok' }
      : { severity: 'refused', message: l10n.t('A slug has letters, digits and hyphens only.') };
  return [
    ...(connection.type === 'network'
      ? [
          text(
            'Slug',
            connection.slug,
            'slug',
            { prompt: l10n.t('Slug of the project.'), validate: slug },
            l10n.t('Give the slug.'),
          ),
        ]
      : []),
    text(l10n.t('Console API'), connection.consoleUrl, 'consoleUrl', {
      prompt: l10n.t('Address of Ory Network’s console API. Leave it empty for the usual one.'),
      validate: addressFinding,
    }),
  ];
}

function reaching(connection: Connection): Field[] {
  const file: Pick<InputOptions, 'check' | 'placeholder'> = {
    placeholder: '/path/to/file.pem',
    check: async (path) => {
      const there = await access(path).then(
        () => true,
        () => false,
      );
      return there
        ? { severity: 'ok' }
        : { severity: 'wrong', message: l10n.t('There is no such file, or it can’t be read.') };
    },
  };
  return [
    text(l10n.t('CA file'), connection.caFile, 'caFile', {
      prompt: l10n.t('PEM file of the certificate authority. Empty: none.'),
      ...file,
    }),
    text(l10n.t('Client certificate'), connection.certFile, 'certFile', {
      prompt: l10n.t('PEM file of the client certificate. Empty: none.'),
      ...file,
    }),
    text(l10n.t('Client key'), connection.keyFile, 'keyFile', {
      prompt: l10n.t('PEM file of the client certificate’s key. Empty: none.'),
      ...file,
    }),
  ];
}

function proxyField({ proxy }: Connection, container: Asked): Field {
  return {
    label: l10n.t('Proxy'),
    now: proxy ?? 'none',
    ask: async (place) => {
      let taken: WithoutUserinfo | undefined;
      const answer = await enter(place, {
        heading: l10n.t('Proxy'),
        prompt: l10n.t(
          'HTTP proxy that the servers of this connection are reached through. Leave it empty to use VS Code’s own proxy settings.',
        ),
        placeholder: l10n.t('for instance http://proxy.example.com:3128'),
        value: proxy ?? '',
        rewrite: (text) => {
          const without = withoutUserinfo(text);
          if (!without) return text;
          taken = without;
          learner(container)(basicOf(without.user, without.password ?? ''));
          return without.address;
        },
        validate: (value) => (value === '' ? { severity: 'ok' } : proxyFinding(value)),
      });
      if (answer === BACK || answer === CANCELLED) return answer;
      const change = { proxy: answer.text || undefined };
      if (!answer.text || taken?.password === undefined) return { change };
      const value = basicOf(taken.user, taken.password);
      return { change, secret: { slot: 'proxy-authorization', origin: originOf(answer.text), value } };
    },
  };
}

function proxyFinding(value: string): Finding {
  return value.startsWith('unix:')
    ? { severity: 'refused', message: l10n.t('Give an http or https address.') }
    : addressFinding(value);
}

function text(
  label: string,
  now: string | undefined,
  setting: string,
  options: Omit<InputOptions, 'heading'>,
  required?: string,
): Field {
  return {
    label,
    now: now ?? 'none',
    ask: async (place) => {
      const answer = await enter(place, {
        heading: label,
        ...options,
        value: now ?? '',
        validate: (value) => {
          if (value === '') return required ? { severity: 'refused', message: required } : { severity: 'ok' };
          return options.validate?.(value) ?? { severity: 'ok' };
        },
      });
      return answer === BACK || answer === CANCELLED
        ? answer
        : { change: { [setting]: answer.text || undefined } };
    },
  };
}

function addressFinding(value: string): Finding {
  try {
    parseAddress(value);
    return { severity: 'ok' };
  } catch (error) {
    if (error instanceof AddressError) return { severity: 'refused', message: error.message };
    throw error;
  }
}
