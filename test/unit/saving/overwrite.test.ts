// Both sides changed the same place, and a person decides for the text: that place is the person's, and everything else
// that others changed stays theirs. For every kind that is saved, as JSON and as YAML, against the sandbox; by
// hand also against real servers: ORY_STRESS_KRATOS=http://127.0.0.1:4434 ORY_STRESS_HYDRA=http://127.0.0.1:4445.
import assert from 'node:assert/strict';
import { applyChanges } from '../../../src/ory/json/diff.ts';
import { nodeAt, pointerOf } from '../../../src/ory/json/pointer.ts';
import { equalJson, printJson, toJson } from '../../../src/ory/json/tree.ts';
import { identityKind } from '../../../src/kinds/identity/identity.ts';
import { keySetKind } from '../../../src/kinds/key-set/key-set.ts';
import { KINDS } from '../../../src/kinds/kinds.ts';
import type { Form } from '../../../src/saving/forms/form.ts';
import { jsonForm } from '../../../src/saving/forms/json.ts';
import { yamlForm } from '../../../src/saving/forms/yaml.ts';
import { conflictComplaints, undoneWords } from '../../../src/saving/overlaps.ts';
import { readResource, type Resource } from '../../../src/saving/resource.ts';
import { savedWords } from '../../../src/saving/words.ts';
import { startSandbox, type Sandbox } from '../../../src/sandbox/start.ts';
import { at } from '../support/places.ts';
import { testClient } from '../support/test-client.ts';
import { UndiciTransport } from '../../../src/ory/http/undici-transport.ts';
import { cases, WORKSPACE_KEY } from './overwrite/cases.ts';
import { Opened } from './overwrite/opened.ts';

const forms: Readonly<Record<string, Form>> = { JSON: jsonForm, YAML: yamlForm };

const { ORY_STRESS_KRATOS: kratos, ORY_STRESS_HYDRA: hydra } = process.env;

