import { say, type MessageName } from './messages.ts';
import { button, input, type Group, type UiNode } from './node.ts';

/** Fields that several flows have. */

/** The password, as `current-password` where it is asked for, as `new-password` where it is set. */
export const passwordField = (autocomplete: 'current-password' | 'new-password'): UiNode =>
  input('password', 'password', 'password', { required: true, autocomplete, label: say('password') });

/** The button that submits a form with a method. */
export const methodButton = (group: Group, method: string, label: MessageName): UiNode =>
  button(group, 'method', method, say(label));

export const emailField = (group: Group, value?: string): UiNode =>
  input(group, 'email', 'email', { value, required: true, label: say('email') });

/** The code that was sent; `numeric` where a browser should check it itself. */
export function codeField(label: MessageName, numeric: boolean): UiNode {
  return input('code', 'code', 'text', {
    required: true,
    autocomplete: 'one-time-code',
    label: say(label),
    ...(numeric ? { pattern: '[0-9]+', maxlength: 6 } : {}),
  });
}

export const hiddenCodeMethod = (): UiNode => input('code', 'method', 'hidden', { value: 'code' });

/** The button that sends the code once more; what it sends is what the code was asked with. */
export const resendButton = (name: string, value: string): UiNode =>
  button('code', name, value, say('resendCode'));
