import { at } from '../../json/values.ts';
import { asciiWord, MAIL_DOMAINS, person } from '../../seed/names.ts';
import { randomFor, type Random } from '../../seed/random.ts';
import { uniqueKeys, type Identity, type VerifiableAddress } from '../identities/model.ts';
import { compileExtension, derive, type Extension } from '../schemas/extension.ts';
import type { IdentitySchema } from '../config/settings.ts';
import { seedCredentials } from './seed-credentials.ts';
import { GeneratedIds } from './generated-ids.ts';
import { sampleTraits } from './sample-traits.ts';

const EPOCH = Date.UTC(2023, 0, 9, 8);
const SPAN_MS = 1000 * 86_400_000;

interface SeededSchema {
  readonly id: string;
  /** The part of the schema that describes the traits. */
  readonly traits: unknown;
  readonly extension: Extension;
}

/**
 * Identities that exist only when somebody looks: each is a function of seed and index alone. Login names carry the
 * index, so that one is found by its name without looking at the others.
 */
export class GeneratedIdentities {
  readonly count: number;
  private readonly idsOf: GeneratedIds;
  private readonly seed: number;
  private readonly schemas: readonly SeededSchema[];

  constructor(seed: number, count: number, schemas: readonly IdentitySchema[]) {
    this.count = count;
    this.seed = seed;
    this.schemas = schemas.map(({ id, schema }) => ({
      id,
      traits: at(schema, 'properties', 'traits'),
      extension: compileExtension(schema),
    }));
    this.idsOf = new GeneratedIds(seed, count);
  }

  ids(after: string): Generator<string> {
    return this.idsOf.ascending(after);
  }

  byId(id: string): Identity | undefined {
    const index = this.idsOf.indexOf(id);
    return index === undefined ? undefined : this.at(index, id);
  }

  /** The identity that a unique key belongs to, see `uniqueKeys`. */
  ownerOf(key: string): string | undefined {
    const digits = /(?<!\d)(\d+)(?:@[^@]*)?$/.exec(key)?.[1];
    if (digits === undefined) return undefined;
    // Telephone numbers and social subjects end in the number, padded to seven digits.
    for (const number of new Set([Number(digits), Number(digits.slice(-7))])) {
      if (number < 1 || number > this.count) continue;
      const identity = this.at(number - 1);
      if (uniqueKeys(identity).includes(key)) return identity.id;
    }
    return undefined;
  }

  /**
   * Ids, in no order, of those whose login names may contain the text, judged by their people's names alone; undefined
   * when that says nothing (a part of a mail domain, a telephone number).
   */
  candidates(text: string): readonly string[] | undefined {
    const wanted = (text.split('@')[0] ?? '').replace(/[^a-z0-9]/g, '');
    const said =
      /[a-z]/.test(wanted) && !MAIL_DOMAINS.some((domain) => domain.replace('.', '').includes(wanted));
    if (!said) return undefined;
    const out: string[] = [];
    for (let index = 0; index < this.count; index++) {
      const { first, last } = person(randomFor(this.seed, 'identity', index));
      if (`${asciiWord(first)}${asciiWord(last)}${index + 1}`.includes(wanted))
        out.push(this.idsOf.at(index));
    }
    return out;
  }

  /** Login names of one identity, without the cost of making all of it. */
  loginNames(id: string): readonly string[] {
    const index = this.idsOf.indexOf(id);
    if (index === undefined) return [];
    const { schema, traits } = this.basics(index);
    const { password, code } = derive(schema.extension, traits);
    return [...password, ...code.map(({ value }) => value)];
  }

  /** The identity at an index; its id is computed unless it is known already. */
  at(index: number, id = this.idsOf.at(index)): Identity {
    const { schema, traits, random } = this.basics(index);
    const created = new Date(EPOCH + Math.floor(random.next() * SPAN_MS));
    const created_at = stamp(created);
    const updated_at = stamp(new Date(created.getTime() + random.int(40 * 86_400_000)));
    const active = !random.chance(0.05);
    const derived = derive(schema.extension, traits);
    const credentials = seedCredentials(random, { id, number: index + 1 }, derived, created_at);
    return {
      id,
      external_id: random.chance(0.12) ? `crm-${String(index + 1).padStart(6, '0')}` : undefined,
      schema_id: schema.id,
      state: active ? 'active' : 'inactive',
      state_changed_at: active ? created_at : updated_at,
      traits,
      verifiable_addresses: derived.verification.map((channel) => verifiable(channel, random, created)),
      recovery_addresses: derived.recovery.map(({ via, value }) => ({
        id: random.uuid(),
        value,
        via,
        created_at,
        updated_at: created_at,
      })),
      metadata_public: random.chance(0.35) ? { locale: random.pick(['en', 'de', 'fr', 'es', 'ja']) } : null,
      metadata_admin: random.chance(0.2) ? { source: random.pick(SOURCES), score: random.int(100) } : null,
      created_at,
      updated_at,
      organization_id: null,
      credentials,
    };
  }

  private basics(index: number): { schema: SeededSchema; traits: unknown; random: Random } {
    const random = randomFor(this.seed, 'identity', index);
    const { first, last } = person(random);
    const other = this.schemas.length > 1 && random.chance(0.2);
    const schema = this.schemas[other ? 1 + random.int(this.schemas.length - 1) : 0];
    if (!schema) throw new RangeError('there is no identity schema');
    const sample = { first, last, number: index + 1, random };
    return { schema, traits: sampleTraits(schema.traits, sample), random };
  }
}

const SOURCES = ['import', 'sales', 'support', 'partner', 'self-service'];

function verifiable(
  channel: { via: string; value: string },
  random: Random,
  created: Date,
): VerifiableAddress {
  const verified = random.chance(0.72);
  const created_at = stamp(created);
  const delayMs = 30_000 + random.int(3_600_000);
  const verified_at = verified ? stamp(new Date(created.getTime() + delayMs)) : undefined;
  return {
    id: random.uuid(),
    value: channel.value,
    via: channel.via,
    verified,
    status: verified ? 'completed' : random.pick(['pending', 'sent', 'sent']),
    verified_at,
    created_at,
    updated_at: verified_at ?? created_at,
  };
}

const stamp = (date: Date): string => date.toISOString().replace('Z', '000Z');
