/** Files by chooser, by drop and by paste, one way in for all three. The drop has a button beside it (WCAG 2.5.7). */
import type {EvidenceSide} from '../../protocol/flow.ts';
import type {WordKey} from '../words.ts';
import type {FileRefusal} from './chosen-file.ts';
import type {Picture} from './picture.ts';

export interface FileIntakeOptions {
  accepts: () => boolean;
  side: () => EvidenceSide;
  /** A file hovers over the page. */
  onDrag: (over: boolean) => void;
  onRefused: (why: WordKey) => void;
  onPicture: (picture: Picture) => void;
  onError: (error: unknown) => void;
}

/**
 * For the file chooser. HEIC is named by extension only: Safari then still offers it, and on iOS hands it over as JPEG.
 */
const acceptedFiles =
  'image/jpeg,image/png,image/webp,image/tiff,application/pdf,.heic,.heif,.jpg,.jpeg,.png,.webp,.tif,.tiff,.pdf';

const refusals: Record<FileRefusal, WordKey> = {
  wrong: 'capture.fileWrong',
  large: 'capture.fileLarge',
  empty: 'capture.fileEmpty',
  damaged: 'problems.file_damaged',
};

export class FileIntake {
  readonly #options: FileIntakeOptions;
  #reading = false;
  /** The input of the open chooser. Nobody else holds it: a browser that tidies up meanwhile would drop the person's choice. */
  #chooser: HTMLInputElement | undefined;

  constructor(options: FileIntakeOptions) {
    this.#options = options;
  }

  listen(signal: AbortSignal): void {
    document.addEventListener('paste', (event) => this.#take(event, event.clipboardData), {signal});
    document.addEventListener('drop', (event) => this.#take(event, event.dataTransfer), {signal});
    document.addEventListener('dragover', (event) => this.#over(event), {signal});
    document.addEventListener(
      'dragleave',
      (event) => {
        if (!event.relatedTarget) this.#options.onDrag(false);
      },
      {signal},
    );
  }

  /** Opens the browser's file chooser. Made anew each time, so that choosing the same file again counts. */
  choose(): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = acceptedFiles;
    this.#chooser = input;
    input.addEventListener('change', () => void this.read(this.#chooser?.files?.[0]), {once: true});
    input.click();
  }

  async read(file: File | null | undefined): Promise<void> {
    if (!file || this.#reading || !this.#options.accepts()) return;
    this.#reading = true;
    try {
      const {readChosenFile} = await import('./chosen-file.ts');
      const read = await readChosenFile(file, this.#options.side());
      if (typeof read === 'string') this.#options.onRefused(refusals[read]);
      else this.#options.onPicture(read);
    } catch (error) {
      this.#options.onError(error);
    } finally {
      this.#reading = false;
    }
  }

  #over(event: DragEvent): void {
    if (!this.#options.accepts() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#options.onDrag(true);
  }

  #take(event: Event, data: DataTransfer | null): void {
    const file = data?.files[0];
    if (!file || !this.#options.accepts()) return;
    event.preventDefault();
    this.#options.onDrag(false);
    void this.read(file);
  }
}
