import { isOryError, hasStatus } from '../../ory/errors.ts';
import type { Explorer } from './explorer.ts';

/** A key was entered: lists that failed for want of one, or for a wrong one, are asked for once more. */
export function followSecrets(explorer: Explorer): void {
  for (const view of explorer.views) {
    const locked = view.lists.all.filter(
      ({ failure }) =>
        failure && (isOryError(failure.error, 'no-credential') || hasStatus(failure.error, 401, 403)),
    );
    for (const list of locked) list.markStale();
    if (locked.length > 0) view.provider.refresh();
  }
}
