import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, EventEmitter, type InputBox, window, workspace } from 'vscode';
import { eventually } from '../support/eventually.ts';
import { startTestProxy, type TestProxy } from '../unit/support/test-proxy.ts';
import { answerJson, startTestServer, type TestServer } from '../unit/support/test-server.ts';

/** An input box whose keys are pressed by a test. */
class Box {
  title = '';
  prompt = '';
  value = '';
  buttons: unknown[] = [];
  validationMessage: { message: string } | undefined;
  private readonly changes = new EventEmitter<string>();
  private readonly accepts = new EventEmitter<void>();
  private readonly hides = new EventEmitter<void>();
  private readonly triggers = new EventEmitter<never>();
  readonly onDidChangeValue = this.changes.event;
  readonly onDidAccept = this.accepts.event;
  readonly onDidHide = this.hides.event;
  readonly onDidTriggerButton = this.triggers.event;
  shown = false;

  show(): void {
    this.shown = true;
  }

  dispose(): void {
    this.shown = false;
  }

  type(text: string): void {
    this.value = text;
    this.changes.fire(text);
  }

  enter(): void {
    this.accepts.fire();
  }

  escape(): void {
    this.hides.fire();
  }
}

const KEY = 'ory_wak_where-it-goes';

describe('where a key goes', () => {
  const { createInputBox, showErrorMessage } = window;
  const boxes: Box[] = [];
  let server: TestServer;
  let users: TestServer;
  let proxy: TestProxy;

  const set = (target: ConfigurationTarget, entries: readonly object[] | undefined) =>
    workspace.getConfiguration('ory').update('connections', entries, target);
  const brought = (more: object = {}) => ({
    id: 'brought',
    name: 'Brought',
    type: 'workspace',
    consoleUrl: server.url,
    ...more,
  });

  before(async () => {
    server = await startTestServer((_, response) => answerJson(response, []));
    users = await startTestServer((_, response) => answerJson(response, []));
    proxy = await startTestProxy();
    await set(ConfigurationTarget.Workspace, [brought()]);
    await set(ConfigurationTarget.Global, [
      { id: 'own', name: 'Own', type: 'workspace', consoleUrl: users.url },
    ]);
  });
  beforeEach(() => {
    boxes.length = 0;
    window.createInputBox = () => {
      const box = new Box();
      boxes.push(box);
      return box as unknown as InputBox;
    };
  });
  afterEach(() => Object.assign(window, { createInputBox, showErrorMessage }));
  after(async () => {
    await set(ConfigurationTarget.Workspace, undefined);
    await set(ConfigurationTarget.Global, undefined);
    await Promise.all([server.close(), users.close(), proxy.close()]);
  });

  const asked = async (id: string) => {
    const before = boxes.length;
    const running = commands.executeCommand('ory.enterKey', { id });
    const box = await eventually(
      () => boxes[before],
      (one) => one?.shown === true,
    );
    assert.ok(box);
    return { box, running };
  };
  const keysAt = ({ received }: TestServer) => received.flatMap(({ headers }) => headers.authorization ?? []);

  it('is shown, and half a key is not tried on a connection that the workspace brought', async () => {
    const theirs = await asked('brought');
    assert.ok(theirs.box.title.includes(server.url), theirs.box.title);
    assert.match(theirs.box.prompt, /It is sent to http:\S+\. The settings of this workspace say so\./);
    theirs.box.type(KEY.slice(0, 12));
    const own = await asked('own');
    assert.ok(own.box.title.includes(users.url));
    own.box.type(KEY);
    // What was typed first would have been tried first.
    await eventually(
      () => keysAt(users),
      (keys) => keys.includes(`Bearer ${KEY}`),
    );
    assert.deepEqual(keysAt(server), []);
    own.box.escape();
    theirs.box.type(KEY);
    theirs.box.enter();
    assert.equal(await theirs.running, true);
    assert.deepEqual(keysAt(server), [`Bearer ${KEY}`]);
  });

  it('is not changed by two lines in the workspace’s settings', async () => {
    const told: string[] = [];
    window.showErrorMessage = (message: string) => {
      told.push(message);
      return Promise.resolve(undefined);
    };
    await set(ConfigurationTarget.Workspace, [brought({ proxy: proxy.url })]);
    const before = server.received.length;
    await commands.executeCommand('ory.openProject', { id: 'brought' });
    await eventually(
      () => told.join('\n'),
      (all) => all.includes('The proxy of Brought changed since its key was entered.'),
    );
    assert.equal(server.received.length, before);
    assert.deepEqual(proxy.asked, []);

    // With a proxy there are two that can be entered.
    const { createQuickPick } = window;
    window.createQuickPick = (() => {
      const accepts = new EventEmitter<void>();
      const never = new EventEmitter<never>();
      const pick = {
        items: [] as unknown[],
        selectedItems: [] as unknown[],
        onDidAccept: accepts.event,
        onDidHide: never.event,
        onDidTriggerButton: never.event,
        show() {
          this.selectedItems = this.items.slice(0, 1);
          setTimeout(() => accepts.fire(), 0);
        },
        dispose: () => undefined,
      };
      return pick;
    }) as unknown as typeof createQuickPick;
    const { box, running } = await asked('brought').finally(() => Object.assign(window, { createQuickPick }));
    assert.match(box.prompt, /^The proxy of Brought changed since its key was entered\./);
    assert.match(box.prompt, /through the proxy http:/);
    box.escape();
    await running;
  });
});
