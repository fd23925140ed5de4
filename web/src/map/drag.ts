/** What is dragged: it is painted wider than its window, and shifted. */
export interface Dragged {
  /** Paints what is about to be moved wider than the window; says by how much it may be shifted either way before its edge shows, in pixels. */
  lift(): readonly [x: number, y: number];
  /** Shifts what is painted. */
  shift(x: number, y: number): void;
  /** Looks where it was shifted to, and paints as wide as the window again. */
  settle(x: number, y: number): void;
}

/** Pixels from which a press is a drag. */
const Least = 3;
/** What is left of its pace after a sixtieth of a second when a map is let go on the move, and the pace in pixels a millisecond under which it stands. */
const Fades = 0.92;
const Slow = 0.05;
/** Milliseconds before a release over which its pace is taken. */
const Lately = 80;

/**
 * Moves a map by hand or finger. Nothing is painted on the way: what is painted is shifted by the compositor, and painted anew when it is let go or its edge
 * comes near. Let go on the move it glides on.
 */
export class Drag {
  #pointer: number | null = null;
  #from: readonly [number, number] = [0, 0];
  #by: [number, number] = [0, 0];
  #room: readonly [number, number] | null = null;
  #trail: { x: number; y: number; at: number }[] = [];
  #gliding = 0;
  #frame = 0;
  #undo: (() => void)[] = [];

  constructor(
    readonly host: HTMLElement,
    readonly dragged: Dragged,
    readonly still: () => boolean,
  ) {
    const on = (kind: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel', act: (event: PointerEvent) => void): void => {
      host.addEventListener(kind, act);
      this.#undo.push(() => host.removeEventListener(kind, act));
    };
    on('pointerdown', (event) => this.#press(event));
    on('pointermove', (event) => this.#move(event));
    on('pointerup', (event) => this.#release(event));
    on('pointercancel', (event) => this.#release(event));
    // The wheel is another gesture: it begins where the map stands.
    const wheel = (): void => this.stop();
    host.addEventListener('wheel', wheel, { capture: true, passive: true });
    this.#undo.push(() => host.removeEventListener('wheel', wheel, { capture: true }));
  }

  /** It is in somebody's hand, or glides. */
  get moving(): boolean {
    return this.#room !== null;
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    for (const undo of this.#undo) undo();
  }

  #press(event: PointerEvent): void {
    this.stop();
    // A second finger is another gesture, not ours.
    if (this.#pointer !== null || !event.isPrimary || event.button !== 0 || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) {
      this.#pointer = null;
      return;
    }
    [this.#pointer, this.#from, this.#trail] = [event.pointerId, [event.clientX, event.clientY], []];
  }

  #move(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    let [x, y] = [event.clientX - this.#from[0], event.clientY - this.#from[1]];
    if (!this.#room) {
      if (Math.hypot(x, y) < Least) return;
      this.#room = this.dragged.lift();
      this.host.setPointerCapture(event.pointerId);
    }
    this.#trail.push({ x: event.clientX, y: event.clientY, at: event.timeStamp });
    if (this.#trail.length > 40) this.#trail.shift();
    [x, y] = this.#within(x, y, () => (this.#from = [event.clientX, event.clientY]));
    this.#show(x, y);
  }

  /** Where its edge would show, it is painted anew where it is, and goes on from there. */
  #within(x: number, y: number, anew: () => void): [number, number] {
    if (!this.#room || (Math.abs(x) <= this.#room[0] && Math.abs(y) <= this.#room[1])) return [x, y];
    this.dragged.settle(x, y);
    this.#room = this.dragged.lift();
    anew();
    return [0, 0];
  }

  #show(x: number, y: number): void {
    this.#by = [x, y];
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (this.#room) this.dragged.shift(...this.#by);
    });
  }

  #release(event: PointerEvent): void {
    if (event.pointerId !== this.#pointer) return;
    this.#pointer = null;
    if (!this.#room) return;
    const first = this.#trail.find((one) => event.timeStamp - one.at <= Lately);
    const last = this.#trail.at(-1);
    const took = first && last ? last.at - first.at : 0;
    const pace: [number, number] = took > 10 && !this.still() ? [(last!.x - first!.x) / took, (last!.y - first!.y) / took] : [0, 0];
    this.#glide(pace, performance.now());
  }

  #glide([vx, vy]: readonly [number, number], then: number): void {
    if (Math.hypot(vx, vy) < Slow) {
      this.stop();
      return;
    }
    this.#gliding = requestAnimationFrame((now) => {
      const took = Math.min(50, Math.max(0, now - then));
      const [x, y] = this.#within(this.#by[0] + vx * took, this.#by[1] + vy * took, () => undefined);
      this.#by = [x, y];
      this.dragged.shift(x, y);
      const left = Fades ** (took / (1000 / 60));
      this.#glide([vx * left, vy * left], now);
    });
  }

  /** It stands where it is. */
  stop(): void {
    cancelAnimationFrame(this.#gliding);
    cancelAnimationFrame(this.#frame);
    [this.#gliding, this.#frame] = [0, 0];
    if (!this.#room) return;
    this.#room = null;
    const [x, y] = this.#by;
    this.#by = [0, 0];
    this.dragged.settle(x, y);
  }
}
