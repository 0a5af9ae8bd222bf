import { foreignHosts, choosePorts } from '../config/ports.ts';
import { ignoredSettings } from '../config/ignored.ts';
import { readConfig } from '../config/read-config.ts';
import { ignoredSettings as ignoredByHydra } from '../hydra/config.ts';
import { ignoredByKeto } from '../keto/ignored.ts';
import type { JsonObject } from '../json/values.ts';
import type { SandboxOptions } from '../options.ts';
import type { CommandLine } from './options.ts';

/**
 * Turns a command line into options: reads the files, and reports each file's settings that have no effect, once.
 * Throws a ConfigError.
 */
export function resolveOptions(line: CommandLine, report: (text: string) => void): SandboxOptions {
  const read = (product: keyof typeof IGNORED, file: string | undefined): JsonObject | undefined => {
    if (file === undefined) return undefined;
    const config = readConfig(file);
    const ignored = IGNORED[product](config);
    if (ignored.length > 0) report(`${file}: without effect here: ${ignored.join(', ')}`);
    for (const port of foreignHosts(config))
      report(`${file}: serve.${port}.host: the sandbox stays on 127.0.0.1`);
    return config;
  };
  const kratos = read('kratos', line.kratosConfig);
  const hydra = read('hydra', line.hydraConfig);
  const keto = read('keto', line.ketoConfig);
  return {
    ports: choosePorts(line.ports, { kratos, hydra, keto }),
    report,
    empty: line.empty === true,
    ...(line.identities === undefined ? {} : { identities: line.identities }),
    ...(line.clients === undefined ? {} : { clients: line.clients }),
    ...(line.seed === undefined ? {} : { seed: line.seed }),
    ...(line.data === undefined ? {} : { data: line.data }),
    ...(kratos ? { kratos: { config: kratos, file: line.kratosConfig ?? '' } } : {}),
    ...(hydra ? { hydra: { config: hydra } } : {}),
    ...(keto ? { keto: { config: keto, file: line.ketoConfig ?? '' } } : {}),
  };
}

const IGNORED = {
  kratos: (config: JsonObject) => ignoredSettings('kratos', config),
  hydra: hydraIgnores,
  keto: ignoredByKeto,
};

/** The HTTP layer, not Hydra's part, acts on the cross-origin settings. */
function hydraIgnores(config: JsonObject): readonly string[] {
  return ignoredByHydra(config).filter((path) => !/^serve\.(public|admin)\.cors(\.|$)/.test(path));
}
