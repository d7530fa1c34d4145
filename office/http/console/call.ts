import { client } from '../client.ts';

type Ask = () => Promise<boolean>;

let ask: Ask = async () => false;
let asked: Promise<boolean> | undefined;

/** Names who asks for the password in place, for all that this page calls; gives back how to leave off. */
export function askForProofBy(how: Ask): () => void {
  ask = how;
  return () => {
    if (ask === how) ask = async () => false;
  };
}

/** The server that this page came from. Requests that want proof at the same time wait for the same answer. */
export const call = client(
  window.location.origin,
  (...request) => window.fetch(...request),
  () =>
    (asked ??= ask().finally(() => {
      asked = undefined;
    })),
);
