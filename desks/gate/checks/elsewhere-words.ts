import { type Say, say } from '@liangbuwu/office/http/say.ts';
import type { Elsewhere } from './check.ts';

export const basisWords: Record<Elsewhere['basis'], Say> = {
  edited: say('实测路程', 'drive time put right by somebody'),
  roads: say('按道路路程', 'by the roads'),
  estimated: say('按估算路程的一半', 'half of the estimated drive'),
  unplaced: say('卡口没有位置，按固定时间', 'no place known, a fixed time'),
};

/** At which other gate and when (`time`: in words), and how long it takes between the two at least. */
export function elsewhereWords(
  { gate, least, basis }: Pick<Elsewhere, 'gate' | 'least' | 'basis'>,
  time: string,
): Say {
  const minutes = Math.ceil(least / 60);
  const by = basisWords[basis];
  return say(
    `${time} 在${gate}；两处至少相隔 ${minutes} 分钟（${by['zh-CN']}）`,
    `At ${gate} at ${time}; the two are at least ${minutes} min apart (${by.en})`,
  );
}
