import { say } from '@liangbuwu/office/http/say.ts';
import { lastingRows } from '@liangbuwu/office/responses/closing/personal-data.ts';

/** Stays when its response is closed: it is about schools, and about nobody. */
export const reopeningLastingData = [
  lastingRows({
    kind: 'reopening-plans',
    name: say('复学方案', 'Reopening plans'),
    table: 'campus.reopening',
  }),
  lastingRows({
    kind: 'return-announcements',
    name: say('返校公告', 'Announcements of returns'),
    table: 'campus.announcement',
  }),
];
