import type { Ink } from './ink';

/** Copies what is on the screen of a map into one picture, with a strip of words beneath it. */
export function paint(host: HTMLElement, over: HTMLCanvasElement, ink: Ink, lines: readonly string[]): Promise<Blob | null> {
  const scale = over.width / Math.max(1, over.clientWidth);
  const [wide, tall, line, edge] = [over.width, over.height, 20 * scale, 12 * scale];
  const picture = document.createElement('canvas');
  picture.width = wide;
  picture.height = tall + Math.round(line * lines.length + edge * 2);
  const pen = picture.getContext('2d')!;
  pen.fillStyle = ink.paper;
  pen.fillRect(0, 0, picture.width, picture.height);
  for (const layer of host.querySelectorAll('canvas')) {
    if (layer.width === 0) continue;
    const turned = /matrix\(([^)]*)\)/.exec(layer.style.transform)?.[1]?.split(',').map(Number);
    const own = turned && turned.length === 6 ? turned : [wide / layer.width / scale, 0, 0, tall / layer.height / scale, 0, 0];
    pen.setTransform(own[0]! * scale, own[1]!, own[2]!, own[3]! * scale, own[4]! * scale, own[5]! * scale);
    pen.globalAlpha = Number(layer.style.opacity || (layer.parentNode as HTMLElement).style.opacity || 1);
    pen.drawImage(layer, 0, 0);
  }
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.globalAlpha = 1;
  pen.drawImage(over, 0, 0);
  pen.strokeStyle = ink.ink;
  pen.beginPath();
  pen.moveTo(0, tall + 0.5);
  pen.lineTo(wide, tall + 0.5);
  pen.stroke();
  lines.forEach((text, i) => {
    pen.fillStyle = i === 0 ? ink.ink : ink.soft;
    pen.font = `${i === 0 ? 600 : 400} ${(i === 0 ? 15 : 12) * scale}px ${i === 0 ? ink.serif : ink.sans}`;
    pen.textBaseline = 'middle';
    pen.fillText(text, edge, tall + edge + line * (i + 0.5), wide - edge * 2);
  });
  return new Promise((done) => picture.toBlob(done, 'image/png'));
}
