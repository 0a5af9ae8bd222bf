import type { Container } from '../../container.ts';
import type { ShownTexts } from '../../editor/shown-texts.ts';

/** What the commands of this feature get. */
export interface Actions {
  readonly container: Container;
  /** The read-only texts that they show: a subject, a message. */
  readonly views: ShownTexts;
}
