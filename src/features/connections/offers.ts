import * as vscode from 'vscode';
import { detectServers, type Detected } from '../../connections/detect.ts';
import type { Connection } from '../../connections/model.ts';
import type { Choice } from '../../editor/wizard-pick.ts';
import { type Draft, emptyDraft, type Product, SERVICES_OF } from './draft.ts';
import { thisMachine } from '../../editor/this-machine.ts';
import { withoutIcons } from '../../editor/text.ts';

/** What a new connection can begin with. */
export type Offer =
  | { readonly what: 'draft'; readonly draft: Draft }
  | { readonly what: 'found'; readonly draft: Draft }
  | { readonly what: 'sandbox' }
  | { readonly what: 'help' };

/** What is always offered: the sandbox, keys in the environment, and the ways to connect by hand. */
export function standingOffers(env: NodeJS.ProcessEnv): Choice<Offer>[] {
  return [
    {
      label: vscode.l10n.t('$(beaker) Start the local sandbox'),
      description: vscode.l10n.t('servers with sample data, on {0} only', thisMachine()),
      value: { what: 'sandbox' },
    },
    ...environmentOffers(env),
    { label: vscode.l10n.t('Ory Network'), kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t('$(globe) Ory Network project'),
      description: vscode.l10n.t('by its slug and an API key'),
      value: { what: 'draft', draft: emptyDraft('network') },
    },
    {
      label: vscode.l10n.t('$(organization) Ory Network workspace'),
      description: vscode.l10n.t('by a workspace API key; lists its projects'),
      value: { what: 'draft', draft: emptyDraft('workspace') },
    },
    { label: vscode.l10n.t('Your own servers'), kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t('$(server-environment) Self-hosted'),
      description: vscode.l10n.t('Kratos, Hydra, Keto or Talos, by their addresses'),
      value: { what: 'draft', draft: { ...emptyDraft('self-hosted'), products: ['Kratos', 'Hydra'] } },
    },
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    { label: vscode.l10n.t('$(question) Where do I find a key?'), value: { what: 'help' } },
  ];
}

function environmentOffers(env: NodeJS.ProcessEnv): Choice<Offer>[] {
  const { ORY_PROJECT_API_KEY: project, ORY_WORKSPACE_API_KEY: workspace, ORY_PROJECT: slug } = env;
  const offers: Choice<Offer>[] = [];
  if (project) {
    const isSlug = slug !== undefined && !/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(slug);
    offers.push({
      label: vscode.l10n.t('$(key) Ory Network with ORY_PROJECT_API_KEY'),
      description: vscode.l10n.t('a project’s key that is set in the environment'),
      value: {
        what: 'draft',
        draft: {
          ...emptyDraft('network'),
          key: project,
          keyFrom: 'ORY_PROJECT_API_KEY',
          slug: isSlug ? slug : '',
        },
      },
    });
  }
  if (workspace) {
    offers.push({
      label: vscode.l10n.t('$(key) Ory Network with ORY_WORKSPACE_API_KEY'),
      description: vscode.l10n.t('a workspace’s key that is set in the environment'),
      value: {
        what: 'draft',
        draft: { ...emptyDraft('workspace'), key: workspace, keyFrom: 'ORY_WORKSPACE_API_KEY' },
      },
    });
  }
  return offers;
}

/** Servers that listen on the usual ports and that no connection has yet, each product by name, and all together. */
export async function detectedOffers(
  known: readonly Connection[],
  signal?: AbortSignal,
): Promise<Choice<Offer>[]> {
  const taken = new Set(
    known.flatMap((connection) =>
      connection.type === 'self-hosted' ? Object.values(connection.addresses).map(portOf) : [],
    ),
  );
  const found = (await detectServers(signal)).filter(({ address }) => !taken.has(portOf(address)));
  const products = (Object.keys(SERVICES_OF) as Product[]).flatMap((product) => {
    const servers = found.filter(({ service }) => SERVICES_OF[product].includes(service));
    return servers.length > 0 ? [{ product, servers }] : [];
  });
  if (products.length === 0) return [];
  const all = products.map(({ product }) => product);
  return [
    { label: vscode.l10n.t('Found on {0}', thisMachine()), kind: vscode.QuickPickItemKind.Separator },
    ...(all.length > 1
      ? [{ label: vscode.l10n.t('$(plug) {0} together', all.join(' and ')), value: offerOf(all, found) }]
      : []),
    ...products.map(({ product, servers }) => ({
      label: vscode.l10n.t('$(plug) {0} at {1}', product, leading(servers)),
      description: withoutIcons(servers.map(describe).join(' · ')),
      value: offerOf([product], servers),
    })),
  ];
}

/** Where the product is: its servers come in the order of the usual ports, and the views need the last, the admin's. */
const leading = (servers: readonly Detected[]): string => hostOf(servers.at(-1)?.address ?? '');

const offerOf = (products: readonly Product[], servers: readonly Detected[]): Offer => ({
  what: 'found',
  draft: {
    ...emptyDraft('self-hosted'),
    products,
    addresses: Object.fromEntries(servers.map(({ service, address }) => [service, address])),
  },
});

const hostOf = (address: string): string => new URL(address).host;

/** Loopback by any of its names is the same. */
const portOf = (address: string): string =>
  address.startsWith('unix:')
    ? address
    : address.replace('//localhost', '//127.0.0.1').replace('//[::1]', '//127.0.0.1');

const describe = ({ service, version }: Detected): string =>
  `${service.split('-')[1] ?? service} port${version ? `, ${version}` : ''}`;
