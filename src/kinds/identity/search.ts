import * as l10n from '@vscode/l10n';
import type { Identity } from '@ory/client';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { hasStatus, isOryError } from '../../ory/errors.ts';
import { getIdentity, getIdentityByExternalID, listIdentities } from '../../ory/operations/identities.ts';
import { type Page, type PageSource, PageWalk } from '../../ory/paging.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Walk = PageWalk<typeof listIdentities>;
type Filter = 'credentials_identifier' | 'preview_credentials_identifier_similar';

/** Nobody has such a login name: a server that answers somebody to it does not look at the filter. */
const NOBODY = 'nobody-has-this-identifier.b0a1f0c2@ory-explorer.invalid';

/**
 * Finds identities at the server: by id, by a login name, by one that resembles it, by an external id; what finds
 * somebody first, counts. Kratos 0.11 ignores filters and answers everybody, and on SQLite the newest takes seconds for
 * each thousand identities: that is noticed, and then the pages are looked through one by one.
 */
export class IdentitySearch implements PageSource<Identity> {
  /** How those that were found were found; shown beside them. */
  note: string | undefined;
  private walk: Walk | undefined;
  /** How many were looked through by ourselves; undefined where the server searches. */
  private scanned: number | undefined;
  private matching = 0;
  /** Why we look through them ourselves, as a sentence. */
  private why = l10n.t('This server can’t search.');
  private ended = false;

  constructor(
    private readonly client: OryClient,
    private readonly text: string,
    private readonly size: number,
  ) {}

  get searching(): boolean {
    return this.scanned !== undefined && !this.ended;
  }

  get progress(): string | undefined {
    if (this.scanned === undefined) return undefined;
    const seen = `${this.scanned.toLocaleString('en')} ${this.scanned === 1 ? 'identity' : 'identities'}`;
    return l10n.t('{0} looked through, {1} found', seen, this.matching.toLocaleString('en'));
  }

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
      ['credentials_identifier', l10n.t('Identifier is')],
      ['preview_credentials_identifier_similar', l10n.t('Identifier resembles')],
    ] as const) {
      const walk = new PageWalk(this.client, listIdentities, { [filter]: this.text }, this.size);
      const page = await this.answered(walk, call);
      if (page === 'too slow') return this.scanEverybody(call);
      if (page.items.length === 0) continue;
      this.note = `${words} “${this.text}”`;
      if (await this.ignored(filter, page, call)) return this.scan(walk, page);
      this.walk = walk;
      return page;
    }
    const found = await this.one(this.client.call(getIdentityByExternalID, { externalID: this.text }, call));
    return found ? this.found(found, l10n.t('External id')) : { items: [], more: false };
  }

  private async answered(walk: Walk, call: CallOptions): Promise<Page<Identity> | 'too slow'> {
    try {
      return (await walk.next(call)) ?? { items: [], more: false };
    } catch (error) {
      if (isOryError(error, 'timeout') || hasStatus(error, 408, 504)) return 'too slow';
      throw error;
    }
  }

  private async scanEverybody(call: CallOptions): Promise<Page<Identity>> {
    this.why = l10n.t('The server took too long to search, as Kratos on SQLite does.');
    const walk = new PageWalk(this.client, listIdentities, {}, this.size);
    return this.scan(walk, (await walk.next(call)) ?? { items: [], more: false });
  }

  private async goOn(walk: Walk, call: CallOptions): Promise<Page<Identity>> {
    const page = (await walk.next(call)) ?? { items: [], more: false };
    return this.scanned === undefined ? page : this.scan(walk, page);
  }

  /** Keeps those of a page who match; the server has sent everybody. */
  private scan(walk: Walk, page: Page<Identity>): Page<Identity> {
    this.walk = walk;
    this.scanned = (this.scanned ?? 0) + page.items.length;
    const items = page.items.filter((identity) => this.matches(identity));
    this.matching += items.length;
    const seen = `${page.more ? 'first ' : ''}${this.scanned.toLocaleString('en')}`;
    const matching = `${this.matching.toLocaleString('en')} ${this.matching === 1 ? 'contains' : 'contain'}`;
    this.note = l10n.t('{0} Of its {1} identities, {2} “{3}”', this.why, seen, matching, this.text);
    return { items, more: page.more };
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

/** Pages that are looked through for those who are to be chosen from. */
const MOST_PAGES = 400;

/**
 * Those whom a text finds first, so many that one can choose among them; a server that can't search is looked through
 * page by page.
 */
export async function findIdentities(
  client: OryClient,
  text: string,
  size: number,
  call: CallOptions = {},
): Promise<readonly Identity[]> {
  const search = new IdentitySearch(client, text, size);
  const found = [...((await search.next(call))?.items ?? [])];
  for (let pages = 1; search.searching && found.length < size && pages < MOST_PAGES; pages++)
    found.push(...((await search.next(call))?.items ?? []));
  return found;
}
