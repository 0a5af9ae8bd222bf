import * as vscode from 'vscode';
import { type Answered, BACK, CANCELLED, type StepPlace } from './wizard.ts';
import { withoutLinks } from './text.ts';
import { wordsOfError } from '../ory/words-of-error.ts';

/** What a check found, in words for the field. */
export interface Finding {
  readonly severity: 'ok' | 'doubt' | 'wrong' | 'refused';
  readonly message?: string;
  /** A text that would do, where this one doesn't: Enter takes it over, and it is tried like a typed one. */
  readonly suggestion?: string;
}

export interface InputOptions {
  /** What is asked for, for the title: a finding takes the place of the prompt. */
  readonly heading: string;
  readonly prompt: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly password?: boolean;
  /** Spaces at the ends belong to the text. */
  readonly verbatim?: boolean;
  /** Takes out of the text what must not stand in it, at every keystroke. */
  readonly rewrite?: (text: string) => string;
  /** Another way to answer, as a button. */
  readonly other?: vscode.QuickInputButton;
  /** Judges the text by itself, at every keystroke. `refused`: it can't be used at all. */
  readonly validate?: (text: string) => Finding;
  /** Tries the text for real: while typing pauses if `live`, and before it is accepted. */
  readonly check?: (text: string, signal: AbortSignal) => Promise<Finding>;
  readonly live?: boolean;
}

export interface Entered {
  readonly text: string;
  /** What the check found; absent where there is none. */
  readonly finding?: Finding;
  /** The button of the other way was pressed. */
  readonly other?: boolean;
}

const TYPING_PAUSE_MS = 400;
const severities = {
  ok: vscode.InputBoxValidationSeverity.Info,
  doubt: vscode.InputBoxValidationSeverity.Warning,
  wrong: vscode.InputBoxValidationSeverity.Error,
  refused: vscode.InputBoxValidationSeverity.Error,
} as const;

const ANYWAY: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('pass'),
  tooltip: vscode.l10n.t('Use It Anyway'),
};

/** Asks for a text that is tried as it is entered; what was found stands at the field. */
export function enter(place: StepPlace, options: InputOptions): Promise<Answered<Entered>> {
  return new Promise((resolve) => new CheckedInput(place, options, resolve).show());
}

class CheckedInput {
  private readonly box = vscode.window.createInputBox();
  private timer: NodeJS.Timeout | undefined;
  private running: AbortController | undefined;
  /** What the check said about which text. */
  private last: { readonly text: string; readonly finding: Finding } | undefined;

  /** The text that Enter was pressed on although it was found wrong. */
  private warned: string | undefined;

  constructor(
    place: StepPlace,
    private readonly options: InputOptions,
    private readonly resolve: (answer: Answered<Entered>) => void,
  ) {
    const { box } = this;
    box.title = `${place.title}: ${options.heading}`;
    if (place.totalSteps > 1) {
      box.step = place.step;
      box.totalSteps = place.totalSteps;
    }
    // Input boxes make links of what they say, of commands too.
    box.prompt = withoutLinks(options.prompt);
    box.value = options.value ?? '';
    box.placeholder = options.placeholder;
    box.password = options.password ?? false;
    box.ignoreFocusOut = true;
    const back = place.canGoBack ? [vscode.QuickInputButtons.Back] : [];
    this.buttons = options.other ? [...back, options.other] : back;
    box.buttons = this.buttons;
    box.onDidChangeValue(() => this.changed());
    box.onDidAccept(() => void this.accept());
    box.onDidTriggerButton((button) => {
      if (button === ANYWAY)
        this.finish({ text: this.text, ...(this.last ? { finding: this.last.finding } : {}) });
      else this.finish(button === options.other ? { text: '', other: true } : BACK);
    });
    box.onDidHide(() => this.finish(CANCELLED));
  }

  private readonly buttons: readonly vscode.QuickInputButton[];

  show(): void {
    this.box.show();
    if (this.text !== '') this.changed();
  }

  private get text(): string {
    return this.options.verbatim ? this.box.value : this.box.value.trim();
  }

  private changed(): void {
    clearTimeout(this.timer);
    this.running?.abort();
    this.last = undefined;
    this.warned = undefined;
    const rewritten = this.options.rewrite?.(this.box.value) ?? this.box.value;
    if (rewritten !== this.box.value) this.box.value = rewritten;
    const found = this.text === '' ? undefined : this.options.validate?.(this.text);
    this.say(found);
    if (this.options.live && this.text !== '' && found?.severity !== 'refused') {
      this.timer = setTimeout(() => void this.check(), TYPING_PAUSE_MS);
    }
  }

  /** A text that was found wrong is taken when Enter is pressed once more. */
  private async accept(): Promise<void> {
    clearTimeout(this.timer);
    const { text } = this;
    const insists = this.warned === text;
    const suggestion = this.last?.text === text ? this.last.finding.suggestion : undefined;
    if (suggestion !== undefined) {
      this.box.value = suggestion;
      this.changed();
      return;
    }
    const refused = this.options.validate?.(text);
    if (refused?.severity === 'refused') {
      this.say(refused);
      return;
    }
    const finding = insists ? this.last?.finding : await this.check();
    if (text !== this.text || finding === 'superseded') return;
    if (!insists && finding?.severity === 'wrong') {
      if (finding.suggestion === undefined) {
        this.warned = text;
        const message = vscode.l10n.t('{0} Press Enter once more to use it anyway.', finding.message ?? '');
        this.say({ severity: 'wrong', message });
      }
      return;
    }
    if (finding?.severity === 'refused') return;
    this.finish({ text, ...(finding ? { finding } : {}) });
  }

  private async check(): Promise<Finding | 'superseded' | undefined> {
    const { text } = this;
    if (!this.options.check || text === '') return undefined;
    if (this.last?.text === text) return this.last.finding;
    this.running?.abort();
    const running = (this.running = new AbortController());
    this.box.busy = true;
    try {
      const finding = await this.options.check(text, running.signal);
      if (running.signal.aborted) return 'superseded';
      this.last = { text, finding };
      this.say(finding);
      return finding;
    } catch (error) {
      if (running.signal.aborted) return 'superseded';
      const message = wordsOfError(error);
      this.say({ severity: 'refused', message });
      return { severity: 'refused', message };
    } finally {
      if (this.running === running) this.box.busy = false;
    }
  }

  private say(finding: Finding | undefined): void {
    const { box, buttons } = this;
    const wrong = finding?.severity === 'wrong';
    box.buttons = wrong ? [...buttons, ANYWAY] : buttons;
    if (!finding?.message) {
      box.validationMessage = undefined;
      return;
    }
    const offer =
      finding.suggestion === undefined ? '' : vscode.l10n.t(' Press Enter to use {0}.', finding.suggestion);
    box.validationMessage = {
      message: withoutLinks(finding.message + offer),
      severity: severities[finding.severity],
    };
  }

  private finish(answer: Answered<Entered>): void {
    clearTimeout(this.timer);
    this.running?.abort();
    this.resolve(answer);
    this.box.dispose();
  }
}
