import type { ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';
import { PageSkeleton } from './skeleton.tsx';

/** The part of a query's result that decides what is shown; TanStack Query's result fits as it is. */
export type Loading<T> =
  | { status: 'pending'; data?: undefined; error: null; refetch: () => unknown }
  | { status: 'error'; data?: T | undefined; error: unknown; refetch: () => unknown }
  | { status: 'success'; data: T; error: null; refetch: () => unknown };

/** Waits, fails or shows; what was loaded before stays visible under a failed reload. */
export function Loaded<T>(props: {
  query: Loading<T>;
  waiting?: ReactNode;
  empty?: { when: (data: T) => boolean; show: ReactNode };
  children: (data: T) => ReactNode;
}) {
  const { query, waiting = <PageSkeleton />, empty, children } = props;
  if (query.status === 'pending') return waiting;
  const retry = () => void query.refetch();
  if (query.data === undefined) return <ErrorState error={query.error} onRetry={retry} />;
  return (
    <>
      {query.status === 'error' && <ErrorState inline error={query.error} onRetry={retry} />}
      {empty?.when(query.data) ? empty.show : children(query.data)}
    </>
  );
}
