import * as l10n from '@vscode/l10n';
import { ory } from '../../editor/commands/run.ts';
import type { Connection } from '../../connections/model.ts';
import type { Container } from '../../container.ts';
import { BACK, CANCELLED, type Answered, runWizard, type Step } from '../../editor/wizard.ts';
import { type Choice, pickOne } from '../../editor/wizard-pick.ts';
import { thisMachine } from '../../editor/this-machine.ts';
import type { Draft } from './draft.ts';
import { keep } from './keep.ts';
import { type Learn, learner } from './learn.ts';
import type { Offer } from './offers.ts';
import { finishSteps } from './steps/finish.ts';
import { projectSteps, workspaceSteps } from './steps/network.ts';
import { selfHostedSteps } from './steps/self-hosted.ts';
import { suggestName } from './steps/suggest-name.ts';

const TITLE = l10n.t('Connect to Ory');

/** Lets one choose among offers and asks what is missing; Back on the first question leads to the list again. */
export async function addFromOffers(
  container: Container,
  placeholder: string,
  items: readonly Choice<Offer>[],
  later?: Promise<readonly Choice<Offer>[]>,
): Promise<Connection | undefined> {
  for (;;) {
    const offer = await pickOne<Offer>(
      { title: TITLE, step: 1, totalSteps: 1, canGoBack: false },
      { placeholder, items, ...(later ? { later: { items: later, ...laterWords() } } : {}) },
    );
    if (offer === CANCELLED || offer === BACK) return undefined;
    if (offer.what === 'sandbox' || offer.what === 'help') {
      await (offer.what === 'sandbox' ? ory.startSandbox() : ory.showKeyHelp());
      return undefined;
    }
    const draft = await complete(offer, learner(container));
    if (draft === CANCELLED) return undefined;
    if (draft !== BACK) return added(container, draft);
  }
}

const laterWords = () => ({
  waiting: l10n.t('Looking for servers on {0}…', thisMachine()),
  none: l10n.t('No other server of Ory found on {0}', thisMachine()),
});

function complete(offer: Extract<Offer, { draft: Draft }>, learn: Learn): Promise<Answered<Draft>> {
  const steps: Record<Draft['type'], (learn: Learn) => Step<Draft>[]> = {
    'self-hosted': selfHostedSteps,
    network: projectSteps,
    workspace: workspaceSteps,
  };
  // Servers that were found have answered already: nothing is asked but the name and so on.
  const asked = offer.what === 'found' ? finishSteps(suggestName) : steps[offer.draft.type](learn);
  return runWizard(TITLE, asked, offer.draft, true);
}

async function added(container: Container, draft: Draft): Promise<Connection> {
  const connection = await keep(container, draft);
  if (connection.type === 'workspace') await ory.openProject({ connection });
  return connection;
}
