import { faded, type Ink } from './ink';

/** Banners as they are drawn once, by arm, colours and the grain of the screen: their shadows cost more than all else that moves. */
const banners = new Map<string, HTMLCanvasElement>();
/** Of such a picture: its size, and where in it the banner stands. */
const Cloth = { wide: 44, tall: 58, x: 22, foot: 52 };

/** The few marks that are drawn by hand: banners, seals, rings. */
export class Pen {
  constructor(
    readonly pen: CanvasRenderingContext2D,
    readonly ink: Ink,
  ) {}

  /** A banner planted where its men stand: its lower edge tells the arm; a double upper edge tells Jin from the others without colour. */
  banner(x: number, foot: number, arm: string, colour: string, polity: string): void {
    const scale = devicePixelRatio || 1;
    const key = [arm, colour, polity === 'jin', this.ink.paper, this.ink.ink, scale].join(' ');
    let cloth = banners.get(key);
    if (!cloth) {
      cloth = document.createElement('canvas');
      [cloth.width, cloth.height] = [Math.ceil(Cloth.wide * scale), Math.ceil(Cloth.tall * scale)];
      const pen = cloth.getContext('2d')!;
      pen.scale(scale, scale);
      new Pen(pen, this.ink).#sew(Cloth.x, Cloth.foot, arm, colour, polity);
      banners.set(key, cloth);
    }
    this.pen.drawImage(cloth, x - Cloth.x, foot - Cloth.foot, Cloth.wide, Cloth.tall);
  }

  #sew(x: number, foot: number, arm: string, colour: string, polity: string): void {
    const { pen, ink } = this;
    const y = foot - 24;
    const [w, top, bottom] = [13, -16, 14];
    pen.beginPath();
    pen.moveTo(x, foot);
    pen.lineTo(x, y + bottom - 4);
    pen.lineWidth = 3.2;
    pen.strokeStyle = faded(ink.paper, 0.8);
    pen.stroke();
    pen.lineWidth = 1.4;
    pen.strokeStyle = ink.ink;
    pen.stroke();
    pen.beginPath();
    if (arm === 'band') pen.arc(x, y - 1, 15, 0, Math.PI * 2);
    else {
      pen.moveTo(x - w, y + top);
      pen.lineTo(x + w, y + top);
      if (arm === 'horse') {
        pen.lineTo(x + w, y + bottom + 3);
        pen.lineTo(x, y + bottom - 2);
        pen.lineTo(x - w, y + bottom + 3);
      } else if (arm === 'boats') {
        pen.lineTo(x + w, y + bottom - 7);
        pen.quadraticCurveTo(x, y + bottom + 7, x - w, y + bottom - 7);
      } else {
        pen.lineTo(x + w, y + bottom);
        pen.lineTo(x - w, y + bottom);
      }
    }
    pen.closePath();
    pen.fillStyle = colour;
    pen.shadowColor = faded(ink.ink, 0.35);
    pen.shadowBlur = 4;
    pen.shadowOffsetY = 1;
    pen.fill();
    pen.shadowColor = 'transparent';
    pen.lineWidth = 1.5;
    pen.strokeStyle = ink.raised;
    pen.stroke();
    if (polity !== 'jin') return;
    pen.beginPath();
    pen.moveTo(x - w + 3, y + top + 2.6);
    pen.lineTo(x + w - 3, y + top + 2.6);
    pen.lineWidth = 1.1;
    pen.stroke();
  }

  label(text: string, x: number, y: number): void {
    const { pen, ink } = this;
    pen.font = `600 11px ${ink.sans}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.lineWidth = 3;
    pen.lineJoin = 'round';
    pen.strokeStyle = faded(ink.paper, 0.9);
    pen.strokeText(text, x, y);
    pen.fillStyle = ink.ink;
    pen.fillText(text, x, y);
  }

  /** A vermilion seal: what was taken, and by whom. */
  seal(letter: string, x: number, y: number, grown: number): void {
    const { pen, ink } = this;
    const half = 13 * (1 + (1 - grown) * 0.8);
    pen.globalAlpha = Math.min(1, grown * 1.2);
    pen.fillStyle = ink.seal;
    pen.fillRect(x - half, y - half, half * 2, half * 2);
    pen.strokeStyle = ink.sealInk;
    pen.lineWidth = 1.2;
    pen.strokeRect(x - half + 2.5, y - half + 2.5, half * 2 - 5, half * 2 - 5);
    pen.fillStyle = ink.sealInk;
    pen.font = `500 ${Math.round(half * 1.15)}px ${ink.serif}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(letter, x, y + 0.5);
    pen.globalAlpha = 1;
  }

  ring(x: number, y: number, radius: number, colour = this.ink.focus): void {
    this.pen.beginPath();
    this.pen.arc(x, y, radius, 0, Math.PI * 2);
    this.pen.strokeStyle = colour;
    this.pen.lineWidth = 2;
    this.pen.stroke();
  }

  /** A town shut in: a broken ring of the besieger's colour. */
  siege(x: number, y: number, colour: string): void {
    const { pen } = this;
    pen.save();
    pen.setLineDash([5, 3]);
    pen.beginPath();
    pen.arc(x, y, 14, 0, Math.PI * 2);
    pen.strokeStyle = colour;
    pen.lineWidth = 2.6;
    pen.stroke();
    pen.restore();
  }

  /** A fight: two crossed strokes. */
  fight(x: number, y: number): void {
    const { pen, ink } = this;
    pen.lineCap = 'round';
    for (const [colour, width] of [[ink.paper, 5], [ink.seal, 2.4]] as const) {
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.beginPath();
      pen.moveTo(x - 8, y - 8);
      pen.lineTo(x + 8, y + 8);
      pen.moveTo(x + 8, y - 8);
      pen.lineTo(x - 8, y + 8);
      pen.stroke();
    }
  }

  /** Dust behind who flees. */
  tail(x: number, y: number, colour: string): void {
    const { pen } = this;
    pen.strokeStyle = colour;
    pen.lineWidth = 1.4;
    pen.beginPath();
    for (const dy of [0, 5, 10]) {
      pen.moveTo(x + 4, y + dy);
      pen.lineTo(x + 9 - dy / 4, y + dy);
    }
    pen.stroke();
  }
}
