import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';

class Initially extends Directive {
  private done = false;

  render(value: unknown): unknown {
    if (this.done) return noChange;
    this.done = true;
    return value;
  }
}

/**
 * What a field holds when it is drawn first. From then on it holds what was typed: a model that is on its way while
 * somebody types would take the last letters away. `keyed` makes a field anew where it is to hold something else.
 */
export const initially = directive(Initially);
