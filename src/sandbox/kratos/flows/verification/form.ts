import type { Exchange } from '../../http/exchange.ts';
import { codeField, emailField, hiddenCodeMethod, methodButton } from '../../ui/fields.ts';
import { append, resetMessages, setCsrf, upsert } from '../../ui/form.ts';
import { say } from '../../ui/messages.ts';
import { actionOf } from '../begin.ts';
import { renewCsrf } from '../guard.ts';
import type { Flow } from '../model.ts';

/** The fields of a verification in its present state, for the method that the configuration uses. */
export function populateVerification(ex: Exchange, flow: Flow): void {
  if (ex.kratos.settings.selfService.verificationUse === 'link') populateLink(ex, flow);
  else populateCode(ex, flow);
}

/** Asks for the address, or for the code that was sent to it. */
export function populateCode(ex: Exchange, flow: Flow): void {
  const { form } = flow;
  resetMessages(form);
  if (flow.state === 'choose_method') {
    append(form, emailField('code'), methodButton('code', 'code', 'continue'));
  } else {
    form.nodes = [
      hiddenCodeMethod(),
      codeField('verificationCode', false),
      methodButton('code', 'code', 'continue'),
    ];
    form.method = 'POST';
    form.action = actionOf(ex, 'verification', flow.id);
    form.messages = [say('verificationCodeSent')];
  }
  renewCsrf(ex, flow);
}

/** Asks for the address that a link is sent to. */
export function populateLink(ex: Exchange, flow: Flow): void {
  setCsrf(flow.form, ex.csrfToken());
  upsert(flow.form, emailField('link'));
  append(flow.form, methodButton('link', 'link', 'continue'));
}
