import { contract } from '@liangbuwu/office/http/contract.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { z } from 'zod';
import { ClassBody, School, SchoolBody, SchoolClass } from '../campus.ts';
import { exampleClass, exampleSchool } from '../contract.examples.ts';
import { areaIsNoSchool, classElsewhere, classInUse, gradeOutsideStage } from './school-rules.ts';

export const listSchools = contract({
  id: 'campus.list-schools',
  method: 'GET',
  path: '/api/campus/schools',
  summary: say(
    '学校：自己辖区内的，和自己班级所在的',
    'The schools in the areas of who asks, and those of which they reach a class',
  ),
  permission: 'campus.read',
  output: z.strictObject({ schools: z.array(School) }),
  example: { output: { schools: [exampleSchool] } },
});

export const putSchool = contract({
  id: 'campus.put-school',
  method: 'PUT',
  path: '/api/campus/schools/:school',
  summary: say(
    '登记学校：它同时是区划树上的一个辖区',
    'Set up a school, which is an area of the tree as well; again with the same content it changes nothing',
  ),
  permission: 'campus.set-up',
  params: z.strictObject({ school: id }),
  body: SchoolBody,
  output: School,
  errors: [notFound, areaIsNoSchool],
  example: {
    params: { school: exampleSchool.id },
    body: { within: exampleSchool.within, name: exampleSchool.name, boards: true },
    output: exampleSchool,
  },
});

export const listClasses = contract({
  id: 'campus.list-classes',
  method: 'GET',
  path: '/api/campus/schools/:school/classes',
  summary: say('一所学校里自己看得到的班级', 'The classes of a school that who asks reaches'),
  permission: 'campus.read',
  params: z.strictObject({ school: id }),
  output: z.strictObject({ classes: z.array(SchoolClass) }),
  example: { params: { school: exampleSchool.id }, output: { classes: [exampleClass] } },
});

const classParams = z.strictObject({ school: id, class: id });
const exampleParams = { school: exampleSchool.id, class: exampleClass.id };

export const putClass = contract({
  id: 'campus.put-class',
  method: 'PUT',
  path: '/api/campus/schools/:school/classes/:class',
  summary: say(
    '登记班级：它同时是学校之下的一个辖区，班主任只见本班',
    'Set up a class, which is an area below its school, so that its teacher reaches it alone',
  ),
  permission: 'campus.classes',
  params: classParams,
  body: ClassBody,
  output: SchoolClass,
  errors: [notFound, gradeOutsideStage, classElsewhere, areaIsNoSchool],
  example: {
    params: exampleParams,
    body: { name: exampleClass.name, stage: exampleClass.stage, grade: exampleClass.grade },
    output: exampleClass,
  },
});

export const removeClass = contract({
  id: 'campus.remove-class',
  method: 'DELETE',
  path: '/api/campus/schools/:school/classes/:class',
  summary: say('删除还没有登记的班级', 'Remove a class that holds nothing yet'),
  permission: 'campus.classes',
  params: classParams,
  output: z.strictObject({}),
  errors: [notFound, classElsewhere, classInUse],
  example: { params: exampleParams, output: {} },
});
