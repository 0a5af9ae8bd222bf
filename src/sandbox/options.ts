import type { Ports } from './config/ports.ts';
import type { Clock } from './http/service.ts';
import type { JsonObject } from './json/values.ts';

/** What a sandbox is started with. */
export interface SandboxOptions {
  /** The services to run, and where; 0 is any free port. */
  readonly ports: Ports;
  /** How many are generated; by default 250 identities and 40 clients. */
  readonly identities?: number;
  readonly clients?: number;
  readonly seed?: number;
  /** Nothing at all is generated, unless a number says otherwise. */
  readonly empty?: boolean;
  /** Parsed configuration; relative files in kratos.yml and keto.yml count from `file`. */
  readonly kratos?: { readonly config: JsonObject; readonly file: string };
  readonly hydra?: { readonly config: JsonObject };
  readonly keto?: { readonly config: JsonObject; readonly file: string };
  /** Path of the file that keeps the state. */
  readonly data?: string;
  readonly clock?: Clock;
  /** Where problems go, a line each. */
  readonly report?: (line: string) => void;
}
