/** Files of a request, under the names of what they show, as commands take them. */
import type {SidedFile} from '../../commands/give-pictures.ts';
import type {EvidenceSide} from '../../protocol/flow.ts';
import type {GivenFileRequest} from '../../protocol/given-file.ts';

/** `front-photo` shows the front, and so on. */
const sideOf: Record<string, EvidenceSide> = {
  'front-photo': 'front',
  'back-photo': 'back',
  'center-photo': 'center',
  'left-photo': 'left',
  'right-photo': 'right',
};

export function sidesOf(attributes: Record<string, unknown>): SidedFile[] {
  return Object.entries(sideOf).flatMap(([name, side]) => {
    // its schema made it this
    const file = attributes[name] as GivenFileRequest | undefined;
    return file ? [sided(file, side, `/data/attributes/${name}`)] : [];
  });
}

export function pagesOf(files: readonly GivenFileRequest[] = []): SidedFile[] {
  return files.map((file, i) => sided(file, 'page', `/data/attributes/files/${i}`));
}

function sided({data, filename}: GivenFileRequest, side: EvidenceSide, pointer: string): SidedFile {
  return {side, filename, pointer, bytes: Buffer.from(data, 'base64')};
}
