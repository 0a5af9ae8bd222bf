import type { Locator, Page } from 'playwright-core';
import { eventually } from '../../support/eventually.ts';

const WHEEL = 300;

/** So many looks without another row are the end of a list. */
const STILL = 40;

/** One view of the ORY container: Projects, Identities, OAuth2 Clients or Keys. */
export class Section {
  readonly pane: Locator;
  readonly header: Locator;
  /** The rows that are drawn; the list draws only what is in sight. */
  readonly rows: Locator;

  constructor(
    private readonly page: Page,
    readonly title: string,
  ) {
    this.pane = page
      .locator('.part.sidebar .pane')
      .filter({ has: page.locator(`.pane-header[aria-label^="${title}"]`) });
    this.header = this.pane.locator('.pane-header');
    this.rows = this.pane.getByRole('treeitem');
  }

  /** Opens the section and waits until it is open. */
  async expand(): Promise<void> {
    if ((await this.header.getAttribute('aria-expanded')) !== 'true') await this.header.click();
    await this.pane.locator('.pane-body').waitFor();
  }

  async collapse(): Promise<void> {
    if ((await this.header.getAttribute('aria-expanded')) === 'true') await this.header.click();
  }

  /** The row whose label is exactly this. It must be in sight: see `scrollTo`. */
  row(label: string): Locator {
    return this.rows.filter({ has: this.page.getByText(label, { exact: true }) }).first();
  }

  /** The labels of the rows in sight, from the top; waits for the first. */
  async labels(): Promise<string[]> {
    await this.rows.first().waitFor();
    return this.rows.evaluateAll(readLabels);
  }

  /** What stands dimmed after a row's label. */
  async description(label: string): Promise<string> {
    return this.row(label).locator('.label-description').innerText();
  }

  /** Scrolls down until the row is drawn, and hands it back. */
  async scrollTo(label: string): Promise<Locator> {
    const row = this.row(label);
    await this.hoverRows();
    // A busy machine draws the rows some time after the wheel was turned: the end is where nothing moves any more.
    for (let last = '', still = 0; !(await row.isVisible());) {
      const seen = (await this.labels()).join('\n');
      still = seen === last ? still + 1 : 0;
      if (still > STILL) throw new Error(`${this.title} has no row "${label}"; its end is\n${seen}`);
      last = seen;
      await this.page.mouse.wheel(0, WHEEL);
      await this.page.waitForTimeout(150);
    }
    return row;
  }

  /** Scrolls back to the first row. */
  async scrollToTop(): Promise<void> {
    await this.hoverRows();
    const first = this.pane.locator('.monaco-list-row[data-index="0"]');
    while (!(await first.isVisible())) {
      await this.page.mouse.wheel(0, -10 * WHEEL);
      await this.page.waitForTimeout(50);
    }
  }

  /** Opens a row's children by its twistie: a click on the row would open its document. */
  async expandRow(label: string): Promise<void> {
    const row = this.row(label);
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) === 'false')
      await this.press(row.locator('.monaco-tl-twistie'));
    await this.pane
      .locator('.monaco-list-row[aria-expanded="true"]')
      .filter({ hasText: label })
      .first()
      .waitFor();
  }

  /** Clicks a row, as one opens its document. */
  async open(label: string): Promise<void> {
    await this.press(this.row(label));
  }

  /** Clicks the row "Load more…" at the end of a page. */
  async loadMore(): Promise<void> {
    const label = 'Load more…';
    const row = await this.scrollTo(label);
    const at = await row.getAttribute('data-index');
    await this.press(row);
    // The page has come when another row stands where this one was.
    await this.pane
      .locator(`.monaco-list-row[data-index="${at}"]`)
      .filter({ hasText: label })
      .waitFor({ state: 'detached' });
  }

  /** Runs an entry of a row's context menu, through submenus when several titles are given. */
  async menu(row: string | Locator, ...titles: string[]): Promise<void> {
    await this.press(typeof row === 'string' ? this.row(row) : row, 'right');
    for (const [at, title] of titles.entries()) {
      const item = this.page.getByRole('menuitem', { name: title, exact: true });
      const next = titles[at + 1];
      const outcome =
        next === undefined ? undefined : this.page.getByRole('menuitem', { name: next, exact: true });
      await pressItem(item, outcome);
    }
  }

  /** The titles in a row's context menu; the menu is closed again. */
  async menuTitles(row: string | Locator): Promise<string[]> {
    await this.press(typeof row === 'string' ? this.row(row) : row, 'right');
    const items = this.page.locator('.monaco-menu .action-item:not(.disabled) .action-label:not(.separator)');
    await items.first().waitFor();
    const titles = await items.allInnerTexts();
    await this.page.keyboard.press('Escape');
    return titles.map((title) => title.trim()).filter(Boolean);
  }

  /** Clicks an icon in the view's title bar, by the start of its tooltip. */
  async titleAction(name: string): Promise<void> {
    await this.header.hover();
    await this.header.locator(`a.action-label[aria-label^="${name}"]`).click();
  }

  /** Clicks an icon at the end of a row. */
  async rowAction(label: string, name: string): Promise<void> {
    await this.leaveTooltips();
    await this.row(label).hover();
    await this.row(label).locator(`a.action-label[aria-label^="${name}"]`).click();
  }

  /** The text above the rows: a filter, an error, a wait. */
  message(): Locator {
    return this.pane.locator('.tree-explorer-viewlet-tree-view > .message');
  }

  /** What an empty view says, with its links and buttons. */
  welcome(): Locator {
    return this.pane.locator('.welcome-view-content');
  }

  /** A tooltip of whatever the mouse was left on, a row or the status bar, would lie in its way. */
  private async leaveTooltips(): Promise<void> {
    await this.page.mouse.move(0, 0);
  }

  private async press(place: Locator, button: 'left' | 'right' = 'left'): Promise<void> {
    await this.leaveTooltips();
    await place.click({ button });
  }

  private async hoverRows(): Promise<void> {
    await this.leaveTooltips();
    await this.pane.locator('.pane-body').hover();
  }
}

/**
 * Presses an entry of a menu until it answers: with its submenu's entry, or else by going away. A menu that has just
 * opened takes a press for the end of the one that opened it, and stays.
 */
async function pressItem(item: Locator, outcome: Locator | undefined): Promise<void> {
  await eventually(
    async () => {
      if (outcome === undefined && !(await item.isVisible())) return true;
      await item.hover();
      await item.click();
      return (outcome ?? item)
        .waitFor({ state: outcome ? 'visible' : 'hidden', timeout: 3000 })
        .then(() => true)
        .catch(() => false);
    },
    (answered) => answered,
  );
}

/** A row's element, as the page sees it (these tests have no types of the browser). */
interface RowElement {
  getAttribute(name: string): string | null;
  querySelector(selector: string): { innerText: string } | null;
}

/** Runs in the page: one round trip for all rows, which the list keeps in any order. */
function readLabels(elements: unknown[]): string[] {
  return (elements as RowElement[])
    .map((row) => ({
      at: Number(row.getAttribute('data-index')),
      label: row.querySelector('.label-name')?.innerText ?? '',
    }))
    .sort((a, b) => a.at - b.at)
    .map((row) => row.label);
}
