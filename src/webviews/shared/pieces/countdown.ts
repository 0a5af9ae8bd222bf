import { noChange } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';

const SECOND = 1000;

/** A time span in words: "2 h 5 min", "4 min 12 s", "9 s". @param ms milliseconds, not negative */
export function spanWords(ms: number): string {
  const seconds = Math.floor(ms / SECOND);
  const [days, hours, minutes] = [seconds / 86_400, (seconds / 3600) % 24, (seconds / 60) % 60].map(
    Math.floor,
  );
  if (days) return `${days} d ${hours ?? 0} h`;
  if (hours) return `${hours} h ${minutes ?? 0} min`;
  return minutes ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

class Countdown extends AsyncDirective {
  private timer: number | undefined;
  private until = 0;
  private past = '';

  /**
   * @param until when it ends, in milliseconds since 1970
   * @param past what is said from then on
   */
  render(until: number, past: string): unknown {
    this.until = until;
    this.past = past;
    this.start();
    return this.words();
  }

  override disconnected(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  override reconnected(): void {
    this.start();
    this.setValue(this.words());
  }

  private start(): void {
    this.timer ??= setInterval(() => this.setValue(this.isConnected ? this.words() : noChange), SECOND);
  }

  private words(): string {
    const left = this.until - Date.now();
    return left > 0 ? spanWords(left) : this.past;
  }
}

/** The time that is left, counting down. Nothing is announced: a screen reader would never stop. */
export const countdown = directive(Countdown);
