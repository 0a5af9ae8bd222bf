import { type CurlTarget, curlOf } from '../../../ory/curl.ts';
import type { RunInput } from '../../../ory/runner/run-input.ts';
import type { Step } from '../steps.ts';
import { Names, nounOf, type Origin, originsOf } from './origins.ts';

/** Variables that the script itself fills from the answers. */
const FROM_ANSWERS = new Set(['CSRF_TOKEN', 'TOKEN']);
const SESSION = new Set(['X_SESSION_TOKEN', 'SESSION_TOKEN']);

/**
 * Steps as a script for a POSIX shell with cURL and jq. It plays them from the start: ids of flows and CSRF tokens are
 * read from its own answers, cookies are kept in a file until it ends. A secret that a person typed is a shell variable
 * of its name, and the script stops at once where one is not set.
 */
export function curlScript(steps: readonly Step[], target: CurlTarget): string {
  const script = new Script(steps, target);
  const commands = steps.flatMap((step) => ['', ...script.commandOf(step)]);
  const browser = steps.some(({ kind }) => kind === 'browser');
  return [
    '#!/bin/sh',
    'set -eu',
    ...[...script.given].map((name) => `: "\${${name}:?}"`),
    ...(browser ? ['JAR=$(mktemp)', `trap 'rm -f "$JAR"' EXIT`] : []),
    ...commands,
    '',
  ].join('\n');
}

class Script {
  /** Variables that whoever runs it sets. */
  readonly given = new Set<string>();
  private readonly origins: ReadonlyMap<string, Origin>;
  private readonly names = new Names();
  private hasSession = false;

  private readonly uses = new Map<string, number>();

  constructor(
    private readonly steps: readonly Step[],
    private readonly target: CurlTarget,
  ) {
    this.origins = originsOf(steps);
  }

  commandOf(step: Step): readonly string[] {
    const command = curlOf(step.operation, withoutCookies(step.input), this.target)
      .replace(WORD, (word, before = '', name?: string) =>
        name === undefined ? word : `"${String(before)}$${this.variable(name)}"`,
      )
      .replace(/^curl/, ['curl --silent --show-error', ...jarOf(step)].join(' \\\n  '));
    return [
      `# ${step.number}. ${step.operation.id}: ${step.status ?? 'no answer'}`,
      `ANSWER=$(${this.withIds(command, step)})`,
      `printf '%s\\n' "$ANSWER"`,
      ...this.readingOf(step),
    ];
  }

  private variable(name: string): string {
    if (FROM_ANSWERS.has(name)) return name;
    if (SESSION.has(name)) {
      if (!this.hasSession) this.given.add('SESSION_TOKEN');
      return 'SESSION_TOKEN';
    }
    // A password that was wrong and one that was right are two.
    const count = (this.uses.get(name) ?? 0) + 1;
    this.uses.set(name, count);
    const own = count > 1 ? `${name}_${count}` : name;
    this.given.add(own);
    return own;
  }

  /** Ids that an answer brought stand in variables, outside of the quotes around them. */
  private withIds(command: string, step: Step): string {
    let text = command;
    for (const value of Object.values(step.input.values)) {
      if (typeof value !== 'string' || !this.origins.has(value)) continue;
      text = text.replaceAll(value, `'"$${this.idName(value, step)}"'`);
    }
    // Nothing is left to quote at the end of a word.
    return text.replaceAll(/"''(?=\s|$)/g, '"');
  }

  private idName(id: string, step: Step): string {
    return this.names
      .of(id, nounOf(step))
      .replace(/([a-z])([A-Z0-9])/g, '$1_$2')
      .toUpperCase();
  }

  /** What is read from the answer, for the steps that follow. */
  private readingOf(step: Step): readonly string[] {
    const lines: string[] = [];
    for (const [id, { step: number, path, within }] of this.origins) {
      if (number !== step.number) continue;
      const cut = within ? ` | capture("(?<id>[0-9a-f]{8}-[0-9a-f-]{27})").id` : '';
      lines.push(`${this.idName(id, this.userOf(id) ?? step)}=$(${jq(jqPath(path) + cut)})`);
    }
    if (step.isFlow && step.kind === 'browser') {
      const token = '[.ui.nodes[].attributes | select(.name == "csrf_token").value][0]';
      lines.push(`CSRF_TOKEN=$(${jq(token)})`);
    }
    if (step.outcome === 'signed-in' && step.kind === 'api' && step.answer.includes('"session_token"')) {
      lines.push(`SESSION_TOKEN=$(${jq('.session_token')})`);
      this.hasSession = true;
    }
    if (step.answer.includes('"logout_token"')) lines.push(`TOKEN=$(${jq('.logout_token')})`);
    return lines;
  }

  private userOf(id: string): Step | undefined {
    return this.steps.find(({ input }) => Object.values(input.values).includes(id));
  }
}

/** A word of the shell; with a variable at its end, where it is in double quotes. */
const WORD = /\\'|'[^']*'|"([^"$]*)\$([A-Z_0-9]+)"/g;

/** Cookies travel in the file. */
const withoutCookies = ({ values, ...rest }: RunInput): RunInput => ({
  ...rest,
  values: Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'Cookie')),
});

const jarOf = ({ kind, operation }: Step): readonly string[] => [
  ...(kind === 'browser' ? ['--cookie "$JAR" --cookie-jar "$JAR"'] : []),
  // Of a page's answer, the redirect is what matters.
  ...(operation.answer.contentType === 'text/html' ? ['--include'] : []),
];

const jq = (filter: string): string => `printf '%s' "$ANSWER" | jq -r '${filter}'`;

const jqPath = (path: Origin['path']): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : `."${part.replace(/[^\w-]/g, '')}"`)).join('');
