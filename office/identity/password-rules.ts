import { type Say, say } from '../http/say.ts';

const shortest = 12;
/** What is left of a password once everything that a guesser tries first counts as next to nothing. */
const leastUnpredictable = 7;

/** The form in which a password is stored and compared: typed on another keyboard it is still the same. */
export const normalised = (password: string): string => password.normalize('NFKC');

/** Says why a password is too easy to guess; undefined when it is good. */
export function findWeakness(
  password: string,
  about: { login: string; name: string },
): Say | undefined {
  const letters = [...normalised(password)];
  if (letters.length < shortest) {
    return say(
      `密码只有 ${letters.length} 个字，至少要 ${shortest} 个。`,
      `The password has ${letters.length} characters; it needs ${shortest} at least.`,
    );
  }
  const lower = letters.join('').toLowerCase();
  const own = [about.login, about.name].find(
    (word) => [...word].length >= 3 && lower.includes(word.toLowerCase()),
  );
  if (own) {
    return say(`密码里含有您的登录名或姓名。`, 'The password contains your login or your name.');
  }
  if (unpredictable(lower) < leastUnpredictable) {
    return say(
      '密码太容易猜：多是重复、连续或常见的字符。',
      'The password is too easy to guess: mostly repeats, sequences or common words.',
    );
  }
  return undefined;
}

// Each counts as one character, however long. Pinyin of what people here choose first is among them.
const common = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'admin',
  'administrator',
  'welcome',
  'letmein',
  'iloveyou',
  'monkey',
  'dragon',
  'football',
  'sunshine',
  'master',
  'login',
  'secret',
  'guest',
  'root',
  'test',
  'demo',
  'woaini',
  'woaizhongguo',
  'zhongguo',
  'china',
  'xiaoming',
  'zhangsan',
  'lisi',
  'mima',
  'guanliyuan',
  'yonghu',
  'zhuzhou',
  'lukou',
  'hunan',
  'liangbuwu',
  'kanghan',
  'yingji',
  '5201314',
  '520520',
  '1314520',
  '1314',
  '147258369',
  '147258',
  '159357',
  '741852963',
  '888888',
  '666666',
  '密码',
  '管理员',
  '我爱你',
  '两不误',
].toSorted((a, b) => b.length - a.length);

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm'];
const neighbours = new Set(
  rows.flatMap((row) =>
    [...row].slice(1).flatMap((key, i) => [`${row[i]}${key}`, `${key}${row[i]}`]),
  ),
);

function unpredictable(text: string): number {
  let rest = text;
  for (const word of common) rest = rest.replaceAll(word, '\u0001');
  // A block written twice says nothing new: abcXabcX.
  rest = rest.replace(/(.{2,}?)\1+/gsu, '$1');
  const letters = [...rest];
  let count = 0;
  letters.forEach((letter, i) => {
    const before = letters[i - 1];
    if (before !== undefined && follows(before, letter)) return;
    count += 1;
  });
  return Math.min(count, new Set(letters).size);
}

function follows(before: string, letter: string): boolean {
  const step = (letter.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
  return Math.abs(step) <= 1 || neighbours.has(`${before}${letter}`);
}
