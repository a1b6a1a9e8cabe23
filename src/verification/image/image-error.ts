/** Why a file gave no picture. `domain/steps/document-problems.ts` says which words the person reads for each. */
export const imageErrorCodes = [
  'file_damaged',
  'file_truncated',
  'file_unsupported',
  'file_svg',
  'file_html',
  'file_gif',
  'file_archive',
  'file_program',
  'file_wrong_extension',
  'file_polyglot',
  'file_metadata_bomb',
  'file_bomb',
  'file_animated',
  'file_cmyk',
  'file_deep_color',
  'file_too_large',
  'file_empty',
  'file_encrypted',
  'file_too_many_pages',
  'file_too_many_pixels',
] as const;
export type ImageErrorCode = (typeof imageErrorCodes)[number];

export class ImageError extends Error {
  override readonly name = 'ImageError';
  readonly code: ImageErrorCode;
  constructor(code: ImageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
