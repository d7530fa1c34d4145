import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

export const dayContradicts: RefusalKind = {
  code: 'school-day-contradicts',
  status: 422,
  cause: () =>
    say('填写的内容自相矛盾，没有保存。', 'What was given contradicts itself; nothing was saved.'),
  remedy: () => say('请按下列各处更正。', 'Correct it as said at each place below.'),
};

export const nobodyComes: RefusalKind = {
  code: 'nobody-comes',
  status: 409,
  cause: () =>
    say(
      '还没有填班级人数，或各班都不到校。',
      'No class has pupils yet, or all of them stay at home.',
    ),
  remedy: () =>
    say('请在“学校的条件”里填写班级。', 'Fill the classes in, under what the school has.'),
};

export const basedOnNothing: RefusalKind = {
  code: 'based-on-nothing',
  status: 409,
  cause: () =>
    say(
      '作为依据的那一版不是本校排好的时间表。',
      'The version to start from is no finished timetable of this school.',
    ),
  remedy: () => say('请换一版，或重新排。', 'Choose another one, or start anew.'),
};

export const notSolved: RefusalKind = {
  code: 'timetable-not-solved',
  status: 409,
  cause: () => say('这一版还没有排好。', 'This version is not finished.'),
  remedy: () => say('请等它排完，或停止后再发布。', 'Wait for it, or stop it, then publish.'),
};

export const doesNotFit: RefusalKind = {
  code: 'timetable-does-not-fit',
  status: 409,
  cause: () =>
    say(
      '这一版有放不下的地方：校门、楼梯或食堂会超过能容纳的人数。',
      'This version does not fit: a gate, a stair or the canteen would take more than it can.',
    ),
  remedy: () =>
    say('请按“放不下的原因”放宽条件后再排。', 'Widen what its conflicts name, then plan again.'),
};

export const notInForce: RefusalKind = {
  code: 'timetable-not-in-force',
  status: 409,
  cause: () => say('这一版现在没有在用。', 'This version is not the one in force.'),
  remedy: () => say('请刷新页面。', 'Load the page again.'),
};

export const dayIsOver: RefusalKind = {
  code: 'arrival-day-is-over',
  status: 422,
  cause: () => say('这一天已经过去了。', 'That day is over.'),
  remedy: () => say('请选今天或以后的一天。', 'Choose today or a later day.'),
};
