/** A PDF of one page that shows one JPEG, as a scanner or a phone's scanning app writes it (ISO 32000-1, 7.5 and 8.9.5). */
import sharp from 'sharp';

export async function pdfOf(jpeg: Buffer): Promise<Buffer> {
  const {width, height} = await sharp(jpeg).metadata();
  // 595 points are the width of A4
  const box = {width: 595, height: Math.round((595 * height) / width)};
  const content = `q ${box.width} 0 0 ${box.height} 0 0 cm /Picture Do Q`;
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${box.width} ${box.height}] /Contents 4 0 R /Resources << /XObject << /Picture 5 0 R >> >> >>`,
    ),
    stream('', Buffer.from(content)),
    stream(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode `,
      jpeg,
    ),
  ];
  return assemble(objects);
}

function stream(dictionary: string, bytes: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${dictionary}/Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

/** Header, numbered objects, and the table of where each begins. */
function assemble(objects: Buffer[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(lengthOf(parts));
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'));
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${lengthOf(parts)}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const lengthOf = (parts: Buffer[]): number => parts.reduce((sum, {length}) => sum + length, 0);
