import type { Identity } from '@ory/client';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { hasStatus } from '../../ory/errors.ts';
import { getIdentity, getIdentityByExternalID, listIdentities } from '../../ory/operations/identities.ts';
import { type Page, type PageSource, PageWalk } from '../../ory/paging.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Walk = PageWalk<typeof listIdentities>;
type Filter = 'credentials_identifier' | 'preview_credentials_identifier_similar';

/** Nobody has such a login name: a server that answers somebody to it does not look at the filter. */
const NOBODY = 'nobody-has-this-identifier.b0a1f0c2@ory-explorer.invalid';

/**
 * Finds identities at the server: by id, by a login name, by one that resembles it, by an external id; what finds
 * somebody first, counts. Kratos 0.11 ignores filters and answers everybody: that is noticed, and then its pages are
 * looked through one by one, as they are asked for.
 */
export class IdentitySearch implements PageSource<Identity> {
  /** How those that were found were found; shown beside them. */
  note: string | undefined;
  private walk: Walk | undefined;
  /** How many were looked through by ourselves; undefined where the server searches. */
  private scanned: number | undefined;
  private ended = false;

  constructor(
    private readonly client: OryClient,
    private readonly text: string,
    private readonly size: number,
  ) {}

  async next(call: CallOptions = {}): Promise<Page<Identity> | undefined> {
    if (this.ended) return undefined;
    const page = this.walk ? await this.goOn(this.walk, call) : await this.begin(call);
    this.ended = !page.more;
    return page;
  }

  private async begin(call: CallOptions): Promise<Page<Identity>> {
    if (UUID.test(this.text)) {
      const found = await this.one(this.client.call(getIdentity, { id: this.text }, call));
      if (found) return this.found(found, 'Id');
    }
    for (const [filter, words] of [
      ['credentials_identifier', 'Identifier is'],
      ['preview_credentials_identifier_similar', 'Identifier resembles'],
    ] as const) {
      const walk = new PageWalk(this.client, listIdentities, { [filter]: this.text }, this.size);
      const page = (await walk.next(call)) ?? { items: [], more: false };
      if (page.items.length === 0) continue;
      this.note = `${words} “${this.text}”`;
      if (await this.ignored(filter, page, call)) return this.scan(walk, page);
      this.walk = walk;
      return page;
    }
    const found = await this.one(this.client.call(getIdentityByExternalID, { externalID: this.text }, call));
    return found ? this.found(found, 'External id') : { items: [], more: false };
  }

  private async goOn(walk: Walk, call: CallOptions): Promise<Page<Identity>> {
    const page = (await walk.next(call)) ?? { items: [], more: false };
    return this.scanned === undefined ? page : this.scan(walk, page);
  }

  /** Keeps those of a page who match; the server has sent everybody. */
  private scan(walk: Walk, page: Page<Identity>): Page<Identity> {
    this.walk = walk;
    this.scanned = (this.scanned ?? 0) + page.items.length;
    this.note = `This server can’t search. Of its first ${this.scanned} identities these contain “${this.text}”`;
    return { items: page.items.filter((identity) => this.matches(identity)), more: page.more };
  }

  /** Asks once more, for nobody, but only where somebody came who doesn't show what was asked for. */
  private async ignored(filter: Filter, page: Page<Identity>, call: CallOptions): Promise<boolean> {
    if (page.items.every((identity) => this.matches(identity))) return false;
    const control = { [filter]: NOBODY, page_size: 1 };
    return (await this.client.call(listIdentities, control, call)).data.length > 0;
  }

  private matches({ id, traits, external_id: external, verifiable_addresses: addresses }: Identity): boolean {
    const shown = JSON.stringify([id, traits, external, addresses?.map(({ value }) => value)]);
    const wanted = JSON.stringify(this.text).slice(1, -1);
    return shown.toLowerCase().includes(wanted.toLowerCase());
  }

  private found(identity: Identity, by: string): Page<Identity> {
    this.note = `${by} is “${this.text}”`;
    return { items: [identity], more: false };
  }

  /** The one that was asked for, or nothing where there is none or the server doesn't know the question. */
  private async one(asked: Promise<{ readonly data: Identity }>): Promise<Identity | undefined> {
    try {
      return (await asked).data;
    } catch (error) {
      if (hasStatus(error, 400, 404, 405)) return undefined;
      throw error;
    }
  }
}
