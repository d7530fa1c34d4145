import type { Answer, Because } from '@liangbuwu/eligibility/answer.ts';
import { publish, tableFaults } from '@liangbuwu/eligibility/compile/compile.ts';
import type { Facts } from '@liangbuwu/eligibility/table.ts';
import { describe, expect, it } from 'vitest';
import { readReturns } from './rules.ts';

const returns = await readReturns();
const tables = Object.values(returns);
const shierzhong = publish(returns.shierzhong);
const youxian = publish(returns.youxian);
const liling = publish(returns.liling);

const kind = <Kind extends Because['kind']>({ because }: Answer, wanted: Kind) =>
  because.filter((one): one is Extract<Because, { kind: Kind }> => one.kind === wanted);

/** The rule that decided. */
const decided = (answer: Answer) => kind(answer, 'rule').find(({ status }) => status === 'applies');

describe('each table', () => {
  it.each(tables)(
    '$id is fit to be published, and says who issued it, where, and for how long',
    (table) => {
      expect(tableFaults(table)).toEqual([]);
      const { issue, rules, annotations = [] } = table;
      expect(issue).toMatchObject({ version: '1', invented: true });
      for (const text of [issue?.issuer, issue?.document, issue?.appeal]) {
        expect(text?.['zh-CN']).toMatch(/\p{Script=Han}/u);
        expect(text?.en).not.toMatch(/\p{Script=Han}/u);
      }
      for (const rule of rules) {
        for (const heading of ['why zh-CN', 'why en', 'told']) {
          expect(rule.annotations?.[annotations.indexOf(heading)]).toMatch(/./);
        }
      }
    },
  );

  it('only Liling’s asks for codes, travel cards and co-residents, and only it postpones', () => {
    const asks = (pattern: RegExp) =>
      tables.filter(({ columns }) => columns.some(({ expression }) => pattern.test(expression)));
    expect(asks(/code/i)).toEqual([returns.liling]);
    expect(asks(/card/i)).toEqual([returns.liling]);
    expect(asks(/household/i)).toEqual([returns.liling]);
    const postpones = tables.filter(({ rules }) =>
      rules.some(({ gives }) => gives[0] === '"postponed"'),
    );
    expect(postpones).toEqual([returns.liling]);
  });

  it('none isolates anybody: home isolation is something that is asked, never something that is decided', () => {
    for (const { outputs, rules } of tables) {
      expect(JSON.stringify(outputs)).not.toMatch(/isolat|隔离/);
      expect(JSON.stringify(rules.map(({ gives }) => gives))).not.toMatch(/isolat|隔离/);
    }
  });
});

describe('市二中, from 17 November', () => {
  const at = '2022-11-16T12:00:00+08:00';
  const pupil = {
    person: 'pupil',
    grade: 12,
    area: '430211',
    risk: 'low',
    arrival: '2022-11-17T07:20:00+08:00',
    reported: '2022-11-16T10:00:00+08:00',
  };
  const decide = (change: Facts = {}) => shierzhong.decide({ ...pupil, ...change }, { at });

  it('a grade 12 pupil from a low-risk area with a 48-hour proof may return', () => {
    expect(decide()).toMatchObject({ known: true, outcome: 'return', ask: [] });
  });

  it.each(['430211', '430204', '430200-jingkai', '430212'])('of area %s too', (area) => {
    expect(decide({ area }).outcome).toBe('return');
  });

  it.each<[string, Facts]>([
    ['another area', { area: '430202' }],
    ['a high-risk area', { risk: 'high' }],
    ['another grade', { grade: 11 }],
    ['the day before', { arrival: '2022-11-16T23:59:59+08:00' }],
  ])('%s: not in this return', (_, change) => {
    expect(decide(change).outcome).toBe('not-yet');
  });

  it('staff are asked for no grade', () => {
    const { grade: _, ...staff } = { ...pupil, person: 'staff' };
    expect(shierzhong.decide(staff, { at })).toMatchObject({ known: true, outcome: 'return' });
  });

  it.each<[string, string | null, string]>([
    ['at 48 hours to the second', '2022-11-15T07:20:00+08:00', 'return'],
    ['a second older', '2022-11-15T07:19:59+08:00', 'test-first'],
    ['after arrival', '2022-11-17T07:20:01+08:00', 'test-first'],
    ['none', null, 'test-first'],
  ])('a proof %s', (_, reported, outcome) => {
    expect(decide({ reported })).toMatchObject({ known: true, outcome });
  });

  it('says what would change it, to the minute', () => {
    const changes = kind(decide({ reported: null }), 'change');
    expect(changes.map(({ say }) => say.en)).toContain(
      'a negative test reported between 15 Nov 07:20 and arrival would make it “may return”',
    );
    expect(changes.map(({ say }) => say['zh-CN'])).toContain(
      '若本人核酸阴性报告在 11月15日 07:20 与 到校 之间，则为“可以返校”',
    );
  });

  it('without the test it is open and asks for that alone; from a high-risk area nothing more is asked', () => {
    const { reported: _, ...untested } = pupil;
    expect(shierzhong.decide(untested, { at })).toMatchObject({
      known: false,
      outcome: null,
      ask: ['reported'],
    });
    expect(shierzhong.decide({ risk: 'high' }, { at })).toMatchObject({
      known: true,
      outcome: 'not-yet',
      ask: [],
    });
  });
});

