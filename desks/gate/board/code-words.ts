import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { type Code, findings } from '@liangbuwu/passes/findings.ts';

const own: Record<string, Say> = {
  'no-pass': say('没有出示通行证', 'No pass was shown'),
  'nothing-asked': say('此处不查验', 'Nothing is asked here'),
  'no-bundle': say('手机没有卡口数据', 'The phone had no bundle'),
};

/** What a finding is called; a phone may know one that this server does not. */
export const codeWords = (code: string): Say =>
  own[code] ?? (code in findings ? findings[code as Code].cause : say(code, code));
