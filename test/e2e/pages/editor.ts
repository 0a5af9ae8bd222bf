import type { Locator, Page } from 'playwright-core';
import { escapeRegExp } from '../../../src/ory/escape-regexp.ts';
import { eventually } from '../../support/eventually.ts';
import { Reader } from './reader.ts';

/** The editor area: tabs and the text of the one in front. */
export class Editor {
  private readonly active: Locator;
  private readonly reader: Reader;

  constructor(private readonly page: Page) {
    this.reader = new Reader(page);
    this.active = page.locator('.part.editor .editor-group-container.active');
  }

  /** The tab with exactly this name. */
  tab(name: string): Locator {
    return this.page.locator('.part.editor .tab').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** The names of all tabs. */
  async tabs(): Promise<string[]> {
    return this.page.locator('.part.editor .tab .label-name').allInnerTexts();
  }

  /** Waits for a tab in front whose text is drawn. */
  async waitFor(name: string): Promise<void> {
    await this.tab(name).and(this.page.locator('.active')).waitFor();
    await this.active.locator('.monaco-editor .view-line').first().waitFor();
  }

  /** Brings a tab to the front. */
  async show(name: string): Promise<void> {
    await this.tab(name).click();
    await this.waitFor(name);
  }

  /** Whether a tab holds changes that are not saved. */
  async isDirty(name: string): Promise<boolean> {
    return /\bdirty\b/.test((await this.tab(name).getAttribute('class')) ?? '');
  }

  /** Waits until a tab is saved (or, with false, changed). */
  async waitForSaved(name: string, saved = true): Promise<void> {
    const dirty = this.page.locator('.dirty');
    await (
      saved ? this.tab(name).and(this.page.locator(':not(.dirty)')) : this.tab(name).and(dirty)
    ).waitFor();
  }

  /** The whole text of the editor in front, lines out of sight included. */
  async text(): Promise<string> {
    await this.focus();
    return (await this.reader.ask({ op: 'read' })).text;
  }

  /** Waits until the whole text of the editor in front fits a pattern: what was typed reaches the extension host a little later. */
  async waitForText(pattern: RegExp): Promise<void> {
    await eventually(
      () => this.text(),
      (text) => pattern.test(text),
    );
  }

  /** Replaces the whole text of the editor in front. */
  async setText(text: string): Promise<void> {
    await this.focus();
    await this.reader.ask({ op: 'set', text });
  }

  /**
   * Puts the cursor behind the first place where a text stands.
   * @throws when it is not there
   */
  async putCursorBehind(text: string): Promise<void> {
    await this.focus();
    await this.reader.ask({ op: 'behind', text });
  }

  /**
   * Replaces the first occurrence of a text in the editor in front.
   * @throws when it is not there
   */
  async replace(from: string, to: string): Promise<void> {
    await this.focus();
    await this.reader.ask({ op: 'replace', from, to });
  }

  /** Presses Ctrl+S. Does not wait: see `waitForSaved`. */
  async save(): Promise<void> {
    await this.focus();
    await this.page.keyboard.press('Control+S');
  }

  /** Closes the tab in front; a changed one asks (see Dialogs). */
  async close(): Promise<void> {
    await this.active.locator('.tab.active').click({ button: 'middle' });
  }

  /** The red squiggles in sight. */
  squiggles(): Locator {
    return this.active.locator('.squiggly-error, .squiggly-warning');
  }

  /** The texts in the Problems view, which this opens. */
  async problems(): Promise<string[]> {
    await this.page.keyboard.press('Control+Shift+M');
    const rows = this.page.locator('.markers-panel .monaco-list-row');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** The diff editor in front; `original` and `modified` are its sides. */
  diff(): { editor: Locator; original: Locator; modified: Locator } {
    const editor = this.active.locator('.monaco-diff-editor').first();
    return {
      editor,
      original: editor.locator('.editor.original .view-lines'),
      modified: editor.locator('.editor.modified .view-lines'),
    };
  }

  /** Clicks an icon in the editor's title bar, by the start of its tooltip. */
  async titleAction(name: string): Promise<void> {
    await this.active.locator(`.editor-actions a.action-label[aria-label^="${name}"]`).click();
  }

  /** The lens that says exactly this, above a line of the editor in front. */
  lens(text: string): Locator {
    const exactly = new RegExp(`^\\s*${escapeRegExp(text)}\\s*$`);
    return this.active.locator('.codelens-decoration a').filter({ hasText: exactly }).first();
  }

  /**
   * Presses a lens above a line, and waits for what it leads to. The editor draws its lenses anew whenever something
   * is typed or scrolled; a press that meets such a moment is lost, and a person presses again.
   */
  async pressLens(text: string, outcome: Locator): Promise<void> {
    const lens = this.lens(text);
    for (let tries = 4; tries > 0; tries--) {
      await lens.click();
      const came = await outcome.waitFor({ timeout: 10_000 }).then(
        () => true,
        () => false,
      );
      if (came) return;
      // It is being done: the lens has gone, or what it does takes its time.
      if (!(await lens.isVisible())) break;
    }
    await outcome.waitFor();
  }

  /** The keyboard's focus alone: a click may hit a widget that lies over the text. */
  private async focus(): Promise<void> {
    const field = '.monaco-editor .native-edit-context, .monaco-editor textarea.inputarea';
    await this.active.locator(field).last().focus();
  }
}
