import { ketoWords } from '../words/config/keto.ts';
import { sharedWords } from '../words/config/shared.ts';
import { configSchema } from './build.ts';
import table from './tables/keto.json' with { type: 'json' };
import type { ConfigTable } from './table.ts';

/** Configuration of Ory Keto from v0.11 on. */
export const ketoConfigSchema = configSchema(table as ConfigTable, { ...ketoWords, ...sharedWords }, 'Keto');
