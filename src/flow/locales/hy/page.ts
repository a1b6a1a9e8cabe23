import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: 'Հաստատեք Ձեր ինքնությունը',
  noscript: 'Տեսախցիկն օգտագործելու համար այս էջին JavaScript է պետք։ Միացրեք այն կամ բացեք էջն այլ դիտարկիչում։',
  refusedTitle: 'Սա այստեղ բացել հնարավոր չէ',
  refusedText: 'Ձեզ այստեղ ուղարկած կայքը պետք է փոխի մի կարգավորում։ Ոչինչ չի պահվել։ Վերադարձեք և տեղեկացրեք նրանց։',
  refusedOwner: 'Կայքի մշակողների համար',
} satisfies Translated<typeof en>;
