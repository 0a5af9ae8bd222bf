import * as vscode from 'vscode';
import { targetOf } from '../../editor/curl-target.ts';
import type { Step } from '../../flows/self-service/steps.ts';
import { parseJson } from '../../ory/json/tree.ts';
import { redactInput } from '../../ory/secrets/redact-input.ts';
import { toSession } from '../../ory/operations/my-sessions.ts';
import type { Panel } from './panel.ts';

/** Documents of steps that are open, so that a second look goes to the same tab. */
const shown = new WeakMap<Step, vscode.Uri>();

/** The latest flow as JSON, with its secrets masked, beside the panel. */
export async function showFlow(panel: Panel): Promise<void> {
  const step = panel.run.agent.steps.all.findLast(({ isFlow }) => isFlow);
  if (step) await show(panel, step);
}

/** What a step was answered. */
export async function showAnswer(panel: Panel, number: number): Promise<void> {
  const step = panel.run.agent.steps.byNumber(number);
  if (step) await show(panel, step);
}

/** A step’s flow beside the one before it, in the editor’s own diff. */
export async function compareStep(panel: Panel, number: number): Promise<void> {
  const { steps } = panel.run.agent;
  const step = steps.byNumber(number);
  const before = step && steps.flowBefore(step);
  if (!before) return;
  const title = `Step ${before.number} ↔ step ${step.number}`;
  await vscode.commands.executeCommand('vscode.diff', place(panel, before), place(panel, step), title, {
    preview: false,
  });
}

async function show(panel: Panel, step: Step): Promise<void> {
  await vscode.window.showTextDocument(place(panel, step), {
    preview: false,
    viewColumn: vscode.ViewColumn.Beside,
  });
}

function place({ host }: Panel, step: Step): vscode.Uri {
  const known = shown.get(step);
  const uri =
    known && host.texts.isShown(known)
      ? known
      : host.newUri(`${step.number} ${step.operation.id}.${isJson(step.answer) ? 'json' : 'txt'}`);
  shown.set(step, uri);
  host.texts.put(uri, host.container.redactor.text(step.answer));
  return uri;
}

/** What is no JSON stands as plain text: an editor obeys a `$schema` in broken JSON, too. */
function isJson(text: string): boolean {
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
}

/** The steps as a script or as code, in a document of its own. No secret is in it. */
export async function exportSteps(panel: Panel, what: 'exportCurl' | 'exportCode'): Promise<void> {
  const { agent } = panel.run;
  const { container } = panel.host;
  const target = await targetOf(container.secrets, panel.connection, toSession);
  // Value by value: cut out of the whole, something would be missing that a shell or a compiler needs.
  const steps = agent.steps.all.map((step) => ({
    ...step,
    input: redactInput(container.redactor, step.input),
  }));
  const content =
    what === 'exportCurl'
      ? (await import('../../flows/self-service/export/curl-script.ts')).curlScript(steps, target)
      : (await import('../../flows/self-service/export/client-code.ts')).clientCode(steps, target.baseUrl);
  const document = await vscode.workspace.openTextDocument({
    language: what === 'exportCurl' ? 'shellscript' : 'typescript',
    content,
  });
  await vscode.window.showTextDocument(document, { preview: false, viewColumn: vscode.ViewColumn.Beside });
}
