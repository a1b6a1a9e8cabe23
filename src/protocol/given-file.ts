/** A file inside a request: base64 in JSON, or a part of a multipart form. */
import * as z from 'zod';

const file = z.strictObject({
  data: z.base64().min(4).meta({description: 'The file, in base64.'}),
  filename: z.string().min(1).max(255),
});

/** Older clients wrap it once more, or send a list of one. */
export const givenFileSchema = z
  .union([file, z.strictObject({data: file}), z.array(file).length(1)], 'expected {data, filename}')
  .transform((given): z.infer<typeof file> => {
    const [first] = Array.isArray(given) ? given : [given];
    if (!first) throw new Error('A list of one has one.');
    return typeof first.data === 'string' ? {data: first.data, filename: fileNameOf(first)} : first.data;
  })
  .meta({description: '`{data, filename}`: JPEG, PNG, HEIC, WebP, TIFF or PDF.'});
export type GivenFileRequest = z.infer<typeof givenFileSchema>;

function fileNameOf(given: object): string {
  return 'filename' in given && typeof given.filename === 'string' ? given.filename : 'file';
}

/** Of a request that brings files; base64 is a third larger than they are. */
export const largestRequestWithFiles = 32 * 1024 * 1024;
