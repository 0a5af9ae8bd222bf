import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** The inspector of self-service flows: the panel in front, and the questions that lead to it. */
export class SelfService {
  constructor(private readonly workbench: () => Workbench) {}

  /** Starts a flow without options, and waits for its form. */
  async start(type: string, kind: string): Promise<void> {
    await this.choose(type, kind);
    await this.workbench().quickInput.accept();
    await this.workbench().webview.waitFor(`${type} flow`);
  }

  /** Answers the questions on a flow that is started, up to the one on its options. */
  async choose(type: string, kind: string): Promise<void> {
    const { quickInput } = this.workbench();
    await this.workbench().command('Ory: Start Self-Service Flow…');
    await quickInput.waitFor('Which flow?');
    await quickInput.pick(type);
    await quickInput.waitFor('Who drives it?');
    await quickInput.pick(kind);
    await quickInput.waitFor('Options');
  }

  /** Signs in as an app, in a new panel. */
  async signIn(email: string, password: string): Promise<void> {
    await this.start('Login', 'API');
    await this.fill('E-Mail', email);
    await this.fill('Password', password);
    await this.button(/^Sign in/).click();
  }

  /** Fills in the field with a label that begins so. */
  fill(label: string, text: string): Promise<void> {
    return this.workbench()
      .webview.field(new RegExp(`^${label}`))
      .fill(text);
  }

  button(name: string | RegExp): Locator {
    return this.workbench().webview.byRole('button', name);
  }

  /** Presses a button of the part of the form that a method owns. @param group the method's name in the API */
  press(group: string, name: string): Promise<void> {
    const legend = this.workbench().webview.frame.locator('legend code').getByText(group, { exact: true });
    return this.workbench()
      .webview.frame.locator('fieldset.group', { has: legend })
      .getByRole('button', { name, exact: true })
      .click();
  }

  /** Waits for what the view says came of the latest request. */
  outcome(text: string | RegExp): Promise<void> {
    return this.workbench().webview.frame.locator('#outcome').filter({ hasText: text }).waitFor();
  }

  /** Waits for what is told of the session. */
  session(text: string | RegExp): Promise<void> {
    const { frame } = this.workbench().webview;
    return frame
      .locator('details', { has: frame.locator('#section-session') })
      .getByText(text)
      .waitFor();
  }
}
