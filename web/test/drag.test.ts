import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Drag } from '../src/map/drag';

let due: FrameRequestCallback[] = [];
let now = 0;
/** A frame of the screen. */
function beat(): void {
  now += 16;
  const all = due;
  due = [];
  for (const act of all) act(now);
}

beforeEach(() => {
  [due, now] = [[], 0];
  vi.stubGlobal('requestAnimationFrame', (act: FrameRequestCallback) => due.push(act));
  vi.stubGlobal('cancelAnimationFrame', () => (due = []));
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function map(still = true): { done: string[]; drag: Drag; does: (kind: string, x: number, y: number, more?: object) => void } {
  const done: string[] = [];
  const host = Object.assign(new EventTarget(), { setPointerCapture: () => undefined }) as unknown as HTMLElement;
  const drag = new Drag(
    host,
    { lift: () => (done.push('lift'), [100, 50]), shift: (x, y) => void done.push(`shift ${x} ${y}`), settle: (x, y) => void done.push(`settle ${x} ${y}`) },
    () => still,
  );
  const does = (kind: string, x: number, y: number, more = {}): void => {
    const event = new Event(kind);
    for (const [name, value] of Object.entries({ pointerId: 1, isPrimary: true, button: 0, clientX: x, clientY: y, ...more })) Object.defineProperty(event, name, { value });
    Object.defineProperty(event, 'timeStamp', { value: now });
    host.dispatchEvent(event);
  };
  return { done, drag, does };
}

it('a press is no drag; nothing is painted', () => {
  const { done, does } = map();
  does('pointerdown', 10, 10);
  does('pointermove', 12, 11);
  does('pointerup', 12, 11);
  expect(done).toEqual([]);
});

it('what is dragged is painted once, shifted once a frame, and painted again where it is let go', () => {
  const { done, does } = map();
  does('pointerdown', 10, 10);
  for (const x of [20, 30, 40]) does('pointermove', x, 10);
  beat();
  does('pointermove', 60, 25);
  beat();
  does('pointerup', 60, 25);
  expect(done).toEqual(['lift', 'shift 30 0', 'shift 50 15', 'settle 50 15']);
});

it('where its edge would show, it is painted there and goes on', () => {
  const { done, does } = map();
  does('pointerdown', 0, 0);
  does('pointermove', 90, 0);
  does('pointermove', 120, 0);
  does('pointermove', 130, 10);
  beat();
  does('pointerup', 130, 10);
  expect(done).toEqual(['lift', 'settle 120 0', 'lift', 'shift 10 10', 'settle 10 10']);
});

it('let go on the move it glides on, slower and slower, and stands; who wants stillness has it at once', () => {
  const { done, drag, does } = map(false);
  does('pointerdown', 0, 0);
  for (const x of [4, 8, 12]) {
    does('pointermove', x, 0);
    beat();
  }
  does('pointerup', 12, 0);
  expect(drag.moving).toBe(true);
  for (let frames = 0; drag.moving && frames < 500; frames++) beat();
  expect(drag.moving).toBe(false);
  expect(Number(done.at(-1)!.split(' ')[1])).toBeGreaterThan(12);
});

it('a second finger is another gesture', () => {
  const { done, does } = map();
  does('pointerdown', 0, 0);
  does('pointermove', 20, 0);
  does('pointerdown', 50, 50, { pointerId: 2, isPrimary: false });
  does('pointermove', 80, 0);
  expect(done).toEqual(['lift', 'settle 20 0']);
});
