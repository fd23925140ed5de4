/** The colours of the page as the map needs them: read from the tokens, so that they stand in one file. */
export interface Ink {
  paper: string;
  raised: string;
  sea: string;
  ink: string;
  soft: string;
  faint: string;
  line: string;
  grid: string;
  river: string;
  road: string;
  ridge: string;
  seal: string;
  sealInk: string;
  focus: string;
  serif: string;
  sans: string;
  polity(id: string): string;
}

export function inkNow(): Ink {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue('--' + name).trim();
  return {
    paper: read('paper'), raised: read('paper-raised'), sea: read('sea'), ink: read('ink'), soft: read('ink-soft'), faint: read('ink-faint'),
    line: read('line'), grid: read('grid'), river: read('river'), road: read('road'), ridge: read('ridge'), seal: read('seal'),
    sealInk: read('seal-ink'), focus: read('focus'), serif: read('serif'), sans: read('sans'),
    polity: (id) => read(id) || read('unheld'),
  };
}

/** A colour as it is, and how much of the paper shows through. */
export function faded(hex: string, alpha: number): string {
  const value = Number.parseInt(hex.slice(1), 16);
  return `rgba(${value >> 16}, ${(value >> 8) & 255}, ${value & 255}, ${alpha})`;
}

export type Hatching = 'plain' | 'slanted' | 'dotted' | 'level' | 'upright' | 'crossed';

/** Strokes by which the land of a party is told from another's without colour. */
export function hatchingOf(id: string): Hatching {
  if (id === 'jin' || id === 'qi' || id === 'chu') return 'slanted';
  if (id === 'loyalist') return 'dotted';
  if (id === 'xixia' || id === 'liao') return 'level';
  return id === 'goryeo' ? 'upright' : id === 'dali' ? 'crossed' : 'plain';
}

/** How the land of a party is told from another without colour: by its hatching. */
export function hatch(id: string, colour: string, wash: number): CanvasPattern | string {
  const size = 12;
  const tile = document.createElement('canvas');
  tile.width = tile.height = size;
  const pen = tile.getContext('2d')!;
  pen.fillStyle = faded(colour, wash);
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = faded(colour, wash * 1.5);
  pen.lineWidth = 1;
  pen.beginPath();
  const hatching = hatchingOf(id);
  if (hatching === 'slanted') {
    for (const shift of [-size, 0, size]) {
      pen.moveTo(shift, size);
      pen.lineTo(shift + size, 0);
    }
  }
  if (hatching === 'dotted') pen.arc(size / 2, size / 2, 1.2, 0, Math.PI * 2);
  if (hatching === 'level' || hatching === 'crossed') {
    pen.moveTo(0, size / 2 + 0.5);
    pen.lineTo(size, size / 2 + 0.5);
  }
  if (hatching === 'upright' || hatching === 'crossed') {
    pen.moveTo(size / 2 + 0.5, 0);
    pen.lineTo(size / 2 + 0.5, size);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat') ?? faded(colour, wash);
}
