import { randomFor, type Random } from '../../seed/random.ts';
import type { RelationTuple } from '../tuples/model.ts';

const TEAMS = ['engineering', 'design', 'sales', 'support', 'finance', 'people'];
const TOPICS = ['roadmap', 'budget', 'handbook', 'launch', 'security', 'hiring', 'brand', 'metrics'];
const PAPERS = ['plan', 'notes', 'review', 'checklist', 'summary'];
/** However many identities there are, this many at most have something to do with documents. */
const MOST_PEOPLE = 200;

/** Who there is to have relations: identities by their number. */
export interface People {
  readonly count: number;
  idOf(index: number): string;
}

/** Relationships for the sample's namespaces: the same for the same seed. */
export function sampleTuples(seed: number, people: People): readonly RelationTuple[] {
  const random = randomFor(seed, 'relation-tuples');
  const ids = Array.from({ length: Math.min(people.count, MOST_PEOPLE) }, (_, index) => people.idOf(index));
  if (ids.length === 0) return [];
  return [...groups(random, ids), ...folders(random, ids), ...documents(random, ids)];
}

function groups(random: Random, ids: readonly string[]): readonly RelationTuple[] {
  const everyone = TEAMS.map((team) =>
    within('Group', 'everyone', 'members', { namespace: 'Group', object: team, relation: 'members' }),
  );
  const members = ids.map((id) => person('Group', random.pick(TEAMS), 'members', id));
  return [
    ...everyone,
    ...TEAMS.map((team) => person('Group', team, 'managers', random.pick(ids))),
    ...members,
  ];
}

function folders(random: Random, ids: readonly string[]): readonly RelationTuple[] {
  const root = within('Folder', 'company', 'viewers', {
    namespace: 'Group',
    object: 'everyone',
    relation: 'members',
  });
  const inner = TOPICS.flatMap((topic) => [
    within('Folder', topic, 'parents', { namespace: 'Folder', object: 'company', relation: '' }),
    person('Folder', topic, 'owners', random.pick(ids)),
    within('Folder', topic, 'editors', {
      namespace: 'Group',
      object: random.pick(TEAMS),
      relation: 'members',
    }),
  ]);
  return [root, person('Folder', 'company', 'owners', random.pick(ids)), ...inner];
}

function documents(random: Random, ids: readonly string[]): readonly RelationTuple[] {
  return TOPICS.flatMap((topic) =>
    PAPERS.flatMap((paper) => {
      const name = `${topic}-${paper}`;
      const owner = random.pick(ids);
      return [
        within('Document', name, 'parents', { namespace: 'Folder', object: topic, relation: '' }),
        person('Document', name, 'owners', owner),
        ...(random.chance(0.5) ? [person('Document', name, 'viewers', random.pick(ids))] : []),
        ...(random.chance(0.1) ? [person('Document', name, 'suspended', owner)] : []),
      ];
    }),
  );
}

const person = (namespace: string, object: string, relation: string, subject_id: string): RelationTuple => ({
  namespace,
  object,
  relation,
  subject_id,
});

const within = (
  namespace: string,
  object: string,
  relation: string,
  subject_set: NonNullable<RelationTuple['subject_set']>,
): RelationTuple => ({ namespace, object, relation, subject_set });
