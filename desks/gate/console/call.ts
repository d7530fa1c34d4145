import { client } from '@liangbuwu/office/http/client.ts';

/** The server that this page came from. */
export const call = client(window.location.origin, (...request) => window.fetch(...request));
