import {
  type BundleMark,
  getEd25519,
  InvalidBundle,
  type OpenBundle,
  openBundle,
  type Say,
} from '@liangbuwu/passes/index.ts';

/**
 * What this phone holds a gate to: whom it trusted when it first fetched a bundle, signed in and on line, and the newest
 * bundle that it has taken. It outlasts the bundle itself, so that nobody brings an older one back.
 */
export type Pin = { roots: readonly string[]; mark: BundleMark | null };

export type Opened =
  | { is: 'open'; bundle: OpenBundle; pin: Pin }
  | { is: 'refused'; code: string; cause: Say; remedy: Say };

/** Opens what was fetched for a gate by what the phone holds it to; without a pin the roots that came along are trusted. */
export async function openGate(
  fetched: { bundle: string; roots: readonly string[]; gate: string },
  pin: Pin | undefined,
): Promise<Opened> {
  const roots = pin?.roots ?? fetched.roots;
  try {
    const bundle = await openBundle(bytesOf(fetched.bundle), {
      roots: roots.map(bytesOf),
      ed25519: await getEd25519(),
      gate: fetched.gate,
      ...(pin?.mark ? { held: pin.mark } : {}),
    });
    // Signed by one that is trusted, it may name the next one.
    const known = fetched.roots.some((root) => roots.includes(root));
    return { is: 'open', bundle, pin: { roots: known ? fetched.roots : roots, mark: bundle.mark } };
  } catch (error) {
    if (!(error instanceof InvalidBundle)) throw error;
    const { code, cause, remedy } = error;
    return { is: 'refused', code, cause, remedy };
  }
}

export const bytesOf = (base64: string): Uint8Array =>
  Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
