import { defineMessages } from '@liangbuwu/ui/language/messages.ts';

/** Meals, and the telephone for parents. */
export const menuMessages = defineMessages('campusMenu', {
  'zh-CN': {
    title: '菜单和电话',
    lead: '家长在自家的页面上看到今天和昨天的菜单，以及学校的电话。',
    telephone: '给家长打的电话',
    telephoneNote: '学校的工作电话，不要填个人手机。',
    notOne: '请填电话，例如 0731-28280000',
    today: '今天 {{day}}',
    save: '保存',
    saved: '已保存',
    same: '没有改动',
  },
  en: {
    title: 'Menus and telephone',
    lead: 'Families read today’s and yesterday’s meals, and the school’s telephone, on their own page.',
    telephone: 'Telephone for parents',
    telephoneNote: 'The school’s work telephone; nobody’s own.',
    notOne: 'A telephone, such as 0731-28280000',
    today: 'Today, {{day}}',
    save: 'Save',
    saved: 'Saved',
    same: 'Nothing was changed',
  },
});
