import { ClientStore } from './clients/store.ts';
import { ConsentStore } from './flows/consent-store.ts';
import { DeviceStore } from './flows/device-store.ts';
import { LoginStore } from './flows/login-store.ts';
import { IssuerStore } from './issuers/store.ts';
import { KeyStore } from './keys/store.ts';
import { CodeStore } from './tokens/code-store.ts';
import { UsedOnce } from './tokens/used-once.ts';
import { TokenStore } from './tokens/store.ts';

/** Everything that the two Hydra services remember. */
export class HydraState {
  readonly clients = new ClientStore();
  readonly issuers = new IssuerStore();
  readonly keys = new KeyStore((set, kid) =>
    this.issuers.remove(({ public_key: key }) => key.set === set && key.kid === kid),
  );
  readonly tokens = new TokenStore();
  readonly codes = new CodeStore();
  readonly usedOnce = new UsedOnce();
  readonly consents = new ConsentStore();
  readonly logins = new LoginStore();
  readonly devices = new DeviceStore();

  /** The state as plain data; private keys are in it, secrets and tokens as digests only. */
  save() {
    return {
      clients: this.clients.save(),
      issuers: this.issuers.save(),
      keys: this.keys.save(),
      tokens: this.tokens.save(),
      codes: this.codes.save(),
      usedOnce: this.usedOnce.save(),
      consents: this.consents.save(),
      logins: this.logins.save(),
      devices: this.devices.save(),
    };
  }

  /** Replaces the state by what `save` gave. */
  load(saved: ReturnType<HydraState['save']>): void {
    this.clients.load(saved.clients);
    this.issuers.load(saved.issuers);
    this.keys.load(saved.keys);
    this.tokens.load(saved.tokens);
    this.codes.load(saved.codes);
    this.usedOnce.load(saved.usedOnce);
    this.consents.load(saved.consents);
    this.logins.load(saved.logins);
    this.devices.load(saved.devices);
  }
}
