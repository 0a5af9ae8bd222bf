// Types of server.mjs, for the tests in TypeScript.
import type { ChildProcess } from 'node:child_process';

export interface ServerOptions {
  /** 0 or absent: any free port. */
  port?: number;
  /** Kept when given; else a temporary folder that stop() removes. */
  dataDir?: string;
  /** User settings beside the quiet ones. Written only when the data folder has none yet. */
  settings?: Record<string, unknown>;
  /** true: workspace trust stays on, as users have it. Default: every folder is trusted. */
  trust?: boolean;
  /** A folder instead of the one with the extensions that come with the editor. */
  builtinExtensions?: string;
  /** Packages (.vsix) to install before the start. */
  extensions?: string[];
  /** File that holds the connection token. Without it the server asks for none: tests only. */
  tokenFile?: string;
  /** The token itself, for url(). */
  token?: string;
  /** Lets url() load extensions from source and run tests in the host. */
  developmentMode?: boolean;
  /** Where the server's output goes; default: server.log in the data folder. */
  log?: string;
  /** Passed to the server, and so to the extension host. */
  env?: Record<string, string>;
}

export interface WorkbenchAddress {
  folder?: string;
  workspace?: string;
  extensionDevelopmentPath?: string[];
  extensionTestsPath?: string;
  payload?: [string, string][];
}

export interface Server {
  port: number;
  dataDir: string;
  child: ChildProcess;
  url(what?: WorkbenchAddress): string;
  stop(): Promise<void>;
}

export function startServer(options?: ServerOptions): Promise<Server>;
