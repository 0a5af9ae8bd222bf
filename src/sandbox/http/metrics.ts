import type { SandboxAnswer } from './service.ts';

/** What Prometheus reads: the little that can be told of this process. */
export function metrics(): SandboxAnswer {
  const started = Math.floor(Date.now() / 1000 - process.uptime());
  const gauges: readonly (readonly [string, string, number])[] = [
    ['process_resident_memory_bytes', 'Resident memory size in bytes.', process.memoryUsage.rss()],
    ['process_start_time_seconds', 'Start time of the process since unix epoch in seconds.', started],
  ];
  const body = gauges.map(
    ([name, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`,
  );
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8; escaping=underscores' },
    body: body.join(''),
  };
}
