import { type Call, client } from '@liangbuwu/office/http/client.ts';
import { listResponses } from '@liangbuwu/office/responses/contract.ts';
import { listDesks } from '@liangbuwu/water/contract.ts';
import type { Page } from 'playwright-core';

/** The routes of a server, asked with a page's own session. */
export const askedBy = (page: Page, url: string): Call =>
  client(url, async (address, init) => {
    const answer = await page.context().request.fetch(String(address), {
      method: init?.method ?? 'GET',
      headers: (init?.headers ?? {}) as Record<string, string>,
      ...(init?.body ? { data: String(init.body) } : {}),
    });
    return new Response(await answer.text(), { status: answer.status() });
  });

/** The demonstration's drought, and the town whose desk trucks water in it. */
export async function droughtOf(by: Call): Promise<{ response: string; area: string }> {
  const { responses } = await by(listResponses);
  const response = responses.find(({ kind }) => kind === 'drought')?.id ?? '';
  const { desks } = await by(listDesks, { query: { response } });
  return { response, area: desks[0]?.area ?? '' };
}
