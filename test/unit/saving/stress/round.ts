import { Redactor } from '../../../../src/ory/secrets/redactor.ts';
import type { Kind } from '../../../../src/kinds/kind.ts';
import { jsonForm } from '../../../../src/saving/forms/json.ts';
import { yamlForm } from '../../../../src/saving/forms/yaml.ts';
import { History } from '../../../../src/saving/history/history.ts';
import type { ResourceKey } from '../../../../src/saving/history/resource-key.ts';
import type { Resource } from '../../../../src/saving/resource.ts';
import type { SaveHooks } from '../../../../src/saving/save.ts';
import { random } from '../../support/random.ts';
import { testClient } from '../../support/test-client.ts';
import { Editor } from './editor.ts';
import { Turns } from './turns.ts';
import { type Exchange, Wire } from './wire.ts';

/** What actors meet over. */
export interface Stage {
  readonly kind: Kind;
  /** Base URL of its server. */
  readonly url: string;
  /** Path of what holds a resource, with the id in it. */
  readonly path: (id: string) => string;
  /** Where in it the resource stands. */
  readonly within?: string;
  readonly parts: readonly string[];
  readonly authorization?: string;
  /** Makes one. */
  readonly create: (seed: number) => Promise<string>;
  /** How a script changes it, without reading; where there is no PATCH, it does not. */
  readonly script?: false;
}

export interface Round {
  readonly log: readonly Exchange[];
  readonly editors: readonly Editor[];
  readonly keys: Readonly<Record<string, ResourceKey>>;
  readonly resource: Resource;
}

/** Two editors and a script change one resource, one request at a time, in an order that hangs on the seed. */
export async function play(stage: Stage, id: string, seed: number, folder: string): Promise<Round> {
  const chance = random(seed);
  const turns = new Turns(chance);
  const log: Exchange[] = [];
  const wires = ['ada', 'grace', 'script'].map(
    (name) => new Wire(name, turns, log, stage.parts, stage.within),
  );
  const history = new History(folder, new Redactor(), () => ({ days: 1, versions: 100, bytes: 1e9 }));
  const keys: Record<string, ResourceKey> = {};
  const resourceOf = (wire: Wire): Resource => ({
    kind: stage.kind,
    client: testClient(stage.url, wire, {
      ...(stage.authorization ? { authorization: stage.authorization } : {}),
    }),
    id,
    name: id,
    where: 'the stage',
  });
  const editors = ['ada', 'grace'].map((name, at) => {
    const key = (keys[name] = { place: `${name} ${seed}`, kind: stage.kind.id, id });
    return new Editor(
      name,
      resourceOf(wires[at]!),
      wires[at]!,
      stage.parts,
      chance,
      () => log.length,
      hooksOf(history, key),
      at === 0 ? jsonForm : yamlForm,
    );
  });
  const script = wires[2]!;
  await turns.run({
    ada: () => editors[0]!.work(),
    grace: () => editors[1]!.work(),
    script: async () => {
      const times = stage.script === false ? 0 : 1 + chance.below(2);
      for (let n = 0; n < times; n++) await patch(stage, script, id, chance.of(stage.parts), `script-${n}`);
    },
  });
  const free = new Wire('after', new Turns(chance), [], stage.parts);
  // Nobody else is there any more: every turn is at once.
  await Promise.all(wires.map((wire) => wire.close()));
  return { log, editors, keys, resource: resourceOf(free) };
}

/** What a script does: it writes without reading. */
async function patch(stage: Stage, wire: Wire, id: string, part: string, value: string): Promise<void> {
  const isList = /ur[il]s$/.test(part);
  const place = (stage.within ?? '') + part;
  const step = isList
    ? { op: 'add', path: `${place}/-`, value: `https://${value}.example` }
    : { op: 'replace', path: place, value };
  const answer = await wire.send({
    method: 'PATCH',
    url: stage.url + stage.path(id),
    headers: {
      'content-type': 'application/json',
      ...(stage.authorization ? { authorization: stage.authorization } : {}),
    },
    body: JSON.stringify([step]),
    timeoutMs: 30_000,
  });
  if (answer.status > 299) throw new Error(`The script got ${answer.status}: ${answer.text}`);
}

function hooksOf(history: History, key: ResourceKey): SaveHooks {
  const keep = (moment: 'before' | 'sent' | 'after', document: Parameters<History['keep']>[2]) =>
    history.keep(key, { moment, name: key.id, where: key.place, changed: [] }, document);
  return {
    beforeWrite: (before) => keep('before', before.masked),
    afterWrite: async (after, _, sent) => {
      if (sent) await keep('sent', sent);
      await keep('after', after.masked);
    },
  };
}
