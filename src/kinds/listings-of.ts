import { SERVICES } from '../ory/operations/operation.ts';
import type { KindId, ViewName } from './kind.ts';
import { KINDS } from './kinds.ts';
import type { Listing } from './listing.ts';
import { messageListing } from './message/messages.ts';

/** Lists of what has no documents, and is part of no kind. */
const PARTS: readonly Listing[] = [messageListing];

const all = (): readonly Listing[] => Object.values(KINDS).flatMap(({ listings }) => listings);

/** The kind whose resources a list holds; undefined where those have no documents. */
export const kindOfListing = (listing: Listing): KindId | undefined =>
  Object.values(KINDS).find(({ listings }) => listings.includes(listing))?.id;

/** The lists that stand below each resource of a kind. */
export const listingsUnder = (kind: KindId): readonly Listing[] => [
  ...(KINDS[kind].parts ?? []),
  ...all().filter(({ under }) => under === kind),
];

/** The lists that stand below each connection, by server. */
export const connectionListings = (): readonly Listing[] =>
  [...all(), ...PARTS]
    .filter(({ under }) => under === 'connection')
    .sort((a, b) => SERVICES.indexOf(a.service) - SERVICES.indexOf(b.service));

/** The lists of a view: those whose rows are its own, then those with a row at its top. */
export const listingsOfView = (view: ViewName): readonly Listing[] =>
  Object.values(KINDS)
    .filter((kind) => kind.view === view)
    .flatMap(({ listings }) => listings)
    .filter(({ under }) => under === 'view' || under === 'top');
