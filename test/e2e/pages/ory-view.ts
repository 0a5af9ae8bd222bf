import type { Page } from 'playwright-core';
import { Section } from './section.ts';

/** The ORY container in the side bar, with its four views. */
export class OryView {
  readonly projects: Section;
  readonly identities: Section;
  readonly clients: Section;
  readonly keys: Section;

  constructor(private readonly page: Page) {
    this.projects = new Section(page, 'Projects');
    this.identities = new Section(page, 'Identities');
    this.clients = new Section(page, 'OAuth2 Clients');
    this.keys = new Section(page, 'Keys');
  }

  /** Shows the container by its icon in the activity bar. */
  async open(): Promise<void> {
    const icon = this.page.locator('.part.activitybar').getByRole('tab', { name: /^ory\b/i });
    await icon.waitFor();
    if ((await icon.getAttribute('aria-selected')) !== 'true') await icon.click();
    await this.projects.header.waitFor();
  }

  /** The titles of the views, as they stand from the top. */
  async titles(): Promise<string[]> {
    return this.page.locator('.part.sidebar .pane-header h3.title').allInnerTexts();
  }
}
