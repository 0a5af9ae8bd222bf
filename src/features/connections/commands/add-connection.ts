import * as l10n from '@vscode/l10n';
import { errorWords } from '../../../editor/error-words.ts';
import type { Container } from '../../../container.ts';
import { addFromOffers } from '../add.ts';
import { detectedOffers, standingOffers } from '../offers.ts';

/** Connects to Ory: what is at hand is offered first, the rest is asked for step by step. */
export function run(container: Container): Promise<unknown> {
  const found = detectedOffers(container.connections.all).catch((error: unknown) => {
    container.log.warn(`Looking for local servers: ${errorWords(error, 'this machine').message}`);
    return [];
  });
  return addFromOffers(container, l10n.t('What do you connect to?'), standingOffers(process.env), found);
}
