import type { Clock, ServiceGroup } from '../http/service.ts';
import { at, objectOr } from '../json/values.ts';
import { check, checkBatch, checkWithStatus } from './checks/routes.ts';
import type { KetoContext } from './context.ts';
import { json } from '../http/answers.ts';
import { expand } from './expand/routes.ts';
import { port } from './http/ports.ts';
import { readLimits } from './limits.ts';
import { loadNamespaces } from './namespaces/load.ts';
import { checkSyntax } from './opl/routes.ts';
import { sampleTuples, type People } from './seed/sample-tuples.ts';
import { listTuples } from './tuples/read.ts';
import { TupleStore, type TupleSnapshot } from './tuples/store.ts';
import { createTuple, deleteTuples, patchTuples } from './tuples/write.ts';

export interface KetoOptions {
  /** Parsed keto.yml, if there is one, and the path that its relative files count from. */
  readonly config: unknown;
  readonly configFile: string;
  readonly clock: Clock;
  readonly seed: number;
  /** Identities that relationships are generated about; they need the sample's namespaces. */
  readonly people: People;
}

/** Keto's three ports on one store. Throws a ConfigError. */
export function createKeto({ config, configFile, clock, seed, people }: KetoOptions): ServiceGroup {
  const context: KetoContext = {
    namespaces: loadNamespaces(config, configFile),
    tuples: new TupleStore(),
    limits: readLimits(config),
    clock,
  };
  const ownNamespaces = (at(config, 'namespaces') ?? undefined) !== undefined;
  for (const tuple of ownNamespaces ? [] : sampleTuples(seed, people)) context.tuples.add(tuple);
  const namespaces = json(200, { namespaces: context.namespaces.map(({ name }) => ({ name })) });
  return {
    services: [
      port('keto-read', [
        ['GET', '/relation-tuples', (request) => listTuples(context, request)],
        ['GET', '/relation-tuples/check', (request) => checkWithStatus(context, request)],
        ['POST', '/relation-tuples/check', (request) => checkWithStatus(context, request)],
        ['GET', '/relation-tuples/check/openapi', (request) => check(context, request)],
        ['POST', '/relation-tuples/check/openapi', (request) => check(context, request)],
        ['POST', '/relation-tuples/batch/check', (request) => checkBatch(context, request)],
        ['GET', '/relation-tuples/expand', (request) => expand(context, request)],
        ['GET', '/namespaces', () => namespaces],
      ]),
      port('keto-write', [
        ['PUT', '/admin/relation-tuples', (request) => createTuple(context, request)],
        ['DELETE', '/admin/relation-tuples', (request) => deleteTuples(context, request)],
        ['PATCH', '/admin/relation-tuples', (request) => patchTuples(context, request)],
      ]),
      port('keto-opl', [['POST', '/opl/syntax/check', checkSyntax]]),
    ],
    snapshot: () => context.tuples.snapshot(),
    restore(data) {
      const { tuples, names } = objectOr(data) as Partial<TupleSnapshot>;
      context.tuples.restore({ tuples: tuples ?? [], names: names ?? [] });
    },
  };
}
