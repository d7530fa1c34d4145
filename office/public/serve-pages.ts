import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Clock } from '../clock/clock.ts';
import type { Database, Tx } from '../database/connection.ts';
import type { Contract } from '../http/contract.ts';
import { Refusal, type RefusalBody, type RefusalKind, refuse } from '../http/refusal.ts';
import { say } from '../http/say.ts';
import { refuseOtherSites, settled } from '../http/serve.ts';
import { ourFault, tooLarge, tooOften } from '../http/shared-refusals.ts';
import { validate } from '../http/validate.ts';
import { append, type LedgerEntry } from '../ledger/append.ts';
import { announce, type LiveEvent } from '../live/event.ts';
import { contentSecurityPolicy, frame } from './frame.ts';
import { languageOf, type PageLanguage } from './language.ts';
import { pageLimits } from './limits.ts';
import type { PublicPage, Shown } from './page.ts';
import { refusalPage } from './refusal-page.ts';

export interface PageServices {
  db: Database;
  clock: Clock;
  log(line: string): void;
  onLedger(tenant: string): void;
}

/** A form of these pages is a few lines of text. */
const largestForm = 16 * 1024;

/** Registers the public pages: limits → validate → one transaction → HTML. Whatever fails is answered as a page too. */
export async function servePages(
  app: FastifyInstance,
  pages: readonly PublicPage[],
  services: PageServices,
): Promise<void> {
  const limits = pageLimits();
  const mayAsk = (how: 'read' | 'write', { ip }: FastifyRequest) => {
    const seconds = limits.ask(how, ip, services.clock.now().epochMilliseconds);
    if (seconds > 0) throw refuse(tooOften, { seconds });
  };
  await app.register(async (room) => {
    room.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: largestForm },
      (_, body, done) => done(null, formOf(String(body))),
    );
    room.removeContentTypeParser('application/json');
    room.setErrorHandler((error, request, reply) => {
      const page = pages.find(
        ({ path, method }) => path === request.routeOptions.url && method === request.method,
      );
      const refusal = asRefusal(error, request, services);
      // What writes has a limit of its own, far below this one. What may be read may be asked by HEAD too.
      const reads = page ? !writes(page) : request.method !== 'POST';
      if (refusal.status === 404 && reads)
        limits.missed(request.ip, services.clock.now().epochMilliseconds);
      // A form that is a page of its own is there again upon Back.
      const form =
        request.method === 'POST' &&
        pages.some(({ path, method }) => method === 'GET' && path === page?.path);
      const path = page ? pageAbove(page, request.url, pages) : '/p';
      return answerRefusal(request, reply, refusal, { form, path, words: page?.words });
    });
    for (const page of pages) {
      room.route({
        method: page.method,
        url: page.path,
        handler: async (request, reply) => {
          refuseOtherSites(request);
          mayAsk(writes(page) ? 'write' : 'read', request);
          return answer(reply, languageOfRequest(request), await run(page, request, services));
        },
      });
    }
    room.all('/p/*', (request) => {
      mayAsk(request.method === 'POST' ? 'write' : 'read', request);
      throw refuse(noSuchPage, undefined);
    });
  });
}

/** A browser that fetches a page ahead has not shown it to anybody. */
const isFetchedAhead = ({ headers }: FastifyRequest): boolean =>
  [headers['sec-purpose'], headers.purpose].some((said) => String(said ?? '').includes('prefetch'));

const noted = (page: PublicPage, request: FastifyRequest): boolean =>
  page.notes === true && request.method === 'GET' && !isFetchedAhead(request);

const writes = ({ method, asks }: PublicPage): boolean => method === 'POST' && !asks;

async function run(
  page: PublicPage,
  request: FastifyRequest,
  services: PageServices,
): Promise<Shown> {
  const input = validate(asContract(page), {
    params: request.params,
    query: withoutOurs(request.query),
    body: request.body,
  });
  const { shown, tenant, wrote } = await settled(() =>
    services.db.transaction().execute(async (tx) => {
      if (!writes(page) && !noted(page, request)) await sql`set transaction read only`.execute(tx);
      return act(tx, page, input, request, services);
    }),
  );
  if (wrote) services.onLedger(tenant);
  return shown;
}

