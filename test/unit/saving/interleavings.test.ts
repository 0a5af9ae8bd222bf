// Two editors and a script on the same resource, in a thousand orders: nothing of different parts is lost, every overlap
// that can be seen is reported. By hand, against real servers:
//   ORY_STRESS_KRATOS=http://127.0.0.1:4434 ORY_STRESS_HYDRA=http://127.0.0.1:4445 ORY_STRESS_ROUNDS=200 \
//     node tools/lib/mocha.mjs out/test/unit interleavings --timeout 600000
// A failure names its seed; ORY_STRESS_SEED=… plays that order alone.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';
import { History } from '../../../src/saving/history/history.ts';
import { putBack } from '../../../src/saving/history/put-back.ts';
import { readResource } from '../../../src/saving/resource.ts';
import { compare, save } from '../../../src/saving/save.ts';
import { EditState } from '../../../src/saving/edit-state.ts';
import { startSandbox, type Sandbox } from '../../../src/sandbox/start.ts';
import { testClient } from '../support/test-client.ts';
import { holds, judgeRound } from './stress/judge-round.ts';
import { play, type Round, type Stage } from './stress/round.ts';
import {
  clientStage,
  configurationStage,
  identityStage,
  keySetStage,
  projectStage,
} from './stress/stages.ts';
import { partsOf } from './stress/wire.ts';

const { ORY_STRESS_KRATOS: kratos, ORY_STRESS_HYDRA: hydra, ORY_STRESS_SEED: only } = process.env;
const rounds = Number(process.env.ORY_STRESS_ROUNDS ?? 1000);

describe('saves of several at once', function () {
  // A minute on an idle machine; a busy one takes its time.
  this.timeout(3_600_000);
  let sandbox: Sandbox | undefined;
  let folder: string;
  let stages: Stage[];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ory-stress-'));
    const real = kratos !== undefined || hydra !== undefined;
    if (!real) {
      const ports = { 'kratos-admin': 0, 'hydra-admin': 0, console: 0 };
      sandbox = await startSandbox({ ports, identities: 1, clients: 1, seed: 7 });
    }
    const identities = kratos ?? sandbox?.addresses['kratos-admin'];
    const clients = hydra ?? sandbox?.addresses['hydra-admin'];
    const console = sandbox?.addresses.console;
    stages = [
      ...(identities ? [identityStage(identities)] : []),
      ...(clients ? [clientStage(clients), keySetStage(clients)] : []),
      ...(console ? [projectStage(console), configurationStage(console)] : []),
    ];
  });
  after(async () => {
    await sandbox?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it(`lose nothing of different parts, and report every overlap that can be seen, in ${rounds} orders`, async () => {
    const sum = { writes: 0, reported: 0, unseen: 0, saves: 0 };
    const seeds = only === undefined ? Array.from({ length: rounds }, (_, at) => at + 1) : [Number(only)];
    for (const seed of seeds) {
      const stage = stages[seed % stages.length]!;
      const id = await stage.create(seed);
      const history = join(folder, String(seed));
      const round = await play(stage, id, seed, history);
      const client = clientOf(stage);
      const text = await stage.kind.read(client, id);
      const { wrong, ...counted } = judgeRound(round, partsOf(text, stage.parts));
      assert.deepEqual(wrong, [], `seed ${seed}: ${JSON.stringify(round.log)}`);
      sum.writes += counted.writes;
      sum.reported += counted.reported;
      sum.unseen += counted.unseen;
      sum.saves += round.editors.reduce((all, { saves }) => all + saves.length, 0);
      await putEachBack(round, stage, id, seed, history);
      await rm(history, { recursive: true, force: true });
    }
    console.log(
      `      ${seeds.length} orders: ${sum.writes} writes, ${sum.saves} saves by editors, ${sum.reported} conflicts reported, ` +
        `${sum.unseen} writes that nobody could see`,
    );
    assert.ok(only !== undefined || (sum.reported > 0 && sum.unseen > 0), 'the orders are hard enough');
  });

  /** Every save of an editor is in its history, and a save puts it back. */
  async function putEachBack({ editors, keys }: Round, stage: Stage, id: string, seed: number, root: string) {
    const history = new History(root, new Redactor(), () => ({ days: 1, versions: 100, bytes: 1e9 }));
    const resource = { kind: stage.kind, client: clientOf(stage), id, name: id, where: 'the stage' };
    for (const { name, saves } of editors) {
      const key = keys[name]!;
      const { versions } = await history.list(key);
      const documents = await Promise.all(versions.map((version) => history.read(key, version)));
      for (const [at, { wanted }] of saves.entries()) {
        const found = documents.find((document) => document && holds(document, wanted));
        assert.ok(found, `seed ${seed}: ${name} finds ${JSON.stringify(wanted)} in its history`);
        if (at !== seed % 8) continue;
        const now = await readResource(resource);
        const session = new EditState();
        session.base = { server: now, shown: now.masked };
        const attempt = session.begin(true, undefined);
        const { document } = putBack(stage.kind, now.masked, found);
        await compare(session, resource, attempt, document, {}, {});
        const { after } = await save(session, resource, attempt, document, {}, {});
        assert.ok(holds(after.masked, wanted), `seed ${seed}: ${name} puts ${JSON.stringify(wanted)} back`);
      }
    }
  }
});

const clientOf = ({ url, authorization }: Stage) =>
  testClient(url, undefined, authorization ? { authorization } : {});
