import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

type Kept = { url: string; revision: string | null };

declare const self: {
  __PRECACHE: Kept[];
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(
    type: 'activate',
    listener: (event: { waitUntil(done: Promise<void>): void }) => void,
  ): void;
};

// The build writes the list in. The interface of the server is never kept here: what a day needs is in the database.
precacheAndRoute(self.__PRECACHE);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL('/field/index.html')));

// What an old page may still ask for later (ui/phone/later.tsx) says that it has to be opened anew, so a new version may
// take over while it stands.
void self.skipWaiting();
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
