import type { KindId } from './kind.ts';
import { KINDS } from './kinds.ts';

/** "1 identity", "3 key sets"; of several kinds "3 resources". */
export function counted(kinds: readonly KindId[]): string {
  const [noun, another] = new Set(kinds.map((kind) => KINDS[kind].noun));
  const one = noun === undefined || another !== undefined ? 'resource' : noun;
  return kinds.length === 1 ? `1 ${one}` : `${kinds.length} ${pluralOf(one)}`;
}

const pluralOf = (noun: string): string => (noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`);
