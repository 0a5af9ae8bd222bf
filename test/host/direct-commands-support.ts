// What the tests of direct commands in the extension host share.
import assert from 'node:assert/strict';
import { commands, env, window, workspace } from 'vscode';
import { closeAll } from './documents-support.ts';
import { sandboxAddresses } from './support.ts';

/** Someone at the editor whose answers were prepared; everything that was asked or told is kept. */
export class Person {
  /** Answers to modals and messages with buttons, by a part of the message. Nothing prepared: Escape. */
  answers: Readonly<Record<string, string>> = {};
  /** What is typed, in turn. */
  types: (string | undefined)[] = [];
  /** What is picked, in turn: the labels. */
  picks: string[][] = [];
  readonly told: string[] = [];
  private readonly real = { ...window };

  private answer(message: string, rest: readonly unknown[]): Promise<never> {
    const [options] = rest as { detail?: string }[];
    this.told.push(options?.detail ? `${message}\n${options.detail}` : message);
    const found = Object.entries(this.answers).find(([part]) => message.includes(part))?.[1];
    if (found === undefined) return Promise.resolve(undefined as never);
    const titled = rest.find((item) => (item as { title?: string } | undefined)?.title === found);
    return Promise.resolve((titled ?? found) as never);
  }

  sitDown(): void {
    const answer = (message: string, ...rest: unknown[]) => this.answer(message, rest);
    window.showWarningMessage = answer;
    window.showInformationMessage = answer;
    window.showErrorMessage = answer;
    window.showInputBox = () => Promise.resolve(this.types.shift());
    window.showQuickPick = (async (
      items: readonly { label: string }[],
      options?: { canPickMany?: boolean },
    ) => {
      const wanted = this.picks.shift();
      if (!wanted) return undefined;
      const found = (await Promise.resolve(items)).filter(({ label }) => wanted.includes(label));
      assert.ok(found.length > 0, `${wanted.join()} is offered`);
      return options?.canPickMany ? found : found[0];
    }) as unknown as typeof window.showQuickPick;
  }

  leave(): void {
    Object.assign(window, {
      showWarningMessage: this.real.showWarningMessage,
      showInformationMessage: this.real.showInformationMessage,
      showErrorMessage: this.real.showErrorMessage,
      showInputBox: this.real.showInputBox,
      showQuickPick: this.real.showQuickPick,
    });
  }
}

export const CONNECTION = 'actions';
export const CLOSED = 'actions-closed';
export const LIVE = 'actions-live';

/** The sandbox as the active connection, and the same read-only. */
async function connect(): Promise<void> {
  const addresses = sandboxAddresses();
  const sandbox = {
    type: 'self-hosted',
    kratosPublic: addresses['kratos-public'],
    kratosAdmin: addresses['kratos-admin'],
    hydraPublic: addresses['hydra-public'],
    hydraAdmin: addresses['hydra-admin'],
    console: addresses.console,
    sandbox: true,
  };
  await workspace.getConfiguration('ory').update(
    'connections',
    [
      { ...sandbox, id: CONNECTION, name: 'Actions sandbox' },
      { ...sandbox, id: CLOSED, name: 'Closed sandbox', readOnly: true },
      { ...sandbox, id: LIVE, name: 'Live sandbox', production: true },
    ],
    true,
  );
  await commands.executeCommand('ory.activateConnection', CONNECTION);
}

type Service = 'kratos-admin' | 'hydra-admin' | 'hydra-public' | 'console';

/** Asks the server itself, past the extension. */
export async function ask(
  service: Service,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; json: unknown; text: string }> {
  const base = (sandboxAddresses() as Record<string, string>)[service] ?? '';
  const form = body instanceof URLSearchParams;
  const answer = await fetch(base + path, {
    method,
    headers: {
      accept: 'application/json',
      ...(service === 'console' ? { authorization: 'Bearer ory_wak_sandbox' } : {}),
      'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, json: text ? (JSON.parse(text) as unknown) : undefined, text };
}

/** What changed something at a service since it was last asked: "DELETE /admin/…". */
export async function writes(service: Service): Promise<string[]> {
  const { json } = await ask(service, 'GET', '/.sandbox/requests');
  await ask(service, 'DELETE', '/.sandbox/requests');
  const { requests } = json as { requests: { method: string; path: string; service: string }[] };
  return requests
    .filter((request) => request.service === service && request.method !== 'GET')
    .map(({ method, path }) => `${method} ${path}`);
}

export const clipboard = (): Thenable<string> => env.clipboard.readText();

/** What a command gets from a row. */
export const row = (kind: string, id: string, name: string, connection = CONNECTION) => ({
  ref: { connection, kind, id },
  name,
});

export const part = (value: object) => ({ part: { connection: CONNECTION, ...value } });

/** Gives a suite a connection, and each of its tests a person of its own and a server that has seen no requests. */
export function usePerson(): () => Person {
  let person = new Person();
  before(connect);
  beforeEach(async () => {
    person = new Person();
    person.sitDown();
    for (const service of ['kratos-admin', 'hydra-admin', 'console'] as const) await writes(service);
  });
  afterEach(async () => {
    person.leave();
    await closeAll();
  });
  after(() => workspace.getConfiguration('ory').update('connections', undefined, true));
  return () => person;
}
