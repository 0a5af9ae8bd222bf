import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import { documentUri } from '../../editor/document-uri.ts';
import { createFrom } from '../../editor/door/write.ts';
import { refuseProblems } from '../../editor/schemas/refuse-problems.ts';
import { withPatience } from '../../editor/patience.ts';
import { showOnce } from '../../editor/show-once.ts';
import type { CallOptions } from '../../ory/client.ts';
import { withoutLinks } from '../../editor/text.ts';
import { fillIn } from '../../ory/secrets/placeholders.ts';
import type { Created } from '../../kinds/kind.ts';
import { DocumentError } from '../../saving/document-error.ts';
import type { Drafts } from './drafts.ts';
import type { Entries } from './entries.ts';
import { formOf } from '../../saving/forms/form-of.ts';
import { readVersion } from './reading.ts';
import { sendWrite, unlessCancelled } from '../../saving/sending.ts';
import { typedSecrets } from '../../saving/typed-secrets.ts';
import { replaceTab } from './tabs.ts';
import { choiceOf, whyReadOnly, type DocumentSource } from './source.ts';
import { plain, tellLine } from './tell.ts';

/** The editor says that a save is over within this; a save of an unchanged document may not say it at all. */
const SAVE_ENDS_MS = 2000;

/** Saves documents of resources that do not exist yet: the first save by a person creates. */
export class Creator {
  constructor(
    private readonly container: Container,
    private readonly entries: Entries,
    private readonly drafts: Drafts,
  ) {}

  /** @param manual whether a person saved; what the editor saves by itself is kept as a draft and creates nothing */
  async save(uri: vscode.Uri, target: DocumentSource, text: string, manual: boolean): Promise<void> {
    const { kind, connection, client, ref } = target;
    const entry = this.entries.of(uri);
    if (!manual) {
      this.drafts.keep(uri, text);
      tellLine(l10n.t('$(edit) Draft kept while its tab is open: save it to create the {0}', kind.noun));
      return;
    }
    const closed = whyReadOnly(kind, connection, ref);
    if (closed) throw new DocumentError('no-permissions', closed);
    if (entry.created) {
      throw new DocumentError(
        'unavailable',
        l10n.t('This {0} was created already: make the change in its own document.', kind.noun),
      );
    }
    if (!kind.creating)
      throw new DocumentError('no-permissions', l10n.t('A {0} can’t be created here.', kind.noun));
    const document = fillIn((await formOf(uri.path)).parse(text), this.drafts.secretsOf(uri));
    for (const { value } of typedSecrets(kind, document)) this.container.redactor.learn(value);
    const title = l10n.t('Creating {0} on {1}', article(kind.noun), connection.name);
    await withPatience(title, async (call) => {
      await refuseProblems(this.container, ref, document);
      const created = await sendWrite(
        call,
        l10n.t(
          'Cancelled while the {0} was being created: {1} may or may not have it. Your text is still here: look whether it is there before you save again.',
          kind.noun,
          connection.name,
        ),
        (sending) => createFrom(kind, client, document, sending, choiceOf(ref)),
      );
      this.drafts.drop(uri);
      await this.turnInto(uri, target, created, call);
    }).catch((error: unknown) => {
      throw unlessCancelled(error, l10n.t('Cancelled: the {0} was not created.', kind.noun));
    });
  }

  /** The new document becomes that of the resource, once the editor has ended its save. */
  private async turnInto(
    uri: vscode.Uri,
    target: DocumentSource,
    { id, secret }: Created,
    call: CallOptions,
  ): Promise<void> {
    const { kind, connection } = target;
    const ref = { connection: connection.id, kind: kind.id, id };
    const version = await readVersion({ ...target, ref }, call).catch(() => undefined);
    const name = version ? kind.nameOf(version.masked, id) : id;
    const entry = this.entries.of(uri);
    entry.created = documentUri(ref, name);
    if (version) this.entries.of(entry.created).prefetched = { version, at: Date.now() };
    const { created } = entry;
    entry.afterSave = () => replaceTab(uri, created);
    setTimeout(() => void entry.finish(), SAVE_ENDS_MS);
    tellLine(l10n.t('$(check) Created {0} on {1}', plain(name), plain(connection.name)));
    if (!secret) return;
    this.container.redactor.learn(secret.value);
    void showOnce(withoutLinks(`The ${secret.name} of ${name}`), secret.value);
  }
}

const article = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
