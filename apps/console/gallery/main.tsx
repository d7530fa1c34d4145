import { findBrowserStorage } from '@liangbuwu/ui/language/browser-storage.ts';
import { startLanguage } from '@liangbuwu/ui/language/language.ts';
import { uiMessages } from '@liangbuwu/ui/messages.ts';
import { UiProvider } from '@liangbuwu/ui/theme/ui-provider.tsx';
import { createRoot } from 'react-dom/client';
import { Gallery } from './gallery.tsx';
import { galleryMessages } from './texts.ts';

const language = startLanguage({
  bundles: [uiMessages, galleryMessages],
  storage: findBrowserStorage(),
  document,
});
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <UiProvider language={language}>
      <Gallery />
    </UiProvider>,
  );
