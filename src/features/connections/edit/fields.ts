import { access } from 'node:fs/promises';
import { AddressError, parseAddress } from '../../../connections/address.ts';
import { serviceName } from '../../../connections/endpoints.ts';
import { ADDRESS_SETTINGS, type AddressSetting, type Connection } from '../../../connections/model.ts';
import { isSlug } from '../../../connections/parse.ts';
import { type Answered, BACK, CANCELLED, type StepPlace } from '../../../editor/wizard.ts';
import { enter, type Finding, type InputOptions } from '../../../editor/wizard-input.ts';
import { askAddress } from '../steps/address.ts';
import { askFlags } from '../steps/finish.ts';
import { transportOf } from '../transport-settings.ts';

/** Settings of an entry with their new values; undefined takes one out. */
export type Change = Readonly<Record<string, string | boolean | undefined>>;

/** Something of a connection that can be changed. */
export interface Field {
  readonly label: string;
  /** Its value now, in words. */
  readonly now: string;
  readonly ask: (place: StepPlace) => Promise<Answered<Change>>;
}

/** What can be changed of a connection, most wanted first. */
export function fieldsOf(connection: Connection): Field[] {
  const flags = [connection.readOnly ? 'read-only' : '', connection.production ? 'production' : ''];
  return [
    text('Name', connection.name, 'name', { prompt: 'What do you call this connection?' }, 'Give it a name.'),
    {
      label: 'Read-only, production',
      now: flags.filter(Boolean).join(', ') || 'neither',
      ask: (place) => askFlags(place, connection),
    },
    ...(connection.type === 'self-hosted' ? addresses(connection) : networkFields(connection)),
    ...reaching(connection),
  ];
}

function addresses(connection: Extract<Connection, { type: 'self-hosted' }>): Field[] {
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
            settings: transportOf(connection),
            ...(only && now ? { required: 'This is the only address of the connection.' } : {}),
          });
          return answer === BACK || answer === CANCELLED
            ? answer
            : { [setting]: answer.address || undefined };
        },
      };
    });
}

function networkFields(connection: Exclude<Connection, { type: 'self-hosted' }>): Field[] {
  const slug = (value: string): Finding =>
    isSlug(value)
      ? { severity: 'ok' }
      : { severity: 'refused', message: 'A slug has letters, digits and hyphens only.' };
  return [
    ...(connection.type === 'network'
      ? [
          text(
            'Slug',
            connection.slug,
            'slug',
            { prompt: 'Slug of the project.', validate: slug },
            'Give the slug.',
          ),
        ]
      : []),
    text('Console API', connection.consoleUrl, 'consoleUrl', {
      prompt: 'Address of Ory Network’s console API. Leave it empty for the usual one.',
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
        : { severity: 'wrong', message: 'There is no such file, or it can’t be read.' };
    },
  };
  return [
    text('CA file', connection.caFile, 'caFile', {
      prompt: 'PEM file of the certificate authority. Empty: none.',
      ...file,
    }),
    text('Client certificate', connection.certFile, 'certFile', {
      prompt: 'PEM file of the client certificate. Empty: none.',
      ...file,
    }),
    text('Client key', connection.keyFile, 'keyFile', {
      prompt: 'PEM file of the client certificate’s key. Empty: none.',
      ...file,
    }),
    text('Proxy', connection.proxy, 'proxy', {
      prompt: 'HTTP proxy for servers with their own CA or client certificate. Empty: none.',
      validate: addressFinding,
    }),
  ];
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
      return answer === BACK || answer === CANCELLED ? answer : { [setting]: answer.text || undefined };
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
