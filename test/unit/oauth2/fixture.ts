import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { ClientCredential } from '../../../src/flows/oauth2/client-auth.ts';
import { type RunContext, runContext } from '../../../src/flows/oauth2/context.ts';
import { readProvider } from '../../../src/flows/oauth2/provider/provider.ts';
import { Trace } from '../../../src/flows/oauth2/trace.ts';
import { OryClient, type EndpointSource } from '../../../src/ory/client.ts';
import { UndiciTransport } from '../../../src/ory/http/undici-transport.ts';
import { Redactor } from '../../../src/ory/secrets/redactor.ts';
import { HydraFixture } from '../sandbox/hydra-fixture.ts';

/** The sandbox's Hydra, and a runner's parts that speak to it over HTTP. */
export class OAuth2Fixture {
  readonly redactor = new Redactor();
  readonly abort = new AbortController();
  private readonly transport = new UndiciTransport();
  readonly api: OryClient;

  private constructor(
    readonly hydra: HydraFixture,
    private readonly adminUrl: string,
  ) {
    this.api = new OryClient({ endpoints: this.endpoints });
  }

  static async start(config: unknown = {}): Promise<OAuth2Fixture> {
    const hydra = new HydraFixture(config);
    // The library goes by this machine's clock.
    Object.defineProperty(hydra, 'now', { get: () => new Date() });
    await hydra.start();
    // Small keys of the tests' own: making the server's takes seconds.
    const key = (await newKey('test')).privateKey;
    for (const set of ['hydra.openid.id-token', 'hydra.jwt.access-token'])
      await hydra.admin('PUT', `/admin/keys/${set}`, { keys: [key] });
    return new OAuth2Fixture(hydra, hydra.adminUrl);
  }

  readonly endpoints: EndpointSource = (service) =>
    Promise.resolve({
      baseUrl: service === 'hydra-admin' ? this.adminUrl : this.hydra.publicUrl,
      transport: this.transport,
    });

  /** What a run of a client works with. */
  async context(id: string, credential: ClientCredential): Promise<RunContext> {
    return runContext({
      provider: await readProvider(this.api, this.hydra.publicUrl),
      client: { id, credential },
      api: this.api,
      endpoints: this.endpoints,
      trace: new Trace(this.redactor),
      redactor: this.redactor,
      signal: this.abort.signal,
    });
  }

  /** Creates a client. @returns its id */
  async client(fields: object): Promise<string> {
    return (await this.hydra.admin('POST', '/admin/clients', fields)).json.client_id;
  }

  async stop(): Promise<void> {
    this.abort.abort();
    await this.transport.close();
    await this.hydra.stop();
  }
}

export async function newKey(kid: string): Promise<{ publicKey: JWK; privateKey: JWK }> {
  const pair = await generateKeyPair('RS256', { extractable: true });
  const named = { kid, use: 'sig', alg: 'RS256' };
  return {
    publicKey: { ...(await exportJWK(pair.publicKey)), ...named },
    privateKey: { ...(await exportJWK(pair.privateKey)), ...named },
  };
}
