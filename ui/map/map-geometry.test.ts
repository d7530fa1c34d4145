import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBounds, type Position } from './picture.ts';
import { type Labelled, placeLabels, textWidth } from './place-labels.ts';
import { fit, pan, project, zoom } from './projection.ts';
import { arrowsAlong, beside } from './screen-path.ts';

const size = { width: 800, height: 500 };
const position = fc.tuple(
  fc.double({ min: 70, max: 135, noNaN: true }),
  fc.double({ min: 15, max: 55, noNaN: true }),
);

test('after fitting, every place lies inside the padding', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 1, maxLength: 20 }), (places) => {
      const picture = {
        places: places.map((at, n) => ({
          id: `${n}`,
          label: '',
          at: at as Position,
          shape: 'disc' as const,
          tone: 'plain' as const,
        })),
      };
      const view = fit(findBounds(picture) as NonNullable<ReturnType<typeof findBounds>>, size, 40);
      for (const at of places) {
        const [x, y] = project(view, size, at);
        expect(x).toBeGreaterThan(39);
        expect(x).toBeLessThan(size.width - 39);
        expect(y).toBeGreaterThan(39);
        expect(y).toBeLessThan(size.height - 39);
      }
    }),
  );
});

test('north is up, east is right, and nothing to show has no bounds', () => {
  const view = fit({ west: 112, south: 27, east: 113, north: 28 }, size, 40);
  const [x, y] = project(view, size, [112.5, 27.5]);
  expect(project(view, size, [112.6, 27.5])[0]).toBeGreaterThan(x);
  expect(project(view, size, [112.5, 27.6])[1]).toBeLessThan(y);
  expect(findBounds({ places: [], lines: [] })).toBeUndefined();
});

test('zooming keeps what is under the pointer there; panning moves everything alike', () => {
  const view = fit({ west: 112, south: 27, east: 113, north: 28 }, size, 40);
  const at: Position = [112.3, 27.2];
  const before = project(view, size, at);
  const after = project(zoom(view, size, 1.7, before), size, at);
  expect(after[0]).toBeCloseTo(before[0], 6);
  expect(after[1]).toBeCloseTo(before[1], 6);
  const moved = project(pan(view, 30, -20), size, at);
  expect(moved[0]).toBeCloseTo(before[0] + 30, 6);
  expect(moved[1]).toBeCloseTo(before[1] - 20, 6);
});

test('a path beside another keeps its distance to the right, and the way back lies on the other side', () => {
  const there = [
    [0, 0],
    [100, 0],
    [100, 100],
  ] as const;
  expect(beside(there, 4)).toEqual([
    [0, 4],
    [96, 4],
    [96, 100],
  ]);
  expect(beside([...there].reverse(), 4)).toEqual([
    [104, 100],
    [104, -4],
    [0, -4],
  ]);
  for (const [x, y] of beside(
    [
      [0, 0],
      [50, 0],
      [50, 0],
      [0, 0],
    ],
    5,
  ))
    expect(Math.hypot(x, y)).toBeLessThan(60);
});

test('arrows point along the way, none on a short stretch', () => {
  expect(
    arrowsAlong([
      [0, 0],
      [10, 0],
      [10, 80],
    ]),
  ).toEqual([{ x: 10, y: 40, degrees: 90 }]);
  expect(
    arrowsAlong([
      [0, 0],
      [480, 0],
    ]),
  ).toHaveLength(3);
});

test('labels never cover each other or another mark, whatever the crowd', () => {
  const item = fc.record({
    x: fc.integer({ min: 0, max: 300 }),
    y: fc.integer({ min: 0, max: 200 }),
    text: fc.constantFrom('白壁村', '岳峰村', 'Sanmen water works', '红旗村一组'),
    weight: fc.integer({ min: 0, max: 3 }),
  });
  const frame = { width: 300, height: 200 };
  let left = 0;
  fc.assert(
    fc.property(fc.array(item, { maxLength: 25 }), (crowd) => {
      const items: Labelled[] = crowd.map((one, at) => ({ ...one, id: `${at}`, reach: 8 }));
      const boxes = placeLabels(items, frame).map((label) => {
        const width = textWidth(items[Number(label.id)]?.text ?? '', 12);
        const from = { start: label.x, middle: label.x - width / 2, end: label.x - width }[
          label.anchor
        ];
        return {
          id: label.id,
          left: from,
          right: from + width,
          top: label.y - 10,
          bottom: label.y + 1,
        };
      });
      left += items.length - boxes.length;
      for (const box of boxes) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(frame.width);
        const marks = items.map(({ id, x, y }) => ({
          id,
          left: x - 8,
          right: x + 8,
          top: y - 8,
          bottom: y + 8,
        }));
        const covered = [...boxes, ...marks].filter(
          (other) =>
            other.id !== box.id &&
            box.left < other.right &&
            other.left < box.right &&
            box.top < other.bottom &&
            other.top < box.bottom,
        );
        expect(covered).toEqual([]);
      }
    }),
  );
  expect(left).toBeGreaterThan(0);
});

test('the heavier label gets the place', () => {
  const crowd: Labelled[] = [
    { id: 'light', x: 50, y: 50, reach: 4, text: '甲乙丙丁戊己', weight: 0 },
    { id: 'heavy', x: 52, y: 56, reach: 4, text: '甲乙丙丁戊己', weight: 1 },
  ];
  expect(placeLabels(crowd, { width: 140, height: 66 })[0]?.id).toBe('heavy');
});
