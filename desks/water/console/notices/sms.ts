const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const doubled = '^{}\\[~]|€\f';

/** How long a text is as an SMS, and how many it takes: 70 characters, or 67 where several belong together (GSM 03.38). */
export function smsLength(text: string): { characters: number; segments: number; room: number } {
  const latin = [...text].every((one) => basic.includes(one) || doubled.includes(one));
  // A character that takes two places is never cut in half, so pieces are filled one character at a time.
  const sizes = [...text].map((one) => (latin ? (doubled.includes(one) ? 2 : 1) : one.length));
  const characters = sizes.reduce((sum, size) => sum + size, 0);
  const [single, joined] = latin ? [160, 153] : [70, 67];
  if (characters <= single)
    return { characters, segments: characters > 0 ? 1 : 0, room: single - characters };
  let [segments, used] = [1, 0];
  for (const size of sizes) {
    if (used + size > joined) [segments, used] = [segments + 1, 0];
    used += size;
  }
  return { characters, segments, room: joined - used };
}

/** Of texts from the fullest to the barest, the fullest that takes no more messages than the barest does. */
export function fullestSms(texts: readonly [string, ...string[]]): string {
  const fewest = Math.min(...texts.map((text) => smsLength(text).segments));
  return texts.find((text) => smsLength(text).segments === fewest) ?? texts[0];
}
