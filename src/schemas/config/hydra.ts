import { hydraWords } from '../words/config/hydra.ts';
import { sharedWords } from '../words/config/shared.ts';
import { configSchema } from './build.ts';
import table from './tables/hydra.json' with { type: 'json' };
import type { ConfigTable } from './table.ts';

/** Configuration of Ory Hydra from v2.0 on. */
export const hydraConfigSchema = configSchema(
  table as ConfigTable,
  { ...hydraWords, ...sharedWords },
  'Hydra',
);
