import { say } from '../../http/say.ts';
import { column, type Table } from '../../tables/column.ts';

export const householdTable: Table = {
  id: 'register.households',
  one: say('住户', 'household'),
  many: say('住户', 'households'),
  ofResponse: true,
  personal: true,
  columns: [
    column('label', 'text', say('门牌', 'House number'), {
      also: ['户号', '门牌号', '住址', '地址'],
      hint: say('写组和门牌，不写姓名', 'Group and number, never a name'),
    }),
    column('area', 'area', say('村', 'Village'), {
      also: ['村（居）', '所在村', '行政村', '辖区'],
    }),
    column('place', 'place', say('供水点', 'Point'), {
      also: ['取水点', '地点'],
      hint: say('到哪个供水点取水', 'The point that serves it'),
    }),
    column('people', 'whole', say('人数', 'People'), { also: ['人口', '家庭人口', '户人口'] }),
    column('aloneElderly', 'flag', say('独居老人', 'Old and alone'), {
      also: ['独居', '孤寡老人'],
    }),
    column('cannotCome', 'flag', say('不能来取水', 'Cannot come'), {
      also: ['需送水到家', '送水到家'],
      hint: say('送水到家', 'Is brought water'),
    }),
    column('hasContact', 'flag', say('有联系人', 'Has a contact'), { shown: true }),
  ],
  filters: [
    { id: 'cannot-come', words: say('不能来取水', 'Cannot come') },
    { id: 'alone-elderly', words: say('独居老人', 'Old and alone') },
    { id: 'without-contact', words: say('没有联系人', 'Without contact') },
  ],
  whys: [
    { value: 'moved', words: say('搬走', 'Moved away') },
    { value: 'died', words: say('去世', 'Died') },
    { value: 'doubled', words: say('重复登记', 'Registered twice') },
    { value: 'mistake', words: say('登记有误', 'Registered by mistake') },
  ],
};
