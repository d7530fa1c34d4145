import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';

export const sameRoomName: RefusalKind<{ building: string; name: string }> = {
  code: 'room-twice',
  status: 409,
  cause: ({ building, name }) =>
    say(`${building}已经有 ${name} 室。`, `There is a room ${name} in ${building} already.`),
  remedy: () => say('请改房号，或改原来那一间。', 'Choose another number, or change that room.'),
};

export const roomInUse: RefusalKind<{ name: string }> = {
  code: 'room-in-use',
  status: 409,
  cause: ({ name }) => say(`${name} 室还有人住。`, `People sleep in room ${name}.`),
  remedy: () => say('请先给他们另排床位。', 'Give them other beds first.'),
};

export const bedInUse: RefusalKind<{ bed: number }> = {
  code: 'bed-in-use',
  status: 409,
  cause: ({ bed }) => say(`${bed} 号床有人住。`, `Somebody has bed ${bed}.`),
  remedy: () => say('请选空床，或先退那张床。', 'Choose a free bed, or free that one first.'),
};

export const noSuchBed: RefusalKind<{ beds: number }> = {
  code: 'no-such-bed',
  status: 422,
  cause: ({ beds }) => say(`这间只有 ${beds} 张床。`, `This room has ${beds} beds.`),
  remedy: () => say('请选其中一张。', 'Choose one of them.'),
};

export const roomForOthers: RefusalKind<{ name: string; staff: boolean }> = {
  code: 'room-for-others',
  status: 409,
  cause: ({ name, staff }) =>
    staff
      ? say(`${name} 室是教职工宿舍。`, `Room ${name} is for staff.`)
      : say(`${name} 室是学生宿舍。`, `Room ${name} is for pupils.`),
  remedy: () =>
    say('请选别的房间，或先改这间给谁住。', 'Choose another, or change whom it is for.'),
};

export const noFreeBed: RefusalKind = {
  code: 'no-free-bed',
  status: 409,
  cause: () => say('选的房间没有空床了。', 'There is no free bed in these rooms.'),
  remedy: () => say('请多选几间。', 'Choose more rooms.'),
};