describe('an overwrite', () => {
  let sandbox: Sandbox;
  let addresses: Readonly<Record<string, string>>;
  before(async () => {
    const ports = { 'kratos-admin': 0, 'hydra-admin': 0, console: 0 };
    sandbox = await startSandbox({ ports, identities: 1, clients: 1, seed: 3 });
    addresses = {
      ...sandbox.addresses,
      ...(kratos ? { 'kratos-admin': kratos } : {}),
      ...(hydra ? { 'hydra-admin': hydra } : {}),
    };
  });
  after(() => sandbox.close());

  it('is tried for every kind that is saved', () => {
    const saved = Object.values(KINDS).filter(({ writing }) => writing);
    assert.deepEqual(
      new Set(Object.values(cases).map(({ kind }) => kind.id)),
      new Set(saved.map(({ id }) => id)),
    );
  });

  for (const [name, one] of Object.entries(cases)) {
    for (const [language, form] of Object.entries(forms)) {
      const prepare = async () => {
        const url = addresses[one.service]!;
        const id = await one.create(url);
        const client = testClient(url, new UndiciTransport(), { authorization: WORKSPACE_KEY });
        const resource: Resource = { kind: one.kind, client, id, name: 'it', where: 'the stage' };
        const [mine, theirs] = [new Opened(resource, form), new Opened(resource, form)];
        if (one.before) await theirs.save(one.before);
        await mine.open();
        return { mine, theirs, resource };
      };

      it(`of ${name} in ${language} decides where both changed the same, and merges the rest`, async () => {
        const { mine, theirs, resource } = await prepare();
        const edited = mine.edit(one.mine);
        await theirs.save(one.theirs);

        const told = await mine.ask(edited);
        assert.ok(told.judged?.verdict === 'conflict');
        const marks = conflictComplaints(told.judged, edited, told.fresh!.masked, 'the stage');
        const places = told.judged.overlaps.map(({ path }) => pointerOf(path));
        assert.deepEqual(
          marks.map((mark) => mark.at),
          places,
        );
        for (const { message } of marks) assert.match(message, /Overwrite replaces that with yours/);
        assert.match(undoneWords(told.judged), new RegExp(`^Overwrite replaces only ${one.collide.source}$`));

        const saved = await mine.write(await mine.ask(edited), edited);
        const { raw } = await readResource(resource);
        for (const [pointer, value] of Object.entries(one.after)) {
          const found = at(raw, pointer);
          assert.ok(equalJson(found, toJson(value)), `${pointer}: ${found && printJson(found)}`);
        }
        assert.match(
          savedWords('the stage', saved).words,
          new RegExp(`over another’s change of ${one.collide.source}`),
        );
        assert.equal(saved.kept.adjusted.length, 0);
        assert.equal(mine.session.base?.server, saved.after);
      });

      it(`of ${name} in ${language} takes in what others changed elsewhere since it was reported`, async () => {
        const { mine, theirs, resource } = await prepare();
        const edited = mine.edit(one.mine);
        const [[place, value] = ['', undefined], ...more] = Object.entries(one.theirs);
        await theirs.save({ [place]: value });
        await mine.ask(edited);
        const elsewhere = more.filter(([pointer]) => !(pointer in one.mine));
        await theirs.save(Object.fromEntries(elsewhere));
        await mine.write(await mine.ask(edited), edited);
        const { raw } = await readResource(resource);
        for (const [pointer, now] of elsewhere) {
          assert.ok(equalJson(at(raw, pointer), toJson(now)), pointer);
        }
        assert.ok(equalJson(at(raw, place), toJson(one.mine[place])));
      });
    }
  }

  const identity = async () => {
    const url = addresses['kratos-admin']!;
    const id = await cases['an identity']!.create(url);
    const resource: Resource = {
      kind: identityKind,
      client: testClient(url),
      id,
      name: 'it',
      where: 'the stage',
    };
    const [mine, theirs] = [new Opened(resource, jsonForm), new Opened(resource, jsonForm)];
    await mine.open();
    return { mine, theirs, resource };
  };

  it('is a conflict again where the same place changed once more', async () => {
    const { mine, theirs, resource } = await identity();
    const edited = mine.edit({ '/traits/name/first': 'Mine' });
    await theirs.save({ '/traits/name/first': 'Theirs' });
    await mine.ask(edited);
    await theirs.save({ '/traits/name/first': 'Again' });
    await assert.rejects(
      async () => mine.write(await mine.ask(edited), edited),
      /was changed on the stage again, since you compared: traits\.name\.first/,
    );
    const { raw } = await readResource(resource);
    assert.ok(equalJson(nodeAt(raw, '/traits/name/first'), toJson('Again')));
  });

  it('undoes no change that was not shown: of a place that was edited only after the report', async () => {
    const { mine, theirs, resource } = await identity();
    await theirs.save({ '/traits/name/first': 'Theirs', '/traits/name/last': 'Theirs' });
    await mine.ask(mine.edit({ '/traits/name/first': 'Mine' }));
    const edited = mine.edit({ '/traits/name/last': 'Mine' });
    await assert.rejects(
      async () => mine.write(await mine.ask(edited), edited),
      /the stage has another traits\.name\.last, too/,
    );
    const { raw } = await readResource(resource);
    assert.ok(equalJson(nodeAt(raw, '/traits/name/last'), toJson('Theirs')));
    // Marked now, it is decided with the next one.
    await mine.ask(edited);
    await mine.write(await mine.ask(edited), edited);
  });

  it('brings back what others removed, and removes what they changed, where that is the text', async () => {
    const { mine, theirs, resource } = await identity();
    await theirs.save({ '/metadata_public': { a: 1, b: 1 } });
    await mine.open();
    const edited = mine.edit({ '/metadata_public': { b: 2 } });
    await theirs.save({ '/metadata_public': { a: 2, c: 1 } });
    const told = await mine.ask(edited);
    assert.ok(told.judged?.verdict === 'conflict');
    const marks = conflictComplaints(told.judged, edited, told.fresh!.masked, 'the stage');
    assert.deepEqual(
      marks.map((mark) => mark.at),
      ['/metadata_public/a', '/metadata_public/b'],
    );
    assert.match(
      marks[0]!.message,
      /has changed metadata_public\.a, too.*: there it is 2\. Overwrite removes it there/,
    );
    assert.match(marks[1]!.message, /there it is gone\. Overwrite replaces that with yours/);
    await mine.write(await mine.ask(edited), edited);
    const { raw } = await readResource(resource);
    assert.ok(equalJson(nodeAt(raw, '/metadata_public'), toJson({ b: 2, c: 1 })));
  });

  it('names every place that differs where it is not known what the text derives from', async () => {
    const { mine, theirs, resource } = await identity();
    const edited = mine.edit({ '/traits/name/first': 'Mine' });
    await theirs.save({ '/metadata_admin': { plan: 'gold' } });
    mine.session.base = undefined;
    const told = await mine.ask(edited);
    assert.ok(told.judged?.verdict === 'conflict');
    const marks = conflictComplaints(told.judged, edited, told.fresh!.masked, 'the stage');
    assert.match(
      marks[0]!.message,
      /not known what this text derives from\. Overwrite replaces traits\.name\.first and metadata_admin/,
    );
    assert.deepEqual(
      marks.map((mark) => mark.at),
      ['', '/traits/name/first', '/metadata_admin'],
    );
    await mine.write(await mine.ask(edited), edited);
    const { raw } = await readResource(resource);
    assert.ok(equalJson(nodeAt(raw, '/metadata_admin'), toJson(null)));
  });

  it('shows no secret in its marks', async () => {
    const one = cases['a key set']!;
    const url = addresses['hydra-admin']!;
    const id = await one.create(url);
    const resource: Resource = {
      kind: keySetKind,
      client: testClient(url),
      id,
      name: 'it',
      where: 'the stage',
    };
    const mine = new Opened(resource, jsonForm);
    await mine.open();
    const { masked } = mine.session.base!.server;
    const keys = nodeAt(masked, '/keys');
    assert.ok(keys?.kind === 'array');
    const removed = at(masked, '/keys/[a]');
    const edited = applyChanges(masked, [
      {
        op: 'replace',
        path: ['keys'],
        value: { kind: 'array', items: keys.items.filter((key) => key !== removed) },
      },
    ]);
    await fetch(`${url}/admin/keys/${id}/a`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kid: 'a', kty: 'oct', k: 'cm90YXRlZA', alg: 'HS256', use: 'sig' }),
    });
    const told = await mine.ask(edited);
    assert.ok(told.judged?.verdict === 'conflict');
    const marks = conflictComplaints(told.judged, edited, told.fresh!.masked, 'the stage');
    assert.ok(!JSON.stringify(marks).includes('cm90YXRlZA'));
    await mine.write(await mine.ask(edited), edited);
    const { raw } = await readResource(resource);
    assert.ok(!printJson(raw).includes('cm90YXRlZA'));
  });
});
