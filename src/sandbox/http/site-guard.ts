import type { SandboxAnswer, SandboxRequest, ServiceName } from './service.ts';
import { error } from './answers.ts';
import { CONTROL_PREFIX } from './control.ts';
import { allows, type Cors } from './cors.ts';

/** Ports that pages talk to by design: their own protection against forged requests is part of what is emulated. */
const FOR_PAGES: readonly ServiceName[] = ['kratos-public', 'hydra-public'];

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Content types that a page may send anywhere without asking first; forms stay, which introspection takes. */
const SIMPLE_TYPE = /^\s*($|;|(text\/plain|multipart\/form-data)\s*($|;))/i;

/**
 * Refuses what a web page of another origin sent to a port for administration, or to the control path of any port.
 * A form or script needs no permission to send text/plain there, and the servers read it as JSON; browsers tell where
 * a request comes from, other clients do not say anything. Origins that `cors` allows may ask.
 */
export function refuseForeignPage(
  service: ServiceName,
  cors: Cors | undefined,
  request: SandboxRequest,
): SandboxAnswer | undefined {
  const isControl = request.path.startsWith(CONTROL_PREFIX);
  if (FOR_PAGES.includes(service) && !isControl) return undefined;
  const { headers } = request;
  const { origin, referer, host } = headers;
  const site = headers['sec-fetch-site'];
  // Browsers that are old, or told to, say nothing; their forms are still known by what only they can send unasked.
  const isBrowser = /^mozilla\//i.test(headers['user-agent'] ?? '');
  const isOfPage = site !== undefined || origin !== undefined || referer !== undefined;
  if (!isOfPage) return isBrowser && isForm(request) ? refusal(OF_OTHERS) : undefined;
  if (origin !== undefined && !isControl && allows(cors, origin)) return undefined;
  const isForeign =
    (site !== undefined && site !== 'none' && site !== 'same-origin') ||
    (origin !== undefined && hostOf(origin) !== host) ||
    // The page of a Referer counts where nothing better tells the origin.
    (site === undefined && origin === undefined && hostOf(referer) !== host);
  if (isForeign) return refusal(OF_OTHERS);
  if (!SAFE_METHODS.includes(request.method) && request.body.length > 0 && isSimple(request))
    return refusal('A page has to send application/json here.');
  return undefined;
}

/** True for what a form or script of any page can send without asking first. */
const isForm = (request: SandboxRequest): boolean =>
  !SAFE_METHODS.includes(request.method) &&
  (isSimple(request) ||
    /^\s*application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? ''));

function isSimple({ headers }: SandboxRequest): boolean {
  return SIMPLE_TYPE.test(headers['content-type'] ?? '');
}

/** The host with the port; undefined for what is no address, such as the origin `null`. */
function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : undefined;
}

const OF_OTHERS = 'Pages of other origins may not use this port.';

const refusal = (reason: string): SandboxAnswer => error({ code: 403, reason });