async function act(
  tx: Tx,
  page: PublicPage,
  { params, query, body }: { params: unknown; query: unknown; body: unknown },
  request: FastifyRequest,
  { clock }: PageServices,
) {
  const entries: LedgerEntry[] = [];
  const events: LiveEvent[] = [];
  const shown = await page.show({ params, query, form: body } as never, {
    tx,
    clock,
    from: request.ip,
    language: languageOfRequest(request),
    notes: noted(page, request),
    record: (entry) => entries.push(entry),
    announce: (event) => events.push(event),
  });
  const wrote = entries.length > 0 || events.length > 0;
  if (!wrote) return { shown, wrote, tenant: '' };
  await append(tx, entries, { actor: null, recorded: clock.now() });
  const { rows } = await sql<{ tenant: string }>`select office.tenant() as tenant`.execute(tx);
  const tenant = rows[0]?.tenant ?? '';
  await announce(tx, tenant, events);
  return { shown, wrote, tenant };
}

function answer(reply: FastifyReply, language: PageLanguage, shown: Shown, status = 200) {
  reply.headers({
    'content-security-policy': contentSecurityPolicy,
    // A browser that says no referrer sends its forms without saying from where.
    'referrer-policy': 'same-origin',
    'cache-control': shown.common ? 'no-cache' : shown.form ? 'private, no-cache' : 'no-store',
    vary: 'accept-language',
  });
  if (shown.elsewhere !== undefined) return reply.redirect(shown.elsewhere, 303);
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(frame({ language, title: shown.title, body: shown.body, path: shown.path }));
}

function answerRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: { status: number; body: RefusalBody },
  of: { form: boolean; path: string; words: PublicPage['words'] },
) {
  const language = languageOfRequest(request);
  const { status, body } = refusal;
  return answer(reply, language, refusalPage(body, { ...of, language, status }), status);
}

/** The page that a form belongs to, or that leads to a page: /p/ACDE3467 for /p/ACDE3467/ask, else the first one. */
function pageAbove({ path }: PublicPage, url: string, pages: readonly PublicPage[]): string {
  const pattern = path.split('/');
  const asked = url.split('?')[0]?.split('/') ?? [];
  for (let length = pattern.length - 1; length > 1; length--) {
    const above = pattern.slice(0, length).join('/');
    if (pages.some((one) => one.method === 'GET' && one.path === above))
      return asked.slice(0, length).join('/');
  }
  return '/p';
}

function asRefusal(
  error: unknown,
  request: FastifyRequest,
  { log }: PageServices,
): { status: number; body: RefusalBody } {
  if (error instanceof Refusal) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse(tooLarge, { limit: largestForm });
  if (code.startsWith('FST_ERR_CTP')) return refuse(notAForm, undefined);
  const trace = request.id.slice(0, 8);
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log(`fault ${trace} ${request.method} ${request.routeOptions.url ?? '?'}\n${stack}`);
  return refuse(ourFault, { trace });
}

const noSuchPage: RefusalKind = {
  code: 'no-such-page',
  status: 404,
  cause: () => say('没有这个页面。', 'There is no such page.'),
  remedy: () => say('请重新扫海报上的二维码。', 'Scan the code on the poster again.'),
};

const notAForm: RefusalKind = {
  code: 'not-a-form',
  status: 415,
  cause: () => say('这里只接受网页表单。', 'Only a form of these pages is accepted here.'),
  remedy: () => say('请在网页上填写。', 'Fill it in on the page.'),
};

/** Fields that were left empty count as not given: a browser sends every field, and ends each line of it with CR LF. */
function formOf(body: string): Record<string, string> {
  const fields = [...new URLSearchParams(body)]
    .map(([name, value]): [string, string] => [name, value.replaceAll(/\r\n?/g, '\n')])
    .filter(([, value]) => value.trim() !== '');
  return Object.fromEntries(fields);
}

const languageOfRequest = (request: FastifyRequest): PageLanguage =>
  languageOf((request.query as { lang?: unknown }).lang, request.headers['accept-language']);

/** Without what every page's address may say: its language, and that a form was sent. */
function withoutOurs(query: unknown): unknown {
  const { lang: _, sent: __, ...rest } = query as Record<string, unknown>;
  return rest;
}

/** A page's fields are checked, and refused, as a route's are. */
const asContract = ({ method, params, query, form }: PublicPage): Contract =>
  ({ method, params, query, body: form }) as unknown as Contract;
