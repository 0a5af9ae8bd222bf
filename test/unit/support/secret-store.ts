import { ConnectionSecrets } from '../../../src/connections/secrets.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';

/** The secrets of connections over the editor's store, in memory. */
export function secretsIn(
  store: Map<string, string>,
  workspace = 'workspace-1',
  redactor = new Redactor(),
): ConnectionSecrets {
  let index: readonly string[] = [...store.keys()];
  return new ConnectionSecrets(
    {
      get: (key) => Promise.resolve(store.get(key)),
      store: (key, value) => Promise.resolve(void store.set(key, value)),
      delete: (key) => Promise.resolve(void store.delete(key)),
    },
    { keys: () => index, save: (keys) => Promise.resolve(void (index = keys)) },
    redactor,
    workspace,
  );
}
