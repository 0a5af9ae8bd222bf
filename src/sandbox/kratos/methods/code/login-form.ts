import { actionOf } from '../../flows/begin.ts';
import { renewCsrf } from '../../flows/guard.ts';
import type { Flow } from '../../flows/model.ts';
import type { Exchange } from '../../http/exchange.ts';
import { codeField, hiddenCodeMethod, methodButton, resendButton } from '../../ui/fields.ts';
import { say } from '../../ui/messages.ts';
import { nodeId } from '../../ui/node.ts';

/** Turns the form of a login into one that asks for the code; what the code was asked for with stays, hidden. */
export function showSentCode(ex: Exchange, flow: Flow): void {
  const { form } = flow;
  const kept = form.nodes
    .filter((node) => ['identifier', 'address'].includes(nodeId(node)))
    .map((node) => ({ ...node, attributes: { ...node.attributes, type: 'hidden', name: 'identifier' } }));
  form.nodes = [
    ...kept,
    hiddenCodeMethod(),
    codeField('loginCode', false),
    methodButton('code', 'code', 'continue'),
    resendButton('resend', 'code'),
  ];
  form.method = 'POST';
  form.action = actionOf(ex, 'login', flow.id);
  const isKnown = flow.refresh === true || flow.requested_aal === 'aal2';
  form.messages = [say(isKnown ? 'loginCodeSentToYou' : 'loginCodeSent')];
  renewCsrf(ex, flow);
}
