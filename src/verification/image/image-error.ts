/** Why a file gave no picture; the codes are the problem codes that the flow shows. */
export type ImageErrorCode = 'file_damaged' | 'file_unsupported' | 'file_too_large';

export class ImageError extends Error {
  override readonly name = 'ImageError';
  readonly code: ImageErrorCode;
  constructor(code: ImageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
