import type { ListFilter } from '../../kinds/listing.ts';
import { idPart } from './row-id.ts';

export type ViewFilter = ListFilter;

const names: Record<ViewFilter['by'], string> = {
  identifier: 'Identifier',
  id: 'Id',
  name: 'Name',
  owner: 'Owner',
};

/** "Name is “Web shop”", for the view's message. */
export const filterWords = ({ by, text }: ViewFilter): string => `${names[by]} is “${text}”`;

/** Tells the lists of different filters apart. */
export const filterKey = (filter: ViewFilter | undefined): string =>
  filter ? `${filter.by}=${idPart(filter.text)}` : 'all';
