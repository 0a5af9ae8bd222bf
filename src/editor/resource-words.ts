import { type Connection, hasService } from '../connections/model.ts';
import type { Kind } from '../kinds/kind.ts';
import type { StateWord } from '../kinds/state-word.ts';
import type { Word } from './commands/words.ts';

/** What can be done with a resource, in the words that menus and lenses look for: of its row and of its document. */
export function resourceWords(
  kind: Kind,
  connection: Connection,
  state: readonly StateWord[] = [],
): readonly Word[] {
  const { writing, creating, removing, nameMember, writtenAs } = kind;
  const words: readonly (Word | false | undefined)[] = [
    'document',
    'id',
    kind.id,
    ...connectionWords(connection),
    'reveal' in kind && 'secrets',
    writing && 'kept',
    creating?.copy && 'copied',
    writing && nameMember !== undefined && 'renamed',
    writtenAs === undefined && 'json',
    removing && !connection.readOnly && 'deletable',
    ...state,
  ];
  return words.filter((word): word is Word => Boolean(word));
}

/** What a connection lets one do with what is on it. */
export const connectionWords = (connection: Connection): readonly Word[] => [
  ...(connection.readOnly ? [] : (['writable'] as const)),
  ...(connection.type === 'network' && connection.projectId ? (['network'] as const) : []),
  ...(hasService(connection, 'hydra-public') ? (['hydraPublic'] as const) : []),
  ...(hasService(connection, 'hydra-admin') ? (['hydraAdmin'] as const) : []),
];
