import type { JsonSchema } from '../json-schema.ts';

/** What we say of members, by the published type that holds them; `*` stands for every type. */
export type Words = Readonly<Record<string, Readonly<Record<string, string | JsonSchema>>>>;
