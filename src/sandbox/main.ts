import { parseCommandLine, USAGE, UsageError } from './cli/options.ts';
import { resolveOptions } from './cli/resolve.ts';
import { ConfigError } from './config/config-error.ts';
import { PortInUseError } from './http/listen.ts';
import { startSandbox, type Sandbox } from './start.ts';
import { SnapshotError } from './state/snapshot-file.ts';

const report = (line: string) => process.stderr.write(`sandbox: ${line}\n`);

/** The exit code for what went wrong: 2 when the person can mend the command line or a file, else 1. */
function explain(cause: unknown): number {
  if (cause instanceof UsageError) {
    report(`${cause.message}\n${USAGE}`);
    return 2;
  }
  if (cause instanceof ConfigError || cause instanceof SnapshotError) {
    report(cause.message);
    return 2;
  }
  if (cause instanceof PortInUseError) {
    report(
      `${cause.message}: stop what listens there, or choose another one with an option (0 takes any free port)`,
    );
    return 1;
  }
  report(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  return 1;
}

/** Ends on a signal, and with the process that started this one through an IPC channel. */
function endWith(sandbox: Sandbox): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    sandbox.close().then(
      () => process.exit(0),
      (cause: unknown) => process.exit(explain(cause)),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  if (process.channel) process.on('disconnect', end);
}

try {
  const sandbox = await startSandbox(resolveOptions(parseCommandLine(process.argv.slice(2)), report));
  endWith(sandbox);
  process.stdout.write(`${JSON.stringify(sandbox.addresses)}\n`);
} catch (cause) {
  process.exitCode = explain(cause);
}
