import type { Container } from '../../container.ts';
import type { TemporaryRecords } from '../../flows/oauth2/clients/temporary.ts';
import type { Leftovers } from './leftovers.ts';
import type { ShownTexts } from '../../editor/shown-texts.ts';

/** What the commands of this feature get. */
export interface OAuth2 {
  readonly container: Container;
  /** What was made for runs and has to go again. */
  readonly records: TemporaryRecords;
  readonly leftovers: Leftovers;
  /** JSON that is shown read-only: a provider's configuration. */
  readonly texts: ShownTexts;
}
