export interface PersonalSign {
  kind: 'id-number' | 'mobile' | 'telephone';
  found: string;
}

const signs = [
  { kind: 'id-number', pattern: /(?<!\d)\d{6}(?:19|20)\d{2}[01]\d[0-3]\d\d{3}[\dXx](?!\d)/g },
  { kind: 'mobile', pattern: /(?<!\d)(?:\+?86[ -]?)?1\d{2}[ -]?\d{4}[ -]?\d{4}(?!\d)/g },
  { kind: 'telephone', pattern: /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g },
] as const;

/** What in a text looks like somebody’s number. It finds numbers, no names: those only a person sees. */
export function personalSigns(text: string): PersonalSign[] {
  let rest = text.normalize('NFKC');
  const found: PersonalSign[] = [];
  for (const { kind, pattern } of signs)
    rest = rest.replace(pattern, (match) => {
      found.push({ kind, found: match.trim() });
      return ' ';
    });
  return found;
}
