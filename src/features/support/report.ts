import { withoutSlash } from '../../ory/trim.ts';
import type { Connection } from '../../connections/model.ts';
import { kindOf } from '../../connections/model.ts';

/** What is known of the place that a problem happened in. */
export interface Environment {
  readonly extension: string;
  readonly editor: string;
  readonly system: string;
  /** Kind of remote window; undefined where it is none. */
  readonly remote: string | undefined;
  readonly connections: readonly Connection[];
  /** Versions that servers told while the report was made: "Kratos (admin) v1.2.3". */
  readonly servers: readonly string[];
}

/** A report with versions and counts. No name, no address and no secret is part of it. */
export function reportText({ extension, editor, system, remote, connections, servers }: Environment): string {
  return [
    '## What happened',
    '',
    '<!-- What did you do, what did you expect, what came instead? -->',
    '',
    '## Where',
    '',
    `- Ory Explorer ${extension}`,
    `- ${editor}`,
    `- ${system}`,
    `- Remote: ${remote ?? 'no'}`,
    `- Connections: ${counted(connections)}`,
    `- Servers: ${servers.length > 0 ? servers.join(', ') : 'none told a version'}`,
    '',
  ].join('\n');
}

function counted(connections: readonly Connection[]): string {
  const counts = new Map<string, number>();
  for (const connection of connections) {
    const services =
      connection.type === 'self-hosted' ? ` (${Object.keys(connection.addresses).sort().join(', ')})` : '';
    const kind = kindOf(connection) + services;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} × ${kind}`).join('; ') || 'none';
}

/** The page on which an issue is filed, with the report filled in. */
export function issueUrl(bugs: string, body: string): string {
  return `${withoutSlash(bugs)}/new?body=${encodeURIComponent(body)}`;
}
