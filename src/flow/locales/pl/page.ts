import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Potwierdź swoją tożsamość',
  noscript: 'Ta strona potrzebuje JavaScript, aby użyć kamery. Włącz go albo otwórz tę stronę w innej przeglądarce.',
  refusedTitle: 'Tego nie można tu otworzyć',
  refusedText:
    'Witryna, która Cię tu skierowała, musi zmienić ustawienie. Nic nie zapisano. Wróć i przekaż tę informację.',
  refusedOwner: 'Dla programistów witryny',
} satisfies Translated<typeof en>;
