import { idIn } from '@liangbuwu/ui/shell/address.ts';

/** What the page of a session that is run is about. */
export type RunSearch = {
  response?: string;
  station?: number | undefined;
  view?: 'tubes' | undefined;
};

export function readRunSearch(raw: Record<string, unknown>): RunSearch {
  const response = idIn(raw.response);
  const station = Number(raw.station);
  return {
    ...(response && { response }),
    ...(Number.isInteger(station) && station > 0 && station <= 100 && { station }),
    ...(raw.view === 'tubes' && { view: 'tubes' as const }),
  };
}
