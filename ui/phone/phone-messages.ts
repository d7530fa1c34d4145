import { defineMessages } from '../language/messages.ts';

/** The texts of the phone's own parts. */
export const phoneMessages = defineMessages('phone', {
  'zh-CN': {
    close: '关闭',
    time: '时间',
    change: '改时间',
    earlier: '早 {{minutes}} 分',
    'set-time': '几点几分',
    failed: '这一页出错了',
    'failed-note': '已记下的都还在，“记录”页里看得到。',
    retry: '再试一次',
    opening: '正在打开…',
    'not-opened': '这一页的程序还没在这部手机上，或已换了新版本。请有信号时重新打开。',
    'open-anew': '重新打开',
    search: '找一找',
    none: '没有找到“{{text}}”',
    'not-kept': '这部手机没能存下这条记录（{{why}}）。请清出空间再试，或先记在纸上。',
  },
  en: {
    close: 'Close',
    time: 'Time',
    change: 'Change the time',
    earlier: '−{{minutes}} min',
    'set-time': 'Time of day',
    failed: 'This page has failed',
    'failed-note': 'What was recorded is still there, on the page of entries.',
    retry: 'Try again',
    opening: 'Opening…',
    'not-opened':
      'The program of this page is not on this phone yet, or there is a newer one. Open it anew with signal.',
    'open-anew': 'Open it anew',
    search: 'Search',
    none: 'Nothing found for “{{text}}”',
    'not-kept':
      'This phone could not keep the entry ({{why}}). Free some space and try again, or write it on paper first.',
  },
});
