import type { Command } from './command.ts';
import { CLIENTS, PROJECTS } from './table/clients.ts';
import { CONNECTIONS } from './table/connections.ts';
import { DOCUMENTS } from './table/documents.ts';
import { EXPLORER } from './table/explorer.ts';
import { FLOWS, OAUTH2 } from './table/flows.ts';
import { IDENTITIES } from './table/identities.ts';
import { COMPARE, HISTORY, LENSES, OPERATIONS, SANDBOX, SUPPORT } from './table/tools.ts';

/**
 * Every command, declared once, by its id without `ory.`. The manifest is made of it (`npm run docs`), menus and lenses
 * ask it what can be done, and each feature gives a module for each of its rows. Nothing of it is loaded at the start.
 */
export const TABLE = {
  ...CONNECTIONS,
  ...EXPLORER,
  ...DOCUMENTS,
  ...SANDBOX,
  ...SUPPORT,
  ...IDENTITIES,
  ...OAUTH2,
  ...CLIENTS,
  ...PROJECTS,
  ...OPERATIONS,
  ...COMPARE,
  ...LENSES,
  ...HISTORY,
  ...FLOWS,
} as const;

export type CommandName = keyof typeof TABLE;
export type CommandId = `ory.${CommandName}`;

/** The rows of the table, in its order. */
export const ROWS = Object.entries(TABLE) as unknown as readonly (readonly [CommandName, Command])[];