describe('攸县, from 12 and 13 November', () => {
  const at = '2022-11-12T08:00:00+08:00';
  const pupil = {
    from: 'elsewhere',
    symptoms: false,
    school: 'a school',
    stage: 'senior-high',
    arrival: '2022-11-12T12:00:00+08:00',
  };
  const decide = (change: Facts = {}) => youxian.decide({ ...pupil, ...change }, { at });

  it.each(['senior-high', 'vocational', 'junior-high'])(
    '%s from the afternoon of 12 November, not from the morning',
    (stage) => {
      expect(decide({ stage }).outcome).toBe('return');
      expect(decide({ stage, arrival: '2022-11-12T11:59:59+08:00' }).outcome).toBe('not-yet');
    },
  );

  it.each(['primary', 'kindergarten'])('%s on 13 November', (stage) => {
    expect(decide({ stage, arrival: '2022-11-12T15:00:00+08:00' }).outcome).toBe('not-yet');
    expect(decide({ stage, arrival: '2022-11-13T08:00:00+08:00' }).outcome).toBe('return');
  });

  it.each(['youxian-2', 'shangping', 'gaoguan'])('%s is excepted', (school) => {
    expect(decide({ school, arrival: '2022-11-14T08:00:00+08:00' }).outcome).toBe('not-yet');
  });

  it.each(['high-risk', 'with-cases'])('who comes from %s is under strict control', (from) => {
    expect(decide({ from }).outcome).toBe('strict-control');
  });

  it('suspected symptoms are handled; who returns is checked daily', () => {
    expect(decide({ symptoms: true }).outcome).toBe('handle');
    expect(decided(decide())?.todo).toMatchObject({ 'zh-CN': expect.stringContaining('晨午晚检') });
  });

  it('asks nobody for a code or a test', () => {
    expect(youxian.facts).toEqual(['from', 'symptoms', 'school', 'stage', 'arrival']);
  });
});

describe('醴陵, from 16 November', () => {
  const at = '2022-11-15T12:00:00+08:00';
  const test = '2022-11-15T09:00:00+08:00';
  const pupil = {
    risk: 'low',
    contact: false,
    code: 'green',
    symptoms: false,
    atHome: false,
    person: 'pupil',
    stage: 'senior-high-3',
    arrival: '2022-11-16T07:30:00+08:00',
    card: true,
    reported: test,
    householdCode: 'green',
    householdCard: true,
    householdReported: test,
  };
  const decide = (change: Facts = {}) => liling.decide({ ...pupil, ...change }, { at });

  it('low risk, with green code, travel card and 48-hour proof, their own and their co-residents’: may return', () => {
    expect(decide()).toMatchObject({ known: true, outcome: 'return', ask: [] });
    expect(decide({ person: 'staff', stage: null }).outcome).toBe('return');
  });

  it('who lives with nobody needs only their own', () => {
    const alone = { householdCode: null, householdCard: null, householdReported: null };
    expect(decide(alone).outcome).toBe('return');
  });

  it.each<[string, Facts]>([
    ['a high-risk area', { risk: 'high' }],
    ['a close contact', { contact: true }],
    ['a red code', { code: 'red' }],
    ['a yellow code', { code: 'yellow' }],
    ['bad symptoms', { symptoms: true }],
    ['home isolation', { atHome: true }],
  ])('%s: return is postponed', (_, change) => {
    const answer = decide(change);
    expect(answer).toMatchObject({ known: true, outcome: 'postponed' });
    expect(decided(answer)?.why?.['zh-CN']).toContain('暂缓复学');
    // Known from this alone, whatever else is not known.
    const alone = liling.decide(change, { at });
    expect(alone).toMatchObject({ known: true, outcome: 'postponed', ask: [] });
    expect(decided(alone)?.why).toEqual(decided(answer)?.why);
  });

  it('other years are to be told', () => {
    expect(decide({ stage: 'junior-high' }).outcome).toBe('not-yet');
  });

  it('not before 16 November', () => {
    expect(decide({ arrival: '2022-11-15T23:59:59+08:00' }).outcome).toBe('not-yet');
  });

  it.each<[string, Facts]>([
    ['the own travel card', { card: false }],
    ['the own test', { reported: '2022-11-14T07:29:59+08:00' }],
    ['a co-resident’s green code', { householdCode: 'red' }],
    ['a co-resident’s travel card', { householdCard: false }],
    ['a co-resident’s test', { householdReported: '2022-11-14T07:29:59+08:00' }],
  ])('without %s proofs are not complete', (_, change) => {
    expect(decide(change)).toMatchObject({ known: true, outcome: 'incomplete' });
  });

  it('the parent of a red-coded pupil reads why, what to do, when it is looked at again, and where to appeal', () => {
    const answer = decide({ code: 'red' });
    const rule = decided(answer);
    expect(rule?.why).toEqual({
      'zh-CN': '红码、黄码的师生暂缓复学',
      en: 'With a red or yellow code: return is postponed',
    });
    expect(rule?.todo?.['zh-CN']).toMatch(/网课.*转绿码/);
    expect(rule?.todo?.en).toMatch(/lessons online.*green/);
    expect(rule?.again?.['zh-CN']).toMatch(/转绿码的当天.*下午四点/);
    expect(rule?.again?.en).toMatch(/four every afternoon/);
    expect(rule?.clauses.map(({ say }) => say['zh-CN'])).toEqual([
      '本人健康码：红码，符合（要求：红码 或 黄码）',
    ]);
    expect(kind(answer, 'change').map(({ say }) => say['zh-CN'])).toContain(
      '若本人健康码为 绿码，则为“可以返校”',
    );
    expect(kind(answer, 'source')[0]?.say['zh-CN']).toMatch(
      /版本 1；醴陵市；.*有效期 2022-11-14 至 2022-11-30/,
    );
    expect(kind(answer, 'appeal')[0]?.say['zh-CN']).toMatch(/班主任.*教育部门/);
    for (const { say } of answer.because) {
      expect(say['zh-CN'] + say.en).not.toMatch(/隔离|isolat/);
    }
  });
});
