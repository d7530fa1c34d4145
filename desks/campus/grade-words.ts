import { type Say, say } from '@liangbuwu/office/http/say.ts';
import type { SchoolClass } from './campus.ts';

const chinese = ['', '一', '二', '三', '四', '五', '六'];

/** How a grade is called: 高三 for the twelfth, 小班 for a kindergarten's first year. */
export function gradeWords({ stage, grade }: Pick<SchoolClass, 'stage' | 'grade'>): Say {
  if (stage === 'kindergarten')
    return say(['', '小班', '中班', '大班'][grade] ?? '幼儿园', `kindergarten year ${grade}`);
  const english = `${stage === 'vocational' ? 'vocational ' : ''}grade ${grade}`;
  if (stage === 'primary') return say(`${chinese[grade]}年级`, english);
  if (stage === 'junior-high') return say(`初${chinese[grade - 6]}`, english);
  return say(`${stage === 'vocational' ? '职' : ''}高${chinese[grade - 9]}`, english);
}
