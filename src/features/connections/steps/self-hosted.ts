import * as l10n from '@vscode/l10n';
import { readSmallFile } from '../../../ory/http/read-small-file.ts';
import { trimEnd } from '../../../ory/trim.ts';
import { serviceName } from '../../../connections/endpoints.ts';
import type { Service } from '../../../ory/operations/operation.ts';
import { BACK, CANCELLED, type Step } from '../../../editor/wizard.ts';
import { enter } from '../../../editor/wizard-input.ts';
import { pickMany } from '../../../editor/wizard-pick.ts';
import { type Draft, type Product, SERVICES_OF } from '../draft.ts';
import type { Learn } from '../learn.ts';
import { originOf } from '../../../connections/address.ts';
import { tryService } from '../../../connections/probe/try-service.ts';
import { loopbackHint } from '../../../editor/this-machine.ts';
import { askAddress } from './address.ts';
import { askAuthorization } from './authorization.ts';
import { finishSteps } from './finish.ts';
import { suggestName } from './suggest-name.ts';

const PRODUCTS = Object.keys(SERVICES_OF) as Product[];

/** The questions for one's own servers: what runs, where each is, how it is reached, and the usual last ones. */
export function selfHostedSteps(learn: Learn): Step<Draft>[] {
  const services = PRODUCTS.flatMap((product) =>
    SERVICES_OF[product].map((service) => ({ product, service })),
  );
  return [
    { ask: askProducts },
    ...services.map(({ product, service }) => addressStep(product, service, learn)),
    { applies: (draft) => draft.untrusted, ask: askCaFile },
    { applies: (draft) => draft.guarded.length > 0, ask: askToken(learn) },
    ...finishSteps(suggestName),
  ];
}

const askProducts: Step<Draft>['ask'] = async (draft, place) => {
  const products = await pickMany<Product>(place, {
    placeholder: l10n.t('Which servers do you run? Any of them alone is fine.'),
    items: [
      {
        label: l10n.t('Kratos'),
        description: l10n.t('identities'),
        picked: draft.products.includes('Kratos'),
        value: 'Kratos',
      },
      {
        label: l10n.t('Hydra'),
        description: l10n.t('OAuth 2.0 clients and keys'),
        picked: draft.products.includes('Hydra'),
        value: 'Hydra',
      },
      {
        label: l10n.t('Keto'),
        description: l10n.t('permissions'),
        picked: draft.products.includes('Keto'),
        value: 'Keto',
      },
      {
        label: l10n.t('Talos'),
        description: l10n.t('API keys'),
        picked: draft.products.includes('Talos'),
        value: 'Talos',
      },
    ],
  });
  if (products === BACK || products === CANCELLED) return products;
  // None chosen means that one does not know yet: all are asked for, and each can be left out.
  return { ...draft, products: products.length > 0 ? products : PRODUCTS };
};

const addressStep = (product: Product, service: Service, learn: Learn): Step<Draft> => ({
  applies: (draft) => draft.products.includes(product),
  ask: async (draft, place) => {
    const last = SERVICES_OF[draft.products.at(-1) ?? 'Kratos'].at(-1) === service;
    const none = Object.keys(draft.addresses).length === 0;
    const answer = await askAddress(place, {
      service,
      value: draft.addresses[service] ?? neighbour(draft, service),
      learn,
      known: (origin) => draft.authorizations[origin],
      ...(last && none
        ? { required: l10n.t('Give the address of one server at least; Back leads to the others.') }
        : {}),
    });
    if (answer === BACK || answer === CANCELLED) return answer;
    const others = Object.fromEntries(Object.entries(draft.addresses).filter(([name]) => name !== service));
    const guarded = draft.guarded.filter((other) => other !== service);
    return {
      ...draft,
      addresses: answer.address ? { ...others, [service]: answer.address } : others,
      guarded: answer.guarded ? [...guarded, service] : guarded,
      schemes: [...new Set([...draft.schemes, ...answer.schemes])],
      authorizations: answer.authorization
        ? { ...draft.authorizations, [originOf(answer.address)]: answer.authorization }
        : draft.authorizations,
      ...(answer.user ? { user: answer.user } : {}),
      untrusted: draft.untrusted || answer.untrusted,
    };
  },
});

const portPairs: Readonly<Partial<Record<Service, readonly [Service, string, string]>>> = {
  'kratos-public': ['kratos-admin', '4434', '4433'],
  'hydra-public': ['hydra-admin', '4445', '4444'],
  'keto-write': ['keto-read', '4466', '4467'],
};

/** The usual port beside the one that was given for the same product. */
function neighbour({ addresses }: Draft, service: Service): string {
  const [other, port, mine] = portPairs[service] ?? [];
  const address = other ? addresses[other] : undefined;
  return address?.endsWith(`:${port}`) ? trimEnd(address, '0123456789') + (mine ?? '') : '';
}

const askCaFile: Step<Draft>['ask'] = async (draft, place) => {
  const [service, address] = Object.entries(draft.addresses)[0] ?? [];
  const answer = await enter(place, {
    heading: l10n.t('CA file'),
    prompt: l10n.t(
      'PEM file of the certificate authority that signed the server’s certificate. Leave it empty to do without.',
    ),
    placeholder: '/path/to/ca.pem',
    value: draft.caFile,
    check: async (caFile, signal) => {
      const there = await readSmallFile(caFile, AbortSignal.any([signal, AbortSignal.timeout(5000)])).then(
        () => true,
        () => false,
      );
      if (!there)
        return { severity: 'refused', message: l10n.t('There is no such file, or it can’t be read.') };
      if (!address) return { severity: 'ok' };
      const options = { settings: { caFile }, signal, hint: loopbackHint };
      const { verdict } = await tryService(address, service as Service, options);
      return { severity: verdict.ok ? 'ok' : 'wrong', message: verdict.message };
    },
  });
  if (answer === BACK || answer === CANCELLED) return answer;
  return { ...draft, caFile: answer.text };
};

const askToken =
  (learn: Learn): Step<Draft>['ask'] =>
  async (draft, place) => {
    const [service = 'kratos-admin'] = draft.guarded;
    const addresses = draft.guarded.flatMap((one) => draft.addresses[one] ?? []);
    const key = await askAuthorization(place, {
      where: draft.guarded.map(serviceName).join(' and '),
      address: addresses[0] ?? '',
      service,
      origins: [...new Set(addresses.map(originOf))],
      reached: { scope: 'user', ...(draft.caFile ? { caFile: draft.caFile } : {}) },
      learn,
      schemes: draft.schemes,
      ...(draft.user ? { user: draft.user } : {}),
      ...(draft.caFile ? { settings: { caFile: draft.caFile } } : {}),
    });
    return key === BACK || key === CANCELLED ? key : { ...draft, key };
  };
