/** Files that a person gave on a screen: how their field is kept, and how it is shown. */
import type {TypedFields} from './template.ts';

interface KeptFile {
  'file-id': string;
  'mime-type': string;
  'byte-size': number;
}

const extensions: Record<string, string> = {'application/pdf': 'pdf', 'image/jpeg': 'jpg'};

/**
 * Fields as the world sees them: of a file its name, kind, size and, where `fileUrl` makes one, its address. The name is the field's: what
 * the file was called on the person's device is never sent.
 */
export function shownFields(fields: TypedFields, fileUrl?: (fileId: string, filename: string) => string): TypedFields {
  const shown: TypedFields = {...fields};
  for (const key of Object.keys(fields)) {
    const field = fields[key];
    if (field?.type !== 'file' || !isKeptFile(field.value)) continue;
    const {'file-id': fileId, ...rest} = field.value;
    const filename = `${key}.${extensions[rest['mime-type']] ?? rest['mime-type'].replace(/^.*\//, '')}`;
    shown[key] = {type: 'file', value: {filename, url: fileUrl?.(fileId, filename) ?? '', ...rest}};
  }
  return shown;
}

function isKeptFile(value: unknown): value is KeptFile {
  return typeof (value as Partial<KeptFile> | null)?.['file-id'] === 'string';
}
