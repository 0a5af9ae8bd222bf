import * as vscode from 'vscode';
import type { Connection } from '../../connections/model.ts';
import { nameOfUri, parseDocumentUri } from '../../editor/document-uri.ts';
import { frontUri } from '../../editor/given.ts';
import type { Operation } from '../../ory/operations/operation.ts';
import { kindOfParameter } from '../../kinds/kinds-in-operations.ts';
import type { Answers } from './answers.ts';
import type { Subject } from './subject.ts';

/** A value that is at hand for a parameter. */
export interface Offer {
  readonly value: string;
  /** What people call it. */
  readonly name: string;
  /** Where it comes from. */
  readonly from: string;
}

/** More are no help: typing is faster. */
const MAXIMUM = 50;

/**
 * Values at hand for a parameter: what the command was called for, the resource of the document in front, of other open documents, of open answers, and
 * the project of the connection; each once.
 */
export function offersFor(
  { id: connection, ...settings }: Connection,
  operation: Operation,
  name: string,
  answers: Answers,
  subject?: Subject,
): readonly Offer[] {
  const kind = kindOfParameter(operation, name);
  if (!kind) return [];
  const front = frontUri();
  const uris = [
    ...(front ? [front] : []),
    ...vscode.window.tabGroups.all
      .flatMap((group) => group.tabs)
      .flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : [])),
  ];
  const documents = uris.flatMap((uri): Offer[] => {
    const ref = parseDocumentUri(uri);
    if (ref?.kind !== kind || ref.connection !== connection || ref.isNew) return [];
    return [
      {
        value: ref.id,
        name: nameOfUri(uri),
        from: uri === front ? vscode.l10n.t('document in front') : vscode.l10n.t('open document'),
      },
    ];
  });
  const answered = uris.flatMap((uri): Offer[] => {
    const answer = answers.of(uri);
    if (answer?.run.connection !== connection) return [];
    return answer.found
      .filter((found) => found.kind === kind)
      .map((found) => ({
        value: found.id,
        name: found.name,
        from: vscode.l10n.t('answer of {0}', answer.run.operation),
      }));
  });
  const project =
    kind === 'projects' && settings.type === 'network' && settings.projectId
      ? [{ value: settings.projectId, name: settings.name, from: vscode.l10n.t('project of the connection') }]
      : [];
  const chosen =
    subject?.kind === kind && subject.connection === connection
      ? [{ value: subject.id, name: subject.name, from: 'chosen' }]
      : [];
  const all = [...chosen, ...documents, ...project, ...answered];
  return all
    .filter((offer, at) => all.findIndex(({ value }) => value === offer.value) === at)
    .slice(0, MAXIMUM);
}
