import { kratosCourierWords } from '../words/config/kratos-courier.ts';
import { kratosFlowWords } from '../words/config/kratos-flows.ts';
import { kratosMethodWords } from '../words/config/kratos-methods.ts';
import { kratosServerWords } from '../words/config/kratos-server.ts';
import { sharedWords } from '../words/config/shared.ts';
import { configSchema } from './build.ts';
import table from './tables/kratos.json' with { type: 'json' };
import type { ConfigTable } from './table.ts';

const words = {
  ...kratosServerWords,
  ...kratosFlowWords,
  ...kratosMethodWords,
  ...kratosCourierWords,
  ...sharedWords,
};

/** Configuration of Ory Kratos from v0.11 on. */
export const kratosConfigSchema = configSchema(table as ConfigTable, words, 'Kratos');
