import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Şəxsiyyətinizi təsdiqləyin',
  noscript:
    'Kameranızdan istifadə etmək üçün bu səhifəyə JavaScript lazımdır. Onu yandırın və ya səhifəni başqa brauzerdə açın.',
  refusedTitle: 'Bunu burada açmaq olmur',
  refusedText: 'Sizi bura göndərən sayt bir ayarı dəyişməlidir. Heç nə saxlanılmayıb. Qayıdın və onlara bildirin.',
  refusedOwner: 'Saytın tərtibatçıları üçün',
} satisfies Translated<typeof en>;
