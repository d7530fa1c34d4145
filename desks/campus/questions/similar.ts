/** Said in nearly every question, so that sharing them tells nothing. */
const common = new Set(
  [
    '请问 什么 怎么 怎样 可以 孩子 学校 我们 我家 能不 不能 要不 不要 是不 不是 小孩 你好 您好 老师 一下 时候 么时 候可 哪里 需要 多少 几点 是否 吗请',
    'the a an is are to of in my can may what when how do does i we child children school please it for and be at on',
  ].flatMap((line) => line.split(' ')),
);

/** Words of a text: Chinese as pairs of neighbouring signs, anything else as it is spelled. */
export function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [run] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+/gu)) {
    const signs = [...run];
    if (!/^\p{Script=Han}/u.test(run)) words.add(run);
    else if (signs.length === 1) words.add(run);
    else for (let i = 1; i < signs.length; i++) words.add(`${signs[i - 1]}${signs[i]}`);
  }
  return new Set([...words].filter((word) => !common.has(word)));
}

/** From 0, nothing in common, to 1, the same words. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : shared / Math.sqrt(a.size * b.size);
}

const enough = 0.12;

/** Those that have most words in common with a text, the most alike first; `least`: how alike they have to be. */
export function mostLike<Of>(
  text: string,
  among: readonly Of[],
  textOf: (one: Of) => string,
  { most = 3, least = enough }: { most?: number; least?: number } = {},
): Of[] {
  const words = wordsOf(text);
  return among
    .map((one) => ({ one, like: likeness(words, wordsOf(textOf(one))) }))
    .filter(({ like }) => like > 0 && like >= least)
    .sort((a, b) => b.like - a.like)
    .slice(0, most)
    .map(({ one }) => one);
}
