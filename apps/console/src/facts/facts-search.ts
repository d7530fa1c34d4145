export type FactsSearch = { response?: string | undefined };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The response that an address asks for; what makes no sense is passed over. */
export function readFactsSearch(raw: Record<string, unknown>): FactsSearch {
  const { response } = raw;
  return { response: typeof response === 'string' && uuid.test(response) ? response : undefined };
}
