import { createUnsaved } from '@liangbuwu/ui/forms/unsaved.ts';
import { UnsavedProvider } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { findBrowserStorage } from '@liangbuwu/ui/language/browser-storage.ts';
import { startLanguage } from '@liangbuwu/ui/language/language.ts';
import { uiMessages } from '@liangbuwu/ui/messages.ts';
import { NavigationProvider } from '@liangbuwu/ui/shell/app-link.tsx';
import { ErrorBoundary } from '@liangbuwu/ui/state/error-boundary.tsx';
import { UiProvider } from '@liangbuwu/ui/theme/ui-provider.tsx';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { desks } from './desks.ts';
import { officeMessages } from './office-messages.ts';
import { createQueryClient } from './query-client.ts';
import { createConsoleRouter } from './router.tsx';

const language = startLanguage({
  bundles: [uiMessages, ...officeMessages, ...desks.flatMap(({ messages }) => messages)],
  storage: findBrowserStorage(),
  document,
});
const unsaved = createUnsaved();
const queries = createQueryClient(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/login' || pathname === '/link') return;
  void router.navigate({ to: '/login', search: { next: href }, ignoreBlocker: true });
});
const router = createConsoleRouter({ desks, queries, unsaved });

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <UiProvider language={language}>
        <ErrorBoundary>
          <QueryClientProvider client={queries}>
            <NavigationProvider navigate={(href) => router.history.push(href)}>
              <UnsavedProvider unsaved={unsaved}>
                <RouterProvider router={router} />
              </UnsavedProvider>
            </NavigationProvider>
          </QueryClientProvider>
        </ErrorBoundary>
      </UiProvider>
    </StrictMode>,
  );
