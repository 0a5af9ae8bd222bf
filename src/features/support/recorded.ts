import type { Container } from '../../container.ts';
import type { ShownTexts } from '../../editor/shown-texts.ts';

/** What showing the record of writes on production takes. */
export interface Recorded {
  readonly container: Container;
  readonly texts: ShownTexts;
}
