import { Refusal } from '@liangbuwu/office/http/refusal.ts';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

export const isSignedOut = (error: unknown) =>
  error instanceof Refusal && error.body.code === 'sign-in-first';

/** What was refused stays refused however often it is asked; only a server in trouble is asked again. */
export const isWorthAnotherTry = (failures: number, error: unknown) =>
  failures < 2 && !(error instanceof Refusal && error.status < 500);

export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: { queries: { retry: isWorthAnotherTry, staleTime: 5_000 } },
  });
}
