import type { KindId } from '../kinds-of-documents.ts';
import type { ProjectService } from './services.ts';

/** Where the configuration of one service stands. */
interface Place {
  readonly project: string;
  readonly service: ProjectService;
}

/** The id of the configuration of one service of a project. */
export const configurationId = ({ project, service }: Place): string => `${project}/${service}`;

/** What an id stands for. */
export function placeOf(id: string): Place {
  const at = id.lastIndexOf('/');
  return { project: id.slice(0, at), service: id.slice(at + 1) as ProjectService };
}

/** The project that a resource is, or is a part of. */
export function projectOf({ kind, id }: { readonly kind: KindId; readonly id: string }): string | undefined {
  if (kind === 'projects') return id;
  return kind === 'configurations' ? placeOf(id).project : undefined;
}
