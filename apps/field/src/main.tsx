import '@liangbuwu/ui/phone/base.css';
import { findBrowserStorage } from '@liangbuwu/ui/language/browser-storage.ts';
import { startLanguage } from '@liangbuwu/ui/language/language.ts';
import { phoneMessages } from '@liangbuwu/ui/phone/phone-messages.ts';
import { applyCssVariables } from '@liangbuwu/ui/theme/css-variables.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { desks } from './desks.ts';
import { fieldMessages } from './messages.ts';
import { openFieldDatabase } from './store/database.ts';

startLanguage({
  bundles: [phoneMessages, fieldMessages, ...desks.flatMap(({ messages }) => messages)],
  storage: findBrowserStorage(),
  document,
});
applyCssVariables(document.documentElement);
const database = openFieldDatabase();

const cards = desks.flatMap((desk) => desk.cards);

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App database={database} cards={cards} />
    </StrictMode>,
  );

// Missing where the page comes over plain HTTP; the page says so (me-page.tsx).
if (import.meta.env.PROD && 'serviceWorker' in navigator) void keepPage();

/** Keeps the page on the phone, and looks for a newer one whenever somebody looks at it: an installed page seldom reloads. */
async function keepPage(): Promise<void> {
  try {
    const kept = await navigator.serviceWorker.register('/field/service-worker.js');
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') kept.update().catch(() => undefined);
    });
  } catch {
    // Some browsers forbid it; the page then works with signal only.
  }
}
