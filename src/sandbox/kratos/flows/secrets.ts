/** A code or token that was sent to an address; whoever presents it holds the address. */
export interface FlowSecret {
  readonly flow_id: string;
  readonly purpose: 'login' | 'registration' | 'recovery' | 'verification';
  readonly form: 'code' | 'token';
  readonly value: string;
  /** The address that it was sent to; '' for one that an administrator asked for. */
  readonly address: string;
  readonly identity_id?: string | undefined;
  readonly expires_at: string;
  readonly used: boolean;
}

/** What goes into a snapshot. */
export interface SecretsSnapshot {
  readonly secrets: readonly FlowSecret[];
  readonly guesses: readonly (readonly [flowId: string, count: number])[];
}

export type Redeemed =
  | { readonly kind: 'fits'; readonly secret: FlowSecret }
  | { readonly kind: 'unknown' | 'used' | 'expired' | 'too-often' };

interface Wanted {
  readonly flowId: string;
  readonly purpose: FlowSecret['purpose'];
  readonly value: string;
}

/** Codes and tokens of all flows. How often a flow guessed is counted, also when the guess was wrong. */
export class FlowSecrets {
  private secrets: FlowSecret[] = [];
  private readonly guesses = new Map<string, number>();

  add(secret: FlowSecret): void {
    this.secrets.push(secret);
  }

  /** Forgets what was sent before in a flow: only the latest code counts. */
  forget(flowId: string): void {
    this.secrets = this.secrets.filter(({ flow_id }) => flow_id !== flowId);
  }

  /** Uses a code up when it fits. `allowed`: how many guesses a flow has. */
  redeemCode({ flowId, purpose, value }: Wanted, now: Date, allowed: number): Redeemed {
    const guesses = (this.guesses.get(flowId) ?? 0) + 1;
    this.guesses.set(flowId, guesses);
    if (guesses > allowed) return { kind: 'too-often' };
    return this.take(
      this.secrets.find(
        (secret) =>
          secret.flow_id === flowId &&
          secret.purpose === purpose &&
          secret.form === 'code' &&
          secret.value === value,
      ),
      now,
    );
  }

  /** Uses a token up when it fits; a token is found by itself, whatever its flow. */
  redeemToken({ purpose, value }: Omit<Wanted, 'flowId'>, now: Date): Redeemed {
    return this.take(
      this.secrets.find(
        (secret) => secret.purpose === purpose && secret.form === 'token' && secret.value === value,
      ),
      now,
    );
  }

  private take(found: FlowSecret | undefined, now: Date): Redeemed {
    if (!found) return { kind: 'unknown' };
    if (found.used) return { kind: 'used' };
    if (new Date(found.expires_at) < now) return { kind: 'expired' };
    this.secrets = this.secrets.map((secret) => (secret === found ? { ...secret, used: true } : secret));
    return { kind: 'fits', secret: found };
  }

  snapshot(): SecretsSnapshot {
    return { secrets: this.secrets, guesses: [...this.guesses] };
  }

  restore(data: SecretsSnapshot): void {
    this.secrets = [...data.secrets];
    for (const [id, count] of data.guesses) this.guesses.set(id, count);
  }
}
