import {
  issuePass,
  makeStatusList,
  REVOKED,
  setStatus,
  typedCode,
} from '@liangbuwu/passes/index.ts';
import { hour, makeTown, now, person, truck } from '@liangbuwu/passes/town.fixture.ts';
import { expect, test } from 'vitest';
import { judge, whoOf, withoutPass } from './judged.ts';

const town = await makeTown();
const at = now * 1000;
const gate = { bundle: town.open, area: 7, at };
const text = await issuePass(person, town.issuer);

test('a pass says whose it is, which number it has and until when', async () => {
  const judged = await judge({ text }, gate);
  expect(judged).toMatchObject({
    verdict: 'green',
    code: 'valid',
    number: '3-412',
    until: person.until,
    shown: { how: 'scan', text },
  });
  expect(whoOf(judged.pass)).toBe('张* 123X');
  const vehicle = await judge({ text: await issuePass(truck, town.issuer) }, gate);
  expect(whoOf(vehicle.pass)).toBe('湘B12345');
});

test('a typed code has a number and no name, and is amber', async () => {
  const code = typedCode(person, town.secret);
  expect(await judge({ code, lastFour: '123x' }, gate)).toMatchObject({
    verdict: 'amber',
    code: 'typed-code',
    number: '3-412',
    pass: undefined,
    shown: { how: 'code', code, lastFour: '123x' },
  });
});

test('one that was revoked still says whose it was; a forged one says nothing', async () => {
  const status = makeStatusList(1000, 2);
  setStatus(status, person.id.index, REVOKED);
  const revoked = await makeTown({ lists: [{ issuer: '430212', list: 3, status }] });
  const judged = await judge({ text }, { ...gate, bundle: revoked.open });
  expect(judged).toMatchObject({ verdict: 'red', code: 'revoked', number: '3-412' });
  expect(whoOf(judged.pass)).toBe('张* 123X');
  const forged = text.replace(/(...)(...)(.{60})$/, '$2$1$3');
  expect(await judge({ text: forged }, gate)).toMatchObject({
    verdict: 'red',
    code: 'bad-signature',
    pass: undefined,
    number: null,
  });
});

test('the code of another program is not passed on, whatever it says of somebody', async () => {
  const judged = await judge({ text: 'https://health.example/code?name=张三&id=430' }, gate);
  expect(judged).toMatchObject({ verdict: 'red', code: 'not-a-pass', shown: { how: 'nothing' } });
});

test('without a bundle, or long after it, nothing is verified', async () => {
  expect(await judge({ text }, { ...gate, bundle: undefined })).toMatchObject({
    verdict: 'red',
    code: 'no-bundle',
  });
  const late = { ...gate, at: at + 40 * hour * 1000 };
  expect(await judge({ text }, late)).toMatchObject({ verdict: 'red', code: 'bundle-expired' });
  expect(withoutPass(at)).toMatchObject({ verdict: 'red', shown: { how: 'nothing' } });
  expect(withoutPass(at, false)).toMatchObject({ verdict: 'green', code: 'nothing-asked' });
});
