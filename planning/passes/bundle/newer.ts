/** What a gate remembers of the bundle that it holds. */
export interface BundleMark {
  authority: string;
  sequence: number;
  /** SHA-256 of the bundle's bytes, in hex. */
  digest: string;
}

export type BundleOrder = 'newer' | 'same' | 'older' | 'conflict' | 'other-authority';

/**
 * What an offered bundle is to the one held. Only `newer` is to be taken in its place: whoever could bring an older one back
 * would bring back passes that were revoked since. `conflict`: two contents under one number, which an authority never signs.
 */
export function compareBundles(held: BundleMark, offered: BundleMark): BundleOrder {
  if (held.authority !== offered.authority) return 'other-authority';
  if (offered.sequence > held.sequence) return 'newer';
  if (offered.sequence < held.sequence) return 'older';
  return offered.digest === held.digest ? 'same' : 'conflict';
}
