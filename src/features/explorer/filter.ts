import { idPart } from './row-id.ts';

/** What a view is narrowed to. The server compares; nothing is searched among the loaded rows only. */
export interface ViewFilter {
  readonly by: 'identifier' | 'id' | 'name' | 'owner';
  readonly text: string;
}

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
